// A test that failed, as Common Test and rebar3 print it:
//
//   %%% shop_SUITE ==> sells: FAILED                rebar3 ct
//   %%% shop_SUITE ==> {{badmatch,2},
//    [{shop_SUITE,sells,1,[{file,"shop_SUITE.erl"},{line,4}]}]}
//
//   - - - - - - - - - - - - - - - - - -             ct_run
//   shop_SUITE:sells failed on line 4
//   Reason: {badmatch,2}
//   - - - - - - - - - - - - - - - - - -
//
//     1) shop_tests:sell_test/0                     rebar3 eunit
//        Failure/Error: {error,{badmatch,2},
//                         [{shop_tests,sell_test,0,[{file,"shop_tests.erl"},{line,4}]}]}
//
// The first of a run tells; EUnit's own form is erlang_test's.
#pragma once

#include "task_agent/trace/grammar.hpp"

namespace task_agent::trace {

[[nodiscard]] std::optional<start_point> find_erlang_suite_start(start_context const& context);
[[nodiscard]] std::unique_ptr<grammar> make_erlang_suite_grammar();

inline constexpr std::string_view erlang_suite_openings[] = {"%%% ", "- - - ", "     Failure/Error: "};

inline constexpr grammar_entry erlang_suite_grammar = {
    {erlang_suite_openings, {}, {}}, find_erlang_suite_start, make_erlang_suite_grammar};

}  // namespace task_agent::trace

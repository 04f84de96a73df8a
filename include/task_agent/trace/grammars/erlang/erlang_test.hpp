// A test of EUnit that failed: "shop: sell_test...*failed*", the stack, and what was raised as a term.
#pragma once

#include "task_agent/trace/grammar.hpp"

namespace task_agent::trace {

[[nodiscard]] std::optional<start_point> find_erlang_test_start(start_context const& context);
[[nodiscard]] std::unique_ptr<grammar> make_erlang_test_grammar();

inline constexpr std::string_view erlang_test_endings[] = {"d*"};

inline constexpr grammar_entry erlang_test_grammar = {
    {{}, erlang_test_endings, {}}, find_erlang_test_start, make_erlang_test_grammar};

}  // namespace task_agent::trace

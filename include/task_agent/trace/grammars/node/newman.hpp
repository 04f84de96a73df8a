// What Newman tells of requests that failed, in columns at its end; the first one tells:
//
//    1.  AssertionError  has a lid                     the kind, and the test
//                        expected { id: 7 } to have property 'lid'
//                        at assertion:1 in test-script
//                        inside "nut 7" of "nuts"
//
// Its script may go on: the trace is detached.
#pragma once

#include "task_agent/trace/grammar.hpp"

namespace task_agent::trace {

[[nodiscard]] std::optional<start_point> find_newman_start(start_context const& context);
[[nodiscard]] std::unique_ptr<grammar> make_newman_grammar();

inline constexpr std::string_view newman_openings[] = {" 1. ", " 01. "};

inline constexpr grammar_entry newman_grammar = {
    {newman_openings, {}, {}}, find_newman_start, make_newman_grammar};

}  // namespace task_agent::trace

// A step of a scenario that failed, as behave (Python) and Cucumber (Ruby) print it below the step:
//
//     Then 3 nuts are sold        # features/steps/shop.py:19
//       Assertion Failed: 2 nuts
//
//     Then 3 nuts are sold        # features/step_definitions/shop.rb:15
//       expected: 3
//            got: 2
//        (RSpec::Expectations::ExpectationNotMetError)
//       ./features/step_definitions/shop.rb:15:in `/^(\d+) nuts are sold$/'
//       features/shop.feature:11:in `Then 3 nuts are sold'
//
// What a step of behave raised is a traceback, indented below it.
//
// A notice, as a run goes on behind it; raised where the run lists it at its end.
#pragma once

#include "task_agent/trace/grammar.hpp"

namespace task_agent::trace {

[[nodiscard]] std::optional<start_point> find_gherkin_start(start_context const& context);
[[nodiscard]] std::unique_ptr<grammar> make_gherkin_grammar();

// "(...Error)"
inline constexpr std::string_view gherkin_endings[] = {"r)"};
inline constexpr std::string_view gherkin_inner[] = {": "};

inline constexpr std::string_view gherkin_trace_endings[] = {"Traceback (most recent call last):"};

// asked before python_grammar, to which an indented trace is one that is only shown
inline constexpr grammar_entry gherkin_trace_grammar = {
    {{}, gherkin_trace_endings, {}}, find_gherkin_start, make_gherkin_grammar};
inline constexpr grammar_entry gherkin_grammar = {
    {{}, gherkin_endings, gherkin_inner}, find_gherkin_start, make_gherkin_grammar};

}  // namespace task_agent::trace

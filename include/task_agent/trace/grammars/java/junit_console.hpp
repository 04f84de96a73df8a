// Failed tests of JUnit's own launcher on a console, one trace for each:
//
//   JUnit Jupiter:RateTest:the pound has a rate
//     MethodSource [className = 'RateTest', methodName = 'pound', methodParameterTypes = '']
//     => java.lang.IllegalArgumentException: no rate of GBP
//        RateTest$Rates.of(RateTest.java:14)
//        [...]
//      Caused by: java.io.IOException: no file
//
// A test that fails does not end its run: the trace is detached.
#pragma once

#include "task_agent/trace/grammar.hpp"

namespace task_agent::trace {

[[nodiscard]] std::optional<start_point> find_junit_console_start(start_context const& context);
[[nodiscard]] std::unique_ptr<grammar> make_junit_console_grammar();

inline constexpr std::string_view junit_console_openings[] = {"    => "};

inline constexpr grammar_entry junit_console_grammar = {
    {junit_console_openings, {}, {}}, find_junit_console_start, make_junit_console_grammar};

}  // namespace task_agent::trace

// An example of Python's documentation that does not do what stands below it, as doctest prints it:
//
//   File "/shop/nuts.py", line 3, in nuts.sell
//   Failed example:
//       sell(2)
//   Expected:
//       4
//   Got:
//       5
//
// The message is the example; where it raised ("Exception raised:" instead), what was raised. A notice: a
// module that tests itself ends well in any case.
#pragma once

#include "task_agent/trace/grammar.hpp"

namespace task_agent::trace {

[[nodiscard]] std::optional<start_point> find_python_doctest_start(start_context const& context);
[[nodiscard]] std::unique_ptr<grammar> make_python_doctest_grammar();

inline constexpr std::string_view python_doctest_openings[] = {"Failed example:"};

inline constexpr grammar_entry python_doctest_grammar = {
    {python_doctest_openings, {}, {}}, find_python_doctest_start, make_python_doctest_grammar};

}  // namespace task_agent::trace

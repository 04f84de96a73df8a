// What CPython 3 prints when it cannot go on: "Fatal Python error: Segmentation fault" of faulthandler, an
// abort of the interpreter, a failed start.
//
// Below it stand the stacks of the threads, innermost frame first; the frames kept are those of the current
// thread. A stack without that line (faulthandler.dump_traceback) was asked for and is no trace; "Timeout
// (0:00:05)!" of dump_traceback_later may have ended the process or not, and is a guess.
#pragma once

#include "task_agent/trace/grammar.hpp"

namespace task_agent::trace {

[[nodiscard]] std::optional<start_point> find_python_fatal_start(start_context const& context);
[[nodiscard]] std::unique_ptr<grammar> make_python_fatal_grammar();

inline constexpr std::string_view python_fatal_openings[] = {"Fatal Python error: "};
// of a timeout: how it begins, many healthy lines do too
inline constexpr std::string_view python_fatal_endings[] = {")!"};

inline constexpr grammar_entry python_fatal_grammar = {
    {python_fatal_openings, python_fatal_endings, {}}, find_python_fatal_start, make_python_fatal_grammar};

}  // namespace task_agent::trace

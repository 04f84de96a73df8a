// Stack traces of the JVM (Java, Kotlin, Scala), its launcher's errors, and the block HotSpot prints when it
// crashes.
//
// A trace's first line is any text; its "\tat" lines are not, so it is found by its first frame and a look
// back. Errors that may come without a frame (heap, stack) are also known by their "Exception in thread".
#pragma once

#include "task_agent/trace/grammar.hpp"

namespace task_agent::trace {

[[nodiscard]] std::optional<start_point> find_java_start(start_context const& context);
[[nodiscard]] std::unique_ptr<grammar> make_java_grammar();

inline constexpr std::string_view java_openings[] = {"\tat ", "Exception in thread", "Error", "# ",
                                                     "Terminating due to"};

inline constexpr grammar_entry java_grammar = {
    {java_openings, {}, false}, find_java_start, make_java_grammar};

}  // namespace task_agent::trace

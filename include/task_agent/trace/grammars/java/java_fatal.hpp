// What the JVM says without a stack trace: its launcher finds no class, no jar or no way to start, the heap
// is full and it was told to end then, or its own fatal error, the block of '#' lines.
//
// A launcher's error may be followed by what caused it ("Caused by: ..."), which then gives type and message.
#pragma once

#include "task_agent/trace/grammar.hpp"

namespace task_agent::trace {

[[nodiscard]] std::optional<start_point> find_java_fatal_start(start_context const& context);
[[nodiscard]] std::unique_ptr<grammar> make_java_fatal_grammar();

inline constexpr std::string_view java_fatal_openings[] = {
    "# A fatal error", "# There is insufficient memory",
    "Error: ",         "Error occurred during",
    "Exception: ",     "Terminating due to",
    "Aborting due to", "Dumping heap to",
    "no main manifest"};

inline constexpr grammar_entry java_fatal_grammar = {
    {java_fatal_openings, {}, {}}, find_java_fatal_start, make_java_fatal_grammar};

}  // namespace task_agent::trace

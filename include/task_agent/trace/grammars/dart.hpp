// Dart's uncaught exceptions: "Unhandled exception:", what was thrown, frames "#0      main
// (file:///x.dart:3:5)" with the innermost first. Also Flutter's boxes ("EXCEPTION CAUGHT BY WIDGETS
// LIBRARY"), which need not end the program, a failed test of package:test, and what the compiler complains
// of ("x.dart:3:5: Error: ...").
//
// Written from what the runtime, its package stack_trace and Flutter's foundation library print: no recording
// of them is at hand.
#pragma once

#include "task_agent/trace/grammar.hpp"

namespace task_agent::trace {

[[nodiscard]] std::optional<start_point> find_dart_start(start_context const& context);
[[nodiscard]] std::unique_ptr<grammar> make_dart_grammar();

inline constexpr std::string_view dart_openings[] = {"Unhandled ", "\u2550\u2550", "[ERROR:"};
// of "00:01 +3 -1: adds up [E]"
inline constexpr std::string_view dart_endings[] = {"E]"};

inline constexpr std::string_view dart_inner[] = {"E/flutter", "art:"};

inline constexpr grammar_entry dart_grammar = {
    {dart_openings, dart_endings, dart_inner}, find_dart_start, make_dart_grammar};

}  // namespace task_agent::trace

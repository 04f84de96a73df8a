// Blocks in which frameworks and build tools of the JVM tell why they stop:
//
//   APPLICATION FAILED TO START                             Spring Boot, with Description and Action
//   FAILURE: Build failed with an exception.                Gradle, "* What went wrong:" to "BUILD FAILED in
//                                                           3s"
//   [ERROR] Failed to execute goal a:b:1:c ... on project   Maven, to "[Help 1] http..."
//   [ERROR] COMPILATION ERROR :                             its compiler's errors, to the same line
//   Execution error (ArithmeticException) at user/f (a.clj:3).   Clojure, with the message below
//
// A build tool only waited for what failed: its block is a summary.
#pragma once

#include "task_agent/trace/grammar.hpp"

namespace task_agent::trace {

[[nodiscard]] std::optional<start_point> find_java_tool_start(start_context const& context);
[[nodiscard]] std::unique_ptr<grammar> make_java_tool_grammar();

inline constexpr std::string_view java_tool_openings[] = {"APPLICATION FAILED", "COMPILATION ERROR",
                                                          "FAILURE: Build",     "Failed to execute goal",
                                                          "Execution error",    "Syntax error"};

// Maven's, whatever it says
inline constexpr std::string_view java_tool_endings[] = {" -> [Help 1]"};

inline constexpr grammar_entry java_tool_grammar = {
    {java_tool_openings, java_tool_endings, {}}, find_java_tool_start, make_java_tool_grammar};

}  // namespace task_agent::trace

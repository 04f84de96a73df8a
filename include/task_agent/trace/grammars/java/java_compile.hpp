// Sources of the JVM's languages that do not compile, as their compilers and build tools print it:
//
//   Main.java:3: error: ';' expected        javac, with the source, a caret and "1 error" below
//       [javac] Main.java:3: error: ...     the same under Ant
//   Main.kt:3:5: error: unresolved ...      kotlinc, scalac
//   e: file:///app/Main.kt:3:5 Unresolved   kotlinc under Gradle
//   /app/Main.java:[3,5] cannot find ...    Maven
//   error: compilation failed               last word of `java Main.java`
//
// One trace is what one compiler said, from its first error. With a count of errors it has given up for good;
// without one it is a notice.
#pragma once

#include "task_agent/trace/grammar.hpp"

namespace task_agent::trace {

[[nodiscard]] std::optional<start_point> find_java_compile_start(start_context const& context);
[[nodiscard]] std::unique_ptr<grammar> make_java_compile_grammar();

inline constexpr std::string_view java_compile_openings[] = {"e: "};

inline constexpr std::string_view java_compile_inner[] = {"ror: ", ":["};

inline constexpr grammar_entry java_compile_grammar = {
    {java_compile_openings, {}, java_compile_inner}, find_java_compile_start, make_java_compile_grammar};

}  // namespace task_agent::trace

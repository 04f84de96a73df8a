// What the compilers of Scala 3, and any below sbt, find wrong:
//
//   -- [E006] Not Found Error: src/Nut.scala:3:4 -------      an excerpt below, and what is wrong below a
//   caret [error] /app/src/Nut.scala:3:5: not found: value lid      each line with its level, to what sbt
//   makes of it
//
// A script may go on: a notice.
#pragma once

#include "task_agent/trace/grammar.hpp"

namespace task_agent::trace {

[[nodiscard]] std::optional<start_point> find_scala_start(start_context const& context);
[[nodiscard]] std::unique_ptr<grammar> make_scala_grammar();

inline constexpr std::string_view scala_openings[] = {"-- [E", "[error] "};

inline constexpr grammar_entry scala_grammar = {
    {scala_openings, {}, {}}, find_scala_start, make_scala_grammar};

}  // namespace task_agent::trace

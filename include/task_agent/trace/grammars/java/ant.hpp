// Where Ant, and Phing which is like it, stopped:
//
//   BUILD FAILED
//   /app/build.xml:9: The following error occurred while executing this line:
//   /app/lids.xml:12: Warning: Could not find file /app/nut.jar to copy.
//
// The last of the places tells. What a program or a compiler that it ran has told itself is left to them.
#pragma once

#include "task_agent/trace/grammar.hpp"

namespace task_agent::trace {

[[nodiscard]] std::optional<start_point> find_ant_start(start_context const& context);
[[nodiscard]] std::unique_ptr<grammar> make_ant_grammar();

inline constexpr std::string_view ant_openings[] = {"BUILD FAILED"};

inline constexpr grammar_entry ant_grammar = {{ant_openings, {}, {}}, find_ant_start, make_ant_grammar};

}  // namespace task_agent::trace

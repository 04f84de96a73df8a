// What Rscript prints of an error: "Error in call : message", "Calls: ...", "Execution halted". Only the last
// line tells it from an error that try() printed: without it there is no trace.
#pragma once

#include "task_agent/trace/grammar.hpp"

namespace task_agent::trace {

[[nodiscard]] std::optional<start_point> find_r_start(start_context const& context);
[[nodiscard]] std::unique_ptr<grammar> make_r_grammar();

inline constexpr std::string_view r_openings[] = {"Execution halted"};

inline constexpr grammar_entry r_grammar = {{r_openings, {}, false}, find_r_start, make_r_grammar};

}  // namespace task_agent::trace

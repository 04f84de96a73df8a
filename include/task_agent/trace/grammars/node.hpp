// Uncaught errors of Node.js, printed errors of V8, and the block V8 prints when its heap is full.
//
// The first line of a trace, and its message, are any text: it is found by its first "    at " line and a
// look back, a thrown value that is no error by the hint of Node.js below it.
#pragma once

#include "task_agent/trace/grammar.hpp"

namespace task_agent::trace {

[[nodiscard]] std::optional<start_point> find_node_start(start_context const& context);
[[nodiscard]] std::unique_ptr<grammar> make_node_grammar();

inline constexpr std::string_view node_openings[] = {"    at ", "(Use `node", "<--- Last", "FATAL ERROR: "};

inline constexpr grammar_entry node_grammar = {
    {node_openings, {}, false}, find_node_start, make_node_grammar};

}  // namespace task_agent::trace

// Errors of Node.js, Deno and Bun that nobody caught, and errors that a program printed.
//
// The first line of a trace, and its message, are any text. An uncaught one is known by the excerpt of its
// source (place, line, carets), any other by its first "    at " line and a look back. A thrown value that
// is no error has no type; where no frame is printed the excerpt is its place.
#pragma once

#include "task_agent/trace/grammar.hpp"

namespace task_agent::trace {

[[nodiscard]] std::optional<start_point> find_node_start(start_context const& context);
[[nodiscard]] std::unique_ptr<grammar> make_node_grammar();

inline constexpr std::string_view node_openings[] = {"    at ", "(Use `node", "^^", "Node.js v"};

inline constexpr grammar_entry node_grammar = {{node_openings, {}, {}}, find_node_start, make_node_grammar};

}  // namespace task_agent::trace

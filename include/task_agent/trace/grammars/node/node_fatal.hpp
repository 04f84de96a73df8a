// What V8 and Node.js print before they abort: the block of a full heap, "FATAL ERROR: ...", a failed check
// ("# Fatal error in , line 0") and a failed assertion of Node's own code, with the native stack below.
#pragma once

#include "task_agent/trace/grammar.hpp"

namespace task_agent::trace {

[[nodiscard]] std::optional<start_point> find_node_fatal_start(start_context const& context);
[[nodiscard]] std::unique_ptr<grammar> make_node_fatal_grammar();

inline constexpr std::string_view node_fatal_openings[] = {"<--- Last", "----- Native",
                                                           "FATAL ERROR: ", "# Fatal error in", "#  node["};

inline constexpr grammar_entry node_fatal_grammar = {
    {node_fatal_openings, {}, {}}, find_node_fatal_start, make_node_fatal_grammar};

}  // namespace task_agent::trace

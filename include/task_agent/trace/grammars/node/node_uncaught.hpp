// What Node.js prints of an uncaught exception under --abort-on-uncaught-exception, before it crashes:
//
//   Uncaught TypeError: shard is gone
//
//   FROM
//   load (/srv/n.js:1:18)
//   Timeout.main [as _onTimeout] (/srv/n.js:2:18)
//
// Only the line FROM tells that it is one, so there it starts, with the lines above.
#pragma once

#include "task_agent/trace/grammar.hpp"

namespace task_agent::trace {

[[nodiscard]] std::optional<start_point> find_node_uncaught_start(start_context const& context);
[[nodiscard]] std::unique_ptr<grammar> make_node_uncaught_grammar();

inline constexpr std::string_view node_uncaught_openings[] = {"FROM"};

inline constexpr grammar_entry node_uncaught_grammar = {
    {node_uncaught_openings, {}, {}}, find_node_uncaught_start, make_node_uncaught_grammar};

}  // namespace task_agent::trace

// What the tools around Node.js print when they fail:
//
//   src/a.ts(3,5): error TS2322: Type ...      the TypeScript compiler; "src/a.ts:3:5 - error TS2322: ..."
//                                              for people
//   npm ERR! code E404                         npm and pnpm, a block of lines with the same start
//                                              ("npm error" since 10), perhaps an error and its stack
//   error Command failed with exit code 1.     yarn, which says "error " of all that is wrong
//   node: bad option: --expose-gcc             Node's own command line
//
// One trace is what one tool said. A script that npm or yarn ran for somebody is a summary: it tells that it
// failed, not why.
#pragma once

#include "task_agent/trace/grammar.hpp"

namespace task_agent::trace {

[[nodiscard]] std::optional<start_point> find_node_tool_start(start_context const& context);
[[nodiscard]] std::unique_ptr<grammar> make_node_tool_grammar();

inline constexpr std::string_view node_tool_openings[] = {"npm ERR!", "npm error", "node: ", "error Command"};
inline constexpr std::string_view node_tool_endings[] = {"NODE_OPTIONS"};

inline constexpr std::string_view node_tool_inner[] = {"ode: ", "r TS"};

// The compiler's lines begin with a path and are found by their anchor.
inline constexpr grammar_entry node_tool_grammar = {
    {node_tool_openings, node_tool_endings, node_tool_inner}, find_node_tool_start, make_node_tool_grammar};

}  // namespace task_agent::trace

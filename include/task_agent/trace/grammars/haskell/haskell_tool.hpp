// What cabal and stack say when they cannot build, with a code since some time:
//
//   Error: cabal: Could not resolve dependencies:        Error: [S-4804]
//   [__0] trying: mill-0.1.0.0 (user goal)               Stack failed to construct a build plan.
#pragma once

#include "task_agent/trace/grammar.hpp"

namespace task_agent::trace {

[[nodiscard]] std::optional<start_point> find_haskell_tool_start(start_context const& context);
[[nodiscard]] std::unique_ptr<grammar> make_haskell_tool_grammar();

inline constexpr std::string_view haskell_tool_openings[] = {"Error: [Cabal-", "Error: [S-",
                                                             "Error: cabal: "};

inline constexpr grammar_entry haskell_tool_grammar = {
    {haskell_tool_openings, {}, {}}, find_haskell_tool_start, make_haskell_tool_grammar};

}  // namespace task_agent::trace

// What tools for sources print in several lines:
//
//   CONFLICT (content): Merge conflict in a.c           Git, where it could not merge
//   error: patch failed: a.c:12                         Git, with the file that it could not patch
//   Hunk #1 FAILED at 12.                               patch, to what it rejected
//   a.bin: FAILED                                       sha256sum and its like, to their count
//
// Notices: scripts go on after most of them.
#pragma once

#include "task_agent/trace/grammar.hpp"

namespace task_agent::trace {

[[nodiscard]] std::optional<start_point> find_source_tools_start(start_context const& context);
[[nodiscard]] std::unique_ptr<grammar> make_source_tools_grammar();

// What patch and the tools for sums say last has the rest above it.
inline constexpr std::string_view source_tools_openings[] = {"CONFLICT ("};
inline constexpr std::string_view source_tools_endings[] = {"did NOT match", ".rej"};

inline constexpr grammar_entry source_tools_grammar = {
    {source_tools_openings, source_tools_endings, {}}, find_source_tools_start, make_source_tools_grammar};

// In a group of its own: first and second bytes of one grammar are looked up apart.
inline constexpr std::string_view source_tools_git_openings[] = {"error: patch failed: "};

inline constexpr grammar_entry source_tools_git_grammar = {
    {source_tools_git_openings, {}, {}}, find_source_tools_start, make_source_tools_grammar};

}  // namespace task_agent::trace

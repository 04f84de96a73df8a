// What bundlers and package managers for JavaScript print in forms of their own:
//
//   ✘ [ERROR] Could not resolve "./lid"                 esbuild, its place below
//   ERROR in ./src/nut.js 1:0-20                        webpack, what is wrong below
//   error during build:                                 Vite, the error below
//   [!] (plugin json) SyntaxError: Unexpected token     Rollup, its place and frames below
//    ERR_PNPM_NO_LID  No lid found for nut@3            pnpm, between thin blanks
//   ➤ YN0028: │ The lockfile would have been modified   yarn since 2, to "Failed with errors"
//
// A script may go on: notices.
#pragma once

#include "task_agent/trace/grammar.hpp"

namespace task_agent::trace {

[[nodiscard]] std::optional<start_point> find_node_build_start(start_context const& context);
[[nodiscard]] std::unique_ptr<grammar> make_node_build_grammar();

inline constexpr std::string_view node_build_openings[] = {"\xE2\x9C\x98 [ERROR] ", "ERROR in ",
                                                           "error during",
                                                           "\xE2\x80\x89"
                                                           "ERR_PNPM_"};
inline constexpr grammar_entry node_build_grammar = {
    {node_build_openings, {}, {}}, find_node_build_start, make_node_build_grammar};

// apart, as the bytes of all openings of an entry combine
inline constexpr std::string_view node_rollup_openings[] = {"[!] "};
inline constexpr std::string_view node_yarn_openings[] = {"\xE2\x9E\xA4 YN"};
inline constexpr grammar_entry node_rollup_grammar = {
    {node_rollup_openings, {}, {}}, find_node_build_start, make_node_build_grammar};
inline constexpr grammar_entry node_yarn_grammar = {
    {node_yarn_openings, {}, {}}, find_node_build_start, make_node_build_grammar};

}  // namespace task_agent::trace

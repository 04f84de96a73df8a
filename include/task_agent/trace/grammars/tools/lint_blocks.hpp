// What checkers print as a block for each finding:
//
//   In deploy.sh line 4:                                  ShellCheck
//     psql < "$1
//            ^-- SC1073 (error): Couldn't parse this double quoted string.
//
//   Checking ship.lua                      1 error        luacheck
//
//       ship.lua:6:3: expected 'end' near 'local'
//
//   sum.js:4:10 lint/suspicious/noDebugger ━━━━━━━━       Biome
//
//     × This is an unexpected use of the debugger statement.
//
// The first error tells, and its block is the trace: those that follow are read with it. Of warnings alone
// nothing is told. A script may go on: a notice.
#pragma once

#include "task_agent/trace/grammar.hpp"

namespace task_agent::trace {

[[nodiscard]] std::optional<start_point> find_lint_block_start(start_context const& context);
[[nodiscard]] std::unique_ptr<grammar> make_lint_block_grammar();

inline constexpr std::string_view lint_block_openings[] = {"In ", "Checking "};
// of a heading's line
inline constexpr std::string_view lint_block_endings[] = {"\xE2\x94\x81"};

inline constexpr grammar_entry lint_block_grammar = {
    {lint_block_openings, lint_block_endings, {}}, find_lint_block_start, make_lint_block_grammar};

}  // namespace task_agent::trace

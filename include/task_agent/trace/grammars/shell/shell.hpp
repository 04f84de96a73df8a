// What bash, dash, ash and zsh say when a command of a script cannot be run:
//
//   run.sh: line 6: protoc: command not found      bash; ash says "not found"
//   run.sh: 6: protoc: not found                   dash
//   run.sh[6]: protoc: not found                   ksh
//   run.sh:6: command not found: protoc            zsh
//   bash: protoc: command not found                a command line
//
// A notice: scripts go on after most of them, and the line of a logger that quotes one is none. bash's second
// line of a syntax error, which shows the text, belongs to it. "line 6: 123 Killed  ./train" tells of a
// signal.
#pragma once

#include "task_agent/trace/grammar.hpp"

namespace task_agent::trace {

[[nodiscard]] std::optional<start_point> find_shell_start(start_context const& context);
[[nodiscard]] std::unique_ptr<grammar> make_shell_grammar();

// "line 6", "not found" and "sh: " are anchors; without one are, of a script whose name has no ending, dash's
// "parameter not set", "Permission denied" and "No such file", and of a signal "Segmentation fault", "(core
// dumped)", "Killed".
inline constexpr std::string_view shell_endings[] = {"et", "ed", "le"};

// "x.sh: line 3: ", "x.sh: 3: ", "x.sh[3]: ", "bash: ", "env: x: No such file or directory"
inline constexpr std::string_view shell_inner[] = {
    "ne 9", ": 9", "sh:", "sh[9", "box:", ": No such", ": command not found"};

inline constexpr grammar_entry shell_grammar = {
    {{}, shell_endings, shell_inner}, find_shell_start, make_shell_grammar};

}  // namespace task_agent::trace

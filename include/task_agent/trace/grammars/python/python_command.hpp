// The one line with which the interpreter says that there is nothing to run: "python3: can't open file ...",
// "/usr/bin/python3: No module named x", "SyntaxError: Non-UTF-8 code ...". A notice: it has no stack.
// So does pip ("ERROR: No matching distribution found for x"); what a build's step printed is part of it.
// (argparse's "x: error: ..." is none: any program's last line is shown where there is no trace.)
#pragma once

#include "task_agent/trace/grammar.hpp"

namespace task_agent::trace {

[[nodiscard]] std::optional<start_point> find_python_command_start(start_context const& context);
[[nodiscard]] std::unique_ptr<grammar> make_python_command_grammar();

// The name, or how its path begins.
inline constexpr std::string_view python_command_openings[] = {"python", "SyntaxError: ", "/usr/",
                                                               "/opt/",  "/home/",        "/venv"};

// pip's
inline constexpr std::string_view python_command_inner[] = {"ROR: ", "ror: "};

inline constexpr grammar_entry python_command_grammar = {{python_command_openings, {}, python_command_inner},
                                                         find_python_command_start,
                                                         make_python_command_grammar};

}  // namespace task_agent::trace

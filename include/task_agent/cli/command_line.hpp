// From argv to an invocation, or to the one sentence that says what is wrong with it.
//
// `--flag=value` and `--flag value` are the same; a flag without a value may be switched off again by
// `--flag=false` (never `--flag false`: that would be an operand). The last of several wins. `--` ends the
// flags. For `run` the first operand ends them too, so that CMD's own flags need no care.
#pragma once

#include "task_agent/base/error.hpp"
#include "task_agent/cli/command.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace task_agent::cli {

// `arguments` without the program's name; `table` is commands() but in tests. `-h` and `--help` anywhere
// among a command's flags become `help COMMAND`, and `--version` becomes `version`. No argument at all is an
// error that says where help is: a wrapper that wraps nothing has been called by mistake. Values of settings
// are not judged here.
[[nodiscard]] result<invocation> parse_command_line(std::span<command const* const> table,
                                                    std::vector<std::string> arguments, environment env);

// The sentence about a command that is not in the table.
[[nodiscard]] error unknown_command(std::span<command const* const> table, std::string_view name);

}  // namespace task_agent::cli

// NO_TASK_AGENT=1: `run` becomes the command at once and does nothing else (contract 1), so that an image
// that has the agent baked in can be debugged without it.
//
// Before any option is judged: a wrong option, or a broken config file, cannot stand in the way.
#pragma once

#include "task_agent/cli/command.hpp"

#include <optional>
#include <span>
#include <string_view>

namespace task_agent::cli {

// Where the command begins in `arguments` ("run", options, command), or nothing when it is no `run` of a
// command. An option that is not known is taken for one without a value.
[[nodiscard]] std::optional<std::size_t> command_of_run(std::span<char* const> arguments);

// Only a "yes" (1, true, yes, on) counts.
[[nodiscard]] bool is_bypassed(char const* no_task_agent) noexcept;

// execvp(3); returns only when it failed, with the exit code, after saying why.
[[nodiscard]] int become_command(char** argv);

}  // namespace task_agent::cli

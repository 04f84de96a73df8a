// What commands with settings do first: all sources of the options, read and judged (contract 1).
#pragma once

#include "task_agent/cli/command.hpp"
#include "task_agent/config/loader.hpp"

#include <optional>

namespace task_agent::cli {

// The effective options of the invocation's command. Nothing after each problem was told in a sentence of its
// own on stderr: the command then ends with agent_failure. Warnings are left in the result.
[[nodiscard]] std::optional<loaded_options> load(invocation const& call);

}  // namespace task_agent::cli

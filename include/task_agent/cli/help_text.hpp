// The help, made from the command table and the option table.
#pragma once

#include "task_agent/cli/command.hpp"

#include <span>
#include <string>

namespace task_agent::cli {

// All commands, one line each.
[[nodiscard]] std::string overview(std::span<command const* const> table);

// One command: usage, own flags, settings with their defaults and all their sources.
[[nodiscard]] std::string help_of(command const& what);

}  // namespace task_agent::cli

// The table of subcommands: a command exists when it stands here.
#include "task_agent/cli/command.hpp"

namespace task_agent::cli {

extern command const version_command;
extern command const help_command;

namespace {

constexpr command const* table[] = {&version_command, &help_command};

}  // namespace

std::span<command const* const> commands() noexcept {
    return table;
}

}  // namespace task_agent::cli

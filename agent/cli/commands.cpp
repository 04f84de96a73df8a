// The table of subcommands: a command exists when it stands here.
#include "task_agent/cli/command.hpp"

namespace task_agent::cli {

extern command const run_command;
extern command const status_command;
extern command const submit_command;
extern command const cancel_command;
extern command const pause_command;
extern command const resume_command;
extern command const config_command;
extern command const flush_command;
extern command const explain_command;
#ifdef TASK_AGENT_DEV_SERVER
extern command const dev_server_command;
#endif
extern command const version_command;
extern command const help_command;

namespace {

constexpr command const* table[] = {&run_command,        &status_command, &submit_command,
                                    &cancel_command,     &pause_command,  &resume_command,
                                    &explain_command,    &flush_command,  &config_command,
#ifdef TASK_AGENT_DEV_SERVER
                                    &dev_server_command,
#endif
                                    &version_command,    &help_command};

}  // namespace

std::span<command const* const> commands() noexcept {
    return table;
}

}  // namespace task_agent::cli

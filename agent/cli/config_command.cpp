// `config`: the settings that `run` would have here, with the source of each (contract 1). It takes the flags
// of `run`. Exit code 125 when there is a mistake among them, with the same sentences.
#include "task_agent/cli/command.hpp"
#include "task_agent/cli/loading.hpp"
#include "task_agent/cli/settings_table.hpp"
#include "task_agent/cli/terminal.hpp"

namespace task_agent::cli {
namespace {

int act(invocation const& call) {
    auto const options = load(call);
    if (!options) return agent_failure;
    for (auto const& warning : options->warnings)
        complain(warning);
    return print(settings_table(*options));
}

}  // namespace

extern command const config_command;
constinit command const config_command = {
    .name = "config",
    .usage = "config [options]",
    .summary = "prints the settings that run would have, with the source of each",
    .settings = command_set::run,
    .act = act};

}  // namespace task_agent::cli

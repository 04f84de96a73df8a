#include "task_agent/cli/command.hpp"
#include "task_agent/cli/command_line.hpp"
#include "task_agent/cli/help_text.hpp"
#include "task_agent/cli/terminal.hpp"

namespace task_agent::cli {
namespace {

int act(invocation const& call) {
    if (call.operands.empty()) return print(overview(commands()));
    if (command const* what = find_command(commands(), call.operands.front())) return print(help_of(*what));
    complain(unknown_command(commands(), call.operands.front()).text);
    return agent_failure;
}

}  // namespace

extern command const help_command;
constinit command const help_command = {.name = "help",
                                        .usage = "help [COMMAND]",
                                        .summary = "lists the commands, or one command's options",
                                        .takes = {.most = 1, .what = "COMMAND"},
                                        .act = act};

}  // namespace task_agent::cli

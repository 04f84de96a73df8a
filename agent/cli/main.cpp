// task-agent: wraps a command, reports it to the platform and explains its failures.
//
// Exit codes of all commands: 125 for a usage error or a failure of the agent itself, with one sentence on
// stderr; the rest is each command's own and stands in its file (contract 1).
#include "task_agent/cli/bypass.hpp"
#include "task_agent/cli/command_line.hpp"
#include "task_agent/cli/terminal.hpp"

#include <malloc.h>

#include <cstdlib>
#include <exception>
#include <span>

namespace cli = task_agent::cli;

int main(int argc, char** argv) {
    // one heap for all threads: the pumps allocate next to nothing, and each further arena would cost memory
    // for good
    mallopt(M_ARENA_MAX, 1);
    try {
        if (argc > 1 && cli::is_bypassed(std::getenv("NO_TASK_AGENT"))) {
            auto const at = cli::command_of_run(std::span<char* const>(argv + 1, argv + argc));
            if (at) return cli::become_command(argv + 1 + *at);
        }
        auto const call = cli::parse_command_line(cli::commands(), {argv + (argc > 0 ? 1 : 0), argv + argc},
                                                  task_agent::environment::of_process());
        if (call.has_error()) {
            cli::complain(call.error().text);
            return cli::agent_failure;
        }
        return call.value().what->act(call.value());
    } catch (std::exception const& e) {
        cli::complain(e.what());
    }
    return cli::agent_failure;
}

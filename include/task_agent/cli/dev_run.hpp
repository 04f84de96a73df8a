// `run --dev`: the platform in small, one job in it, and this same executable running the command as that
// job's task through real HTTP; at the end the status tree on stdout (contract 1).
//
// The parent holds the dev-server in a thread and passes signals on; the child is an ordinary `run
// --own-step`, so what is tried here is what runs in production.
#pragma once

#include "task_agent/cli/command.hpp"

#include <csignal>

namespace task_agent::cli {

// `mask`: the signals that were blocked when the program started; all are blocked by now. Returns the exit
// code of `run`.
[[nodiscard]] int dev_run(invocation const& call, ::sigset_t mask);

}  // namespace task_agent::cli

// The story of one run: start the workload, pump what it prints, tell the platform, obey it, and see the end
// through until the platform has acknowledged it (contract 1 to 5).
//
// Read task_run.cpp from the top: run(), then live(), then the end in shutdown.cpp.
//
// Main thread: it starts the workload, becomes the control thread and returns the exit code. One run per
// process.
#pragma once

#include "task_agent/base/log.hpp"
#include "task_agent/config/settings.hpp"
#include "task_agent/net/base_url.hpp"
#include "task_agent/os/pipe.hpp"
#include "task_agent/platform/jobs_client.hpp"
#include "task_agent/run/start_needs.hpp"
#include "task_agent/trace/failure_rules.hpp"

#include <csignal>
#include <optional>
#include <string>
#include <vector>

namespace task_agent {

struct run_request {
    run_settings settings;
    std::vector<std::string> argv;          // the workload, at least its name
    std::vector<std::string> environment;   // the workload's
    std::optional<net::base_url> platform;  // nothing: supervised in full, reports to nobody
    jobs_client_options client;             // for the platform
    start_needs needs;                      // fetched before the start
    std::vector<std::string> secrets;       // values that must not leave, wherever they come from
    std::string outer_socket;               // TASK_AGENT_SOCKET as it was found: of an agent around this one
    trace::failure_rules failure_rules;     // of --failure-rules; none is fine
    bool task_is_made_up = false;           // nobody gave the task a name
    std::vector<std::string> warnings;      // of the settings, to be said once the run may speak
    ::sigset_t signal_mask{};               // as the agent found it; all signals are blocked by now
    os::standard_fds_state standard_fds;    // likewise, before anything was opened
};

// Returns the agent's exit code.
[[nodiscard]] int run_task(run_request request);

}  // namespace task_agent

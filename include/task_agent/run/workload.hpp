// Starts the workload: pipes for what it prints, its group or session, the terminal if there is one (contract
// 4).
//
// Main thread, before any other thread exists, with all signals blocked.
#pragma once

#include "task_agent/base/unique_fd.hpp"
#include "task_agent/core/user_ids.hpp"
#include "task_agent/logic/start_failure.hpp"
#include "task_agent/os/pipe.hpp"

#include <sys/types.h>

#include <csignal>
#include <optional>
#include <string>
#include <vector>

namespace task_agent {

struct workload_request {
    std::vector<std::string> argv;
    std::vector<std::string> environment;
    ::sigset_t signal_mask{};             // as the agent found it
    bool ignore_child_ends = false;       // likewise
    os::standard_fds_state standard_fds;  // a stream that was closed stays closed
    std::string working_directory;        // empty: the agent's own
    std::optional<user_ids> user;         // nothing: as the agent
    bool dies_with_agent = true;
    int cgroup = -1;  // borrowed: the folder it starts in; -1 = the agent's
};

struct started_workload {
    pid_t pid = -1;
    unique_fd out;  // read ends; none for a stream that was closed
    unique_fd err;
    int terminal = -1;  // borrowed: ours and the workload's; to be taken back at the end
};

using workload_result = boost::system::result<started_workload, start_failure>;

[[nodiscard]] workload_result start_workload(workload_request request);

// Makes the agent's group the terminal's foreground group again, if the workload's is. All signals are
// blocked.
void take_terminal_back(int terminal, pid_t workload) noexcept;

}  // namespace task_agent

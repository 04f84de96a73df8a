// From how the workload ended and why it was stopped to the final status, the reason and the agent's own exit
// code (contract 1, "Exit codes of run", and 9). Pure.
#pragma once

#include "task_agent/core/exit_status.hpp"
#include "task_agent/core/failure.hpp"
#include "task_agent/core/status.hpp"
#include "task_agent/logic/control_policy.hpp"

#include <cstdint>

namespace task_agent {

// EX_TEMPFAIL of sysexits.h: saved, to be run again (platform-facts 4.3).
inline constexpr int code_of_saved = 75;

struct end_of_run {
    exit_status exit;
    stop_order order = stop_order::none;  // what the platform had asked for, as far as the agent read it
    bool signalled_for_order = false;     // the workload was signalled for that order before it ended
    bool pause_is_cooperative = false;    // the pause was left to the workload (platform-facts 4.3)
    bool signalled_from_outside = false;  // a stop signal came and no order of the platform was known
    bool timed_out = false;               // stopped at --timeout
    bool stalled = false;                 // stopped by --on-stall=stop
    bool unkillable = false;              // the tree has not ended 5 s after SIGKILL; `exit` may say nothing
    bool pass_exit_code = false;          // --stop-exit=workload
    bool killed_by_agent = false;         // the stop ladder had come to SIGKILL
    std::uint64_t oom_kills = 0;          // counted by the workload's cgroup during the run
};

struct exit_verdict {
    status final_status = status::completed;
    failure_reason reason = failure_reason::exit_code;  // meaningful when final_status is error
    int exit_code = 0;
};

// Where a pause is cooperative, every code passes, and 75 says that the workload has saved: that is paused,
// and nothing else is, also when it had noticed the order by itself. One that was killed when its time was
// over has failed by that time limit.
//
// SIGKILL, or the code 137 of a shell or launcher whose child got it, is the kernel's out-of-memory kill when
// one was counted, unless the agent had sent SIGKILL itself: then the counted one may have been any process,
// and the stop is the reason (contract 4).
[[nodiscard]] exit_verdict judge(end_of_run const& end) noexcept;

}  // namespace task_agent

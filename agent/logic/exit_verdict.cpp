#include "task_agent/logic/exit_verdict.hpp"

#include <csignal>

namespace task_agent {
namespace {

// The code of timeout(1), and of a shell for a process that SIGKILL ended (contract 1).
constexpr int code_of_timeout = 124;
constexpr int code_of_unkillable = 137;

bool is_oom_killed(end_of_run const& end) noexcept {
    return end.oom_kills > 0 && !end.killed_by_agent && end.exit.shell_code() == 128 + SIGKILL;
}

}  // namespace

exit_verdict judge(end_of_run const& end) noexcept {
    exit_verdict verdict;
    verdict.exit_code = end.exit.shell_code();
    if (end.unkillable) return {status::error, failure_reason::unkillable, code_of_unkillable};

    bool const was_asked = end.order == stop_order::pause && end.pause_is_cooperative;
    if (was_asked && verdict.exit_code == code_of_saved) {
        verdict.final_status = status::paused;
        return verdict;
    }
    if (!was_asked && end.order != stop_order::none && end.signalled_for_order) {
        verdict.final_status = end.order == stop_order::pause ? status::paused : status::cancelled;
        // docker maps any other code of a stopped container to error (platform-facts 4.2)
        if (!end.pass_exit_code) verdict.exit_code = 0;
        return verdict;
    }
    if (end.timed_out || end.stalled) {
        // it was not let finish, whatever it says itself
        return {status::error, end.stalled ? failure_reason::stalled : failure_reason::timeout,
                end.exit.is_success() ? code_of_timeout : verdict.exit_code};
    }
    if (end.exit.is_success()) return verdict;

    verdict.final_status = status::error;
    if (is_oom_killed(end)) {
        verdict.reason = failure_reason::oom_killed;
    } else if (was_asked && end.killed_by_agent && !end.signalled_from_outside) {
        verdict.reason = failure_reason::timeout;
    } else if (end.signalled_from_outside) {
        verdict.reason = failure_reason::stopped_externally;
    } else if (end.exit.signal != 0) {
        verdict.reason = failure_reason::signal;
    }
    return verdict;
}

}  // namespace task_agent

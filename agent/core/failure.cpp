#include "task_agent/core/failure.hpp"

namespace task_agent {

std::string_view to_text(failure_reason reason) noexcept {
    switch (reason) {
        case failure_reason::exit_code:
            return "exit_code";
        case failure_reason::signal:
            return "signal";
        case failure_reason::oom_killed:
            return "oom_killed";
        case failure_reason::start_failed:
            return "start_failed";
        case failure_reason::stopped_externally:
            return "stopped_externally";
        case failure_reason::timeout:
            return "timeout";
        case failure_reason::stalled:
            return "stalled";
        case failure_reason::unkillable:
            return "unkillable";
        case failure_reason::agent_failed:
            return "agent_failed";
    }
    return "?";
}

}  // namespace task_agent

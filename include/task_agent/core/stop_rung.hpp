// One rung of the stop ladder (contract 4).
#pragma once

#include "task_agent/base/clock.hpp"

namespace task_agent {

struct stop_rung {
    int signal = 0;   // 0 = the stop signal that was received
    duration wait{};  // until the next rung, or SIGKILL after the last

    bool operator==(stop_rung const&) const = default;
};

}  // namespace task_agent

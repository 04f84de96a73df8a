// A job's status as a tree for people: steps, tasks, progress, heartbeat, the cause and the stack of a
// failure (contract 1, `status`). Pure.
#pragma once

#include "task_agent/base/clock.hpp"
#include "task_agent/core/step.hpp"

#include <string>

namespace task_agent::cli {

// `now` tells how old heartbeats are. Each line ends with '\n'; control characters of the platform's texts
// are replaced.
[[nodiscard]] std::string status_tree(job_tree const& job, wall_clock::time_point now);

}  // namespace task_agent::cli

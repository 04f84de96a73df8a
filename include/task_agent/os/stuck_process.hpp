// What a process waits for, as far as /proc tells (proc(5): stat, wchan, syscall).
#pragma once

#include "task_agent/core/stuck_process.hpp"

#include <vector>

namespace task_agent::os {

// Those of `roots` and their descendants that have not ended, each once. wchan and syscall are mostly
// readable by root alone.
[[nodiscard]] std::vector<stuck_process> look_at_stuck(std::vector<pid_t> roots);

}  // namespace task_agent::os

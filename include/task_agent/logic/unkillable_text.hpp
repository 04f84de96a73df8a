// The sentence about a tree that has not ended 5 s after SIGKILL: who, and what each waits for (contract 1).
// Pure.
#pragma once

#include "task_agent/core/stuck_process.hpp"

#include <string>
#include <vector>

namespace task_agent {

// Names four processes at most, the rest by number.
[[nodiscard]] std::string unkillable_text(std::vector<stuck_process> const& processes);

}  // namespace task_agent

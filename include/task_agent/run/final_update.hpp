// The final update of a task, from its verdict and the report about a failure (contract 3).
#pragma once

#include "task_agent/core/failure.hpp"
#include "task_agent/core/task_update.hpp"

#include <optional>

namespace task_agent {

[[nodiscard]] task_update make_final_update(status state, std::optional<failure_report> const& report);

}  // namespace task_agent

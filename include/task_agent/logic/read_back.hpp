// Whether the platform ended up with what was sent last (contract 3): a request that was lost on its way may
// come in late, and a task takes any status at any time (platform-facts 3.5). Pure.
#pragma once

#include "task_agent/core/identity.hpp"
#include "task_agent/core/step.hpp"

#include <cstdint>

namespace task_agent {

// Our task in the job's tree, or nothing.
[[nodiscard]] task_node const* find_task(job_tree const& job, identity const& id) noexcept;

// False where the stored document is older than update number `seq`, or the status is another one.
[[nodiscard]] bool holds(task_node const& stored, status state, std::uint64_t seq) noexcept;

}  // namespace task_agent

// Which way a step's status leads to the one that its run has come to (platform-facts 3.1). Pure.
//
// July's matrix, which later servers only widen: a direct move that it does not have is tried first by
// whoever writes, and this tells the way round.
#pragma once

#include "task_agent/core/status.hpp"

#include <optional>

namespace task_agent {

// The next status to write where the step is `current` and `wanted` is active, or an end of the run
// (completed, error, cancelled, paused). Nothing when there is nothing more to write: it is there already,
// has ended otherwise, or is on the way to its end while the run begins.
[[nodiscard]] std::optional<status> next_move(status current, status wanted) noexcept;

}  // namespace task_agent

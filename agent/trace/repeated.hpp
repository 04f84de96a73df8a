// What failed the same way twice was got over at least once. Pure.
#pragma once

#include "task_agent/trace/trace.hpp"

#include <span>

namespace task_agent::trace {

// Whether another of a stream's `traces` tells of the same failure elsewhere in the output: of the same
// process, from the same innermost frame; without frames, of the same type and written by a logger.
[[nodiscard]] bool is_repeated(found_trace const& trace, std::span<found_trace const> traces) noexcept;

}  // namespace task_agent::trace

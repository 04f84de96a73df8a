// The traceback that torchrun's table holds of the rank that failed first: what the rank wrote to its error
// file, where torchrun could read it and the agent cannot. Pure; linear.
#pragma once

#include "task_agent/trace/trace.hpp"

#include <optional>

namespace task_agent::trace {

// With the rank, the text and the place of the table. Nothing when `table` is none, or holds no traceback.
[[nodiscard]] std::optional<found_trace> read_recorded_trace(found_trace const& table);

}  // namespace task_agent::trace

// How well a trace can explain the end of its process. Pure.
#pragma once

#include "task_agent/trace/trace.hpp"

namespace task_agent::trace {

// 0 = never the cause. Below `doubtful` only when nothing better is there and the process is known to have
// failed.
inline constexpr int doubtful = 12;

[[nodiscard]] int weight_of(found_trace const& trace) noexcept;

// What follows from the end of another process: a connection closed by a peer, an aborted communicator, a
// SIGTERM received.
[[nodiscard]] bool is_cascade(found_trace const& trace) noexcept;
// Says only that something else failed, which told why itself: CalledProcessError, InvocationTargetException,
// "job 3 ended with exit 1".
[[nodiscard]] bool is_wrapper(found_trace const& trace) noexcept;
// Ended its process and is neither: it follows from nothing that another process does.
[[nodiscard]] bool is_reason(found_trace const& trace) noexcept;

}  // namespace task_agent::trace

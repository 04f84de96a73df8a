// Whether a program got over a failure that it printed: by how much was said behind it, and how its log ends.
// Pure.
#pragma once

#include "task_agent/trace/trace.hpp"

#include "log_end.hpp"
#include <span>

namespace task_agent::trace {

// Something was printed, and its program went on to an end that does not speak of it. `last`: of what stands
// behind it.
[[nodiscard]] bool was_outlived(found_trace const& trace, std::span<found_trace const> of_stream,
                                last_word last, bool is_end_known) noexcept;

// Its process went on, and was stopped from outside; of a thread that died, others may have waited until they
// were.
[[nodiscard]] bool was_got_over(found_trace const& trace) noexcept;

}  // namespace task_agent::trace

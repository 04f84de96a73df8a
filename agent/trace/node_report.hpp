// A node of Erlang ends with the term it was ended by; the report of the process that died of it, with its
// stack, stands above. Pure.
#pragma once

#include "task_agent/trace/trace.hpp"

#include <span>

namespace task_agent::trace {

// The last report above a node's end, in the traces of one stream; nullptr where `end` is none, or has none.
// Processes that end because others do report as well: theirs are passed over.
[[nodiscard]] found_trace const* report_before(found_trace const& end,
                                               std::span<found_trace const> traces) noexcept;

}  // namespace task_agent::trace

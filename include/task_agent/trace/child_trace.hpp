// A program whose child printed its own trace and ended prints one itself: "CalledProcessError: Command ...
// returned non-zero exit status 1", "job 3 ended with exit 1". Both tell of one failure, and the child's of
// its beginning. Pure.
#pragma once

#include "task_agent/trace/trace.hpp"

namespace task_agent::trace {

// Whether `child`, printed by the same process directly before, is what `parent` tells of; it is then a part
// of it, as its root.
bool join_child(found_trace& child, found_trace& parent);

}  // namespace task_agent::trace

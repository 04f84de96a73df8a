// What comes between the settings and the start: secrets become variables of the workload, and its step's
// config a file (contract 5.2). Control thread, before any other exists.
#pragma once

#include "task_state.hpp"

namespace task_agent {

// True when the workload may start, at once where it needs nothing. Else the run has its end: a start that
// failed, or a signal that came meanwhile.
[[nodiscard]] bool prepare(task_state& s);

}  // namespace task_agent

// Starts the workload: its channel, its environment, the process, the pumps (contract 4, 5, 8.1). Main
// thread, before any other exists.
#pragma once

#include "task_state.hpp"

namespace task_agent {

// The first process and its pumps, or why it could not be started.
void start(task_state& s);

}  // namespace task_agent

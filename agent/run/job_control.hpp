// The workload as a job of the shell (contract 4): it stops, the agent stops; the agent is continued, it goes
// on. Without a terminal there is nothing to do. Control thread.
#pragma once

#include "task_state.hpp"

namespace task_agent {

// After SIGCHLD: the workload was stopped, by the stop key say, and the shell must see its job stopped, which
// is us.
void follow_stop(task_state& s);

// After SIGCONT: the terminal goes where the shell gave it: in the foreground to the workload, in the
// background to nobody.
void follow_continue(task_state& s);

}  // namespace task_agent

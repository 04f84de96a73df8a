// A terminal's foreground group, and the job that a shell sees (contract 4, tcsetpgrp(3)).
//
// All signals are blocked in the caller, so that taking the terminal from the background raises no SIGTTOU.
#pragma once

#include <sys/types.h>

namespace task_agent::os {

// Whether our group is its foreground group.
[[nodiscard]] bool is_foreground(int terminal) noexcept;

void set_foreground(int terminal, pid_t group) noexcept;

// Whether somebody outside our group, in our session, could continue us after a stop: a shell with job
// control. Nobody else would, so a group without one is never stopped (setpgid(2), orphaned groups).
[[nodiscard]] bool has_job_control() noexcept;

// Stops our whole process group, as the stop key would have, and returns once somebody has continued it.
void stop_own_group() noexcept;

}  // namespace task_agent::os

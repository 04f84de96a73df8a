// A process by file descriptor: cannot be confused with a later process of the same number (pidfd_open(2)).
#pragma once

#include "task_agent/base/error.hpp"
#include "task_agent/base/unique_fd.hpp"

#include <sys/types.h>

namespace task_agent::os {

// Readable once the process has ended. Needs Linux 5.3.
[[nodiscard]] result<unique_fd> open_pidfd(pid_t pid);

// False when the process is gone or may not be signalled.
bool send_signal(unique_fd const& pidfd, int signal) noexcept;

}  // namespace task_agent::os

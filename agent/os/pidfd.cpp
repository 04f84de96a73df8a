#include "task_agent/os/pidfd.hpp"

#include <sys/syscall.h>
#include <unistd.h>

namespace task_agent::os {

result<unique_fd> open_pidfd(pid_t pid) {
    int const fd = static_cast<int>(::syscall(SYS_pidfd_open, pid, 0));
    if (fd < 0) return system_error(last_errno(), "pidfd_open");
    return unique_fd(fd);
}

bool send_signal(unique_fd const& pidfd, int signal) noexcept {
    return ::syscall(SYS_pidfd_send_signal, pidfd.get(), signal, nullptr, 0) == 0;
}

}  // namespace task_agent::os

#include "task_agent/os/pipe.hpp"

#include <fcntl.h>
#include <sys/eventfd.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace task_agent::os {

result<pipe_ends> make_pipe() {
    int fds[2];
    if (::pipe2(fds, O_CLOEXEC) < 0) return system_error(last_errno(), "pipe");
    return pipe_ends{unique_fd(fds[0]), unique_fd(fds[1])};
}

bool grow_pipe(int fd, std::size_t bytes) noexcept {
    return ::fcntl(fd, F_SETPIPE_SZ, static_cast<int>(bytes)) > 0;
}

std::size_t bytes_waiting(int fd) noexcept {
    int n = 0;
    return ::ioctl(fd, FIONREAD, &n) == 0 && n > 0 ? static_cast<std::size_t>(n) : 0;
}

void set_non_blocking(int fd) noexcept {
    ::fcntl(fd, F_SETFL, ::fcntl(fd, F_GETFL) | O_NONBLOCK);
}

bool is_same_file(int a, int b) noexcept {
    struct ::stat sa {};
    struct ::stat sb {};
    return ::fstat(a, &sa) == 0 && ::fstat(b, &sb) == 0 && sa.st_dev == sb.st_dev && sa.st_ino == sb.st_ino &&
           sa.st_rdev == sb.st_rdev;
}

bool is_open(int fd) noexcept {
    return ::fcntl(fd, F_GETFD) >= 0;
}

standard_fds_state occupy_standard_fds() noexcept {
    standard_fds_state state;
    for (int fd = 0; fd < 3; ++fd) {
        state.was_open[fd] = is_open(fd);
        if (state.was_open[fd]) continue;
        // the lowest free number is this one, as all below are taken; an empty root has no /dev/null
        if (::open("/dev/null", O_RDWR | O_CLOEXEC) < 0) (void)::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
    }
    return state;
}

}  // namespace task_agent::os

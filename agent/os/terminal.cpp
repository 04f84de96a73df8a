#include "task_agent/os/terminal.hpp"

#include "task_agent/os/process.hpp"

#include <unistd.h>

#include <csignal>

namespace task_agent::os {

bool is_foreground(int terminal) noexcept {
    return terminal >= 0 && ::tcgetpgrp(terminal) == ::getpgrp();
}

void set_foreground(int terminal, pid_t group) noexcept {
    if (terminal >= 0) ::tcsetpgrp(terminal, group);
}

bool has_job_control() noexcept {
    pid_t const group = ::getpgrp();
    pid_t const session = ::getsid(0);
    // up through those of our own group: the shell's script that called us, say
    pid_t parent = ::getppid();
    while (parent > 0 && ::getsid(parent) == session) {
        if (::getpgid(parent) != group) return true;
        auto const stat = read_stat(parent);
        if (!stat) return false;
        parent = stat->parent;
    }
    return false;
}

void stop_own_group() noexcept {
    ::kill(0, SIGSTOP);
}

}  // namespace task_agent::os

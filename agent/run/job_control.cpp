#include "job_control.hpp"

#include "task_agent/os/process.hpp"
#include "task_agent/os/terminal.hpp"

#include <unistd.h>

#include <csignal>

namespace task_agent {

void follow_stop(task_state& s) {
    if (s.terminal < 0 || s.ended) return;
    auto const signal = os::take_stop(s.first->pid());
    if (!signal) return;
    bool const had_terminal = ::tcgetpgrp(s.terminal) == s.first->pid();
    bool const by_terminal = *signal == SIGTSTP || *signal == SIGTTIN || *signal == SIGTTOU;
    if (!had_terminal && !by_terminal) return;
    if (*signal != SIGTSTP && os::is_foreground(s.terminal)) {
        // a shell that brings a running job to the foreground tells nobody: the first to need it finds out
        os::set_foreground(s.terminal, s.first->pid());
        s.first->signal_group(SIGCONT);
        return;
    }
    if (!os::has_job_control()) {
        // nobody would ever continue it; without us the kernel would not have stopped it either
        if (*signal == SIGTSTP) s.first->signal_group(SIGCONT);
        return;
    }
    take_terminal_back(s.terminal, s.first->pid());
    os::stop_own_group();
    // continued: SIGCONT waits in the queue, see follow_continue
}

void follow_continue(task_state& s) {
    if (!s.first || s.ended) return;
    if (os::is_foreground(s.terminal)) os::set_foreground(s.terminal, s.first->pid());
    s.first->signal_group(SIGCONT);
}

}  // namespace task_agent

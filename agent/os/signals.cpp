#include "task_agent/os/signals.hpp"

#include <pthread.h>
#include <sys/signalfd.h>
#include <unistd.h>

namespace task_agent::os {

::sigset_t block_all_signals() noexcept {
    ::sigset_t all;
    ::sigset_t before;
    ::sigfillset(&all);
    ::pthread_sigmask(SIG_SETMASK, &all, &before);
    return before;
}

bool claim_child_ends() noexcept {
    struct ::sigaction action {};
    struct ::sigaction before {};
    action.sa_handler = SIG_DFL;
    return ::sigaction(SIGCHLD, &action, &before) == 0 && before.sa_handler == SIG_IGN;
}

result<signal_queue> signal_queue::open() {
    ::sigset_t all;
    ::sigfillset(&all);
    ::sigdelset(&all, kick_signal);
    for (int const crash : crash_signals)
        ::sigdelset(&all, crash);
    int const fd = ::signalfd(-1, &all, SFD_NONBLOCK | SFD_CLOEXEC);
    if (fd < 0) return system_error(last_errno(), "signalfd");
    signal_queue queue;
    queue.fd_.reset(fd);
    return queue;
}

std::optional<received_signal> signal_queue::next() noexcept {
    ::signalfd_siginfo info{};
    if (::read(fd_.get(), &info, sizeof info) != static_cast<ssize_t>(sizeof info)) return std::nullopt;
    received_signal s;
    s.number = static_cast<int>(info.ssi_signo);
    s.from_kernel = info.ssi_code > 0;
    if (!s.from_kernel) s.sender = static_cast<pid_t>(info.ssi_pid);
    return s;
}

void enable_kicks() noexcept {
    struct ::sigaction action {};
    action.sa_handler = [](int) {};
    ::sigaction(kick_signal, &action, nullptr);
}

void accept_kicks_in_this_thread() noexcept {
    ::sigset_t kick;
    ::sigemptyset(&kick);
    ::sigaddset(&kick, kick_signal);
    ::pthread_sigmask(SIG_UNBLOCK, &kick, nullptr);
}

}  // namespace task_agent::os

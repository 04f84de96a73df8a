#include "task_agent/logic/signal_policy.hpp"

#include <csignal>

namespace task_agent {

signal_role role_of(int signal, bool stdin_is_terminal) noexcept {
    switch (signal) {
        case SIGKILL:
        case SIGSTOP:
        case SIGCHLD:
        case SIGPIPE:
        case SIGTTIN:
        case SIGTTOU:
        case SIGSEGV:
        case SIGBUS:
        case SIGFPE:
        case SIGILL:
        case SIGTRAP:
        case SIGABRT:
        case SIGSYS:
            return signal_role::ignore;
        case SIGTERM:
            return signal_role::stop;
        case SIGINT:
            return stdin_is_terminal ? signal_role::forward : signal_role::stop;
        default:
            return signal_role::forward;
    }
}

}  // namespace task_agent

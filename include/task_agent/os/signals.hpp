// Signals as data: all blocked from the first line of main, read from one descriptor by the control thread
// (signalfd(2)), so that none is lost between start, spawn and loop.
#pragma once

#include "task_agent/base/error.hpp"
#include "task_agent/base/unique_fd.hpp"

#include <sys/types.h>

#include <array>
#include <csignal>
#include <optional>

namespace task_agent::os {

struct received_signal {
    int number = 0;
    pid_t sender = 0;          // 0 when the kernel sent it
    bool from_kernel = false;  // a key on the terminal, a timer, a child's end
};

// Those that report a crash of the agent itself (os/crash_report); neither forwarded nor read from the queue.
inline constexpr std::array crash_signals{SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT};

// Blocks every signal in the calling thread and in those it starts later; returns the mask as it was, which
// the workload gets back.
[[nodiscard]] ::sigset_t block_all_signals() noexcept;

// Whoever ignores SIGCHLD, also by inheritance, has its children reaped by the kernel and their verdicts
// thrown away (wait(2)). Ends that; returns whether it was so, which the workload gets back. Before the first
// child.
[[nodiscard]] bool claim_child_ends() noexcept;

class signal_queue {
public:
    // Opens the descriptor (non-blocking, close-on-exec) for every signal that can be read.
    [[nodiscard]] static result<signal_queue> open();

    [[nodiscard]] int fd() const noexcept { return fd_.get(); }
    // The next one that waits, or nothing.
    [[nodiscard]] std::optional<received_signal> next() noexcept;

private:
    unique_fd fd_;
};

// Lets a thread be kicked out of a blocking read or write by SIGPIPE: the one signal that is neither
// forwarded nor meaningful here (a broken pipe shows as EPIPE). Installs a handler that does nothing, without
// SA_RESTART. Call it once, after the workload was spawned: exec would keep an ignored SIGPIPE, and the
// workload must not notice us.
void enable_kicks() noexcept;
// In the thread that may be kicked.
void accept_kicks_in_this_thread() noexcept;
inline constexpr int kick_signal = SIGPIPE;

}  // namespace task_agent::os

// Processes by number: the waiting, the killing and the looking that supervision needs.
#pragma once

#include "task_agent/base/error.hpp"

#include <sys/types.h>

#include <cstdint>
#include <optional>
#include <string>

namespace task_agent::os {

// Orphaned descendants become children of this process instead of PID 1's (prctl(2)); harmless as PID 1.
void become_subreaper() noexcept;

// No core dump and no tracer of the same user: this process holds tokens (contract 2). Its folder in /proc
// belongs to root from now on (prctl(2), PR_SET_DUMPABLE); what it starts is not affected.
void forbid_dumps() noexcept;

// Sends `signal` to every process of the group. Safe against a reused number only while the group's leader is
// unreaped.
bool kill_group(pid_t group, int signal) noexcept;

// A child that has ended and is still unreaped, or nothing; leaves it as it is.
[[nodiscard]] std::optional<pid_t> peek_ended_child() noexcept;

// Takes the wait status of a child that has ended; nothing when it runs on or is no child.
std::optional<int> reap(pid_t child) noexcept;

// The signal that has stopped a child since the last call, or nothing; its end is left to others.
[[nodiscard]] std::optional<int> take_stop(pid_t child) noexcept;

// One system call: whether this process has any child, ended ones included.
[[nodiscard]] bool has_children() noexcept;

// From /proc/PID/stat.
struct process_stat {
    char state = '?';  // 'Z' = ended, unreaped
    pid_t parent = 0;
    pid_t group = 0;
    std::uint64_t start_ticks = 0;  // since boot; with the number it names a process for good
    double cpu_seconds = 0;         // user and system, own and of reaped children
    std::uint64_t rss_bytes = 0;
};
[[nodiscard]] std::optional<process_stat> read_stat(pid_t pid);

// A whole small file, e.g. of /proc; nothing when it cannot be read.
[[nodiscard]] std::optional<std::string> read_small_file(char const* path);

[[nodiscard]] std::string host_name();

}  // namespace task_agent::os

// The descendants of this process, found and signalled one by one: for those that left the workload's group,
// where no cgroup holds them together (contract 4).
//
// A subreaper or PID 1 keeps every descendant below itself, however often it forks and whatever session it
// makes. A number may be used again while we look, so that each process is opened first (pidfd), then checked
// to be ours, and signalled through what was opened. Needs /proc/PID/task/TID/children (proc(5),
// CONFIG_PROC_CHILDREN).
#pragma once

#include <sys/types.h>

#include <span>
#include <vector>

namespace task_agent::os {

// The children of all threads of a process, ended and unreaped ones included; empty when it is gone.
[[nodiscard]] std::vector<pid_t> children_of(pid_t pid);
[[nodiscard]] std::vector<pid_t> children_of_self();

// Whether this process can see its children at all: not without /proc.
[[nodiscard]] bool can_list_children() noexcept;

// All generations, parents before their children, without those of `except` and whatever lies below them. A
// picture of a moment: processes come and go meanwhile.
[[nodiscard]] std::vector<pid_t> descendants_of_self(std::span<pid_t const> except = {});

// False when it is no descendant of ours (any more), or has ended.
bool signal_descendant(pid_t pid, int signal) noexcept;

// SIGKILL to all generations, again and again until a look finds nobody alive who was not sent it yet. Ends
// also against a process that forks without end: after a fixed number of looks, with false.
bool kill_descendants(std::span<pid_t const> except = {});

}  // namespace task_agent::os

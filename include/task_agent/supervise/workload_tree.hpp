// The workload with everything it started: what is left of it, and the signals that reach all of it (contract
// 4).
//
// The first process and its group are signalled through `child`; what left the group is found as a descendant
// of this process, a subreaper or PID 1; SIGKILL also goes by the workload's own cgroup where there is one.
// Descendants that are orphaned become our children, so that only we can reap them and their numbers are not
// reused under us.
//
// Control thread; the child outlives it.
#pragma once

#include "task_agent/os/child_cgroup.hpp"
#include "task_agent/supervise/child.hpp"

#include <sys/types.h>

#include <optional>
#include <vector>

namespace task_agent {

class workload_tree {
public:
    // `not_ours`: children that were there before the workload; they and what lies below them are let alone.
    workload_tree(child& first, std::optional<os::child_cgroup> cgroup, std::vector<pid_t> not_ours);

    // Our children except the first process, those of them that have ended reaped before. Empty means that
    // nobody but the first process is left: deeper descendants hang on these.
    [[nodiscard]] std::vector<pid_t> leftovers();

    // The first process and every descendant, parents before their children: a picture of a moment.
    [[nodiscard]] std::vector<pid_t> processes() const;

    // To the group, then to each descendant that left it; again later: only to those that have come to light
    // since.
    void terminate();
    // SIGKILL to all of it at once.
    void kill();

private:
    child* first_;
    std::optional<os::child_cgroup> cgroup_;
    std::vector<pid_t> not_ours_;
    std::vector<pid_t> terminated_;
};

// Reaps every child of this process that has ended, but for `first`, whose verdict belongs to somebody else.
// Call on SIGCHLD: orphans of the workload come to us.
void reap_orphans(pid_t first);

}  // namespace task_agent

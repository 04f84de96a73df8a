// Whom the kernel kills first when memory runs out: the workload, not the agent that has to explain it
// (contract 4).
#pragma once

#include <sys/types.h>

namespace task_agent::os {

// Thousandths of the memory at hand (the limit of the cgroup that is out of memory, or the machine's) that
// the workload counts for on top of what it uses (proc(5), oom_score_adj). A tenth: from a limit of 100 MiB
// on that is more than the agent ever uses, and it moves the workload no further ahead of its neighbours on
// the machine than a user's session under systemd.
inline constexpr int workload_oom_margin = 100;

// Raises the score of a child by the margin above ours; one that is higher already stays. Only this way round
// needs no privilege. Right after the spawn, before the child has children of its own (they inherit it), and
// before this process becomes non-dumpable, which takes its /proc/self away. False when it was not permitted,
// which harms nothing.
bool raise_oom_score(pid_t child) noexcept;

}  // namespace task_agent::os

// The agent's own crash: SIGSEGV, SIGBUS, SIGFPE, SIGILL and SIGABRT print version, build id and a backtrace
// to stderr, then the process dies of the signal as it would have (contract 4). Addresses are those of the
// executable's file: `addr2line -Cfipe task-agent.debug ADDRESS...` names the lines.
//
// The handlers make only async-signal-safe calls and give up after 2 s, in case stderr is a pipe that nobody
// reads. They run on a stack of their own in the thread that installed them; other threads have none.
#pragma once

namespace task_agent::os {

// Unblocks those five signals in the calling thread, and so in the threads it starts later. After the spawn:
// the workload must neither find them ignored or unblocked where they were not, nor run a handler in shared
// memory (os/spawn). Until then they do what the kernel does by default, without a report.
void install_crash_report() noexcept;

}  // namespace task_agent::os

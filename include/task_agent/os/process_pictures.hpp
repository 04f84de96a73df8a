// Looks at processes from outside, as far as /proc tells (proc(5): stat, status, cmdline, wchan, syscall,
// stack, maps).
//
// wchan, syscall and stack are mostly readable by root alone, or by the processes' own user; what cannot be
// read stays empty. Blocks: /proc of a process whose memory map is locked may not answer (a thread that may
// wait calls this), and two looks are some time apart.
#pragma once

#include "task_agent/base/clock.hpp"
#include "task_agent/core/process_picture.hpp"

#include <vector>

namespace task_agent::os {

inline constexpr std::size_t most_pictured_processes = 64;
inline constexpr std::size_t most_pictured_threads = 64;  // of each

// Those of `pids` that have not ended, in their order. CPU shares are measured over `sample`.
[[nodiscard]] std::vector<process_picture> picture_processes(std::vector<pid_t> const& pids, duration sample);

}  // namespace task_agent::os

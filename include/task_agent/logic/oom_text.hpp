// Running out of memory, in words: the cause in one line, and what to do about it (contract 3, message and
// hint). Peak against limit tells whose memory ran out: the cgroup's, or that of the machine around it.
#pragma once

#include "task_agent/core/memory_facts.hpp"

#include <cstdint>
#include <string>

namespace task_agent {

// "out of memory: killed by the kernel at 512 MiB of 512 MiB (cgroup limit)"
[[nodiscard]] std::string oom_message(memory_facts const& facts);

// Also for a run that ended in another way after the kernel had killed a process of it.
[[nodiscard]] std::string oom_hint(memory_facts const& facts);

// "512 MiB", "1.5 GiB", "300 KiB": rounded for reading.
[[nodiscard]] std::string bytes_text(std::uint64_t bytes);

}  // namespace task_agent

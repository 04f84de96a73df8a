// What the kernel says about a run's memory (contract 4, "Out of memory"). Plain values; any thread.
#pragma once

#include <cstdint>
#include <optional>

namespace task_agent {

struct memory_facts {
    std::uint64_t kills = 0;  // processes that the kernel killed for want of memory during the run
    std::optional<std::uint64_t> peak_bytes;   // of the cgroup since it was made, not of the run alone
    std::optional<std::uint64_t> limit_bytes;  // the smallest that can be seen; none = no limit
};

}  // namespace task_agent

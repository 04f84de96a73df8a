// Counts the kernel's out-of-memory kills during a run (contract 4, "Out of memory").
//
// begin() right after the spawn, so that the workload does not wait for it; end() after the first process was
// reaped: the kernel counts a kill before it sends the signal, so that what has died by then is counted.
// Control thread.
#pragma once

#include "task_agent/core/memory_facts.hpp"
#include "task_agent/os/cgroup.hpp"

#include <cstdint>
#include <optional>
#include <string>

namespace task_agent {

class oom_watch {
public:
    // `root`: see os::memory_cgroup::find().
    explicit oom_watch(std::string root = {}) : root_(std::move(root)) {}

    void begin();

    // The cgroup and its counter at the beginning; nothing without one.
    struct mark {
        os::memory_cgroup::folder_id folder;
        std::uint64_t kills = 0;
    };
    [[nodiscard]] std::optional<mark> beginning() const;

    // Cheap: one small file.
    [[nodiscard]] std::uint64_t kills() const;
    // With peak and limit; without a memory cgroup all of it is unknown.
    [[nodiscard]] memory_facts end() const;

private:
    std::string root_;
    std::optional<os::memory_cgroup> cgroup_;
    std::uint64_t kills_before_ = 0;
};

}  // namespace task_agent

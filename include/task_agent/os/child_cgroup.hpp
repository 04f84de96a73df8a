// A cgroup that holds only the workload, so that all of it can be ended at once, however it forks, leaves its
// group and its session (contract 4; the kernel's cgroup-v2 page, cgroup.kill).
//
// Made below the agent's own folder of the unified hierarchy, and only where that changes nothing for the
// workload:
// - the hierarchy can be written, and the folder is ours: a systemd unit's is not, unless it is delegated
// (systemd's
//   "Control Group APIs and Delegation": one writer a folder);
// - neither memory nor CPU is limited there or above: a JVM and others read the limit in their own folder,
// where it
//   would be missing.
// In an ordinary container the hierarchy is read-only, and there is none. Linux 5.14 is needed.
//
// Control thread.
#pragma once

#include "task_agent/base/unique_fd.hpp"

#include <optional>
#include <string>

namespace task_agent::os {

class child_cgroup {
public:
    [[nodiscard]] static std::optional<child_cgroup> make();
    child_cgroup(child_cgroup&&) noexcept = default;
    child_cgroup& operator=(child_cgroup&&) = delete;
    // Removes the folder; one that still holds a process stays.
    ~child_cgroup();

    // For clone3(2), CLONE_INTO_CGROUP; borrowed.
    [[nodiscard]] int folder() const noexcept { return folder_.get(); }
    [[nodiscard]] std::string const& path() const noexcept { return path_; }

    // SIGKILL to every process in it and below it, forks under way included.
    bool kill() const noexcept;

private:
    child_cgroup(unique_fd folder, std::string path) noexcept;

    unique_fd folder_;
    std::string path_;
};

// Whether a limit of memory or CPU is set in the folder `mount_point` + `below` or in one above it, as far as
// they can be seen.
[[nodiscard]] bool has_limits(std::string const& mount_point, std::string below);

}  // namespace task_agent::os

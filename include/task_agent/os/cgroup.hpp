// The memory cgroup of this process, v1 and v2 alike: how many processes the kernel killed in it, the peak
// and the limit (contract 4, "Out of memory").
//
// The counters of v2 include all folders below, those of v1 are the folder's own; as the workload starts in
// the agent's folder, both count its processes. Nothing is kept open: each call reads small files of the
// kernel, a few microseconds each.
#pragma once

#include "task_agent/logic/cgroup_text.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace task_agent::os {

class memory_cgroup {
public:
    struct usage {
        std::optional<std::uint64_t> peak_bytes;
        std::optional<std::uint64_t> limit_bytes;
    };

    // Below `root`, where tests put a recorded tree; empty = the machine's own /proc and mounts. Nothing when
    // there is no memory controller here or it cannot be read.
    [[nodiscard]] static std::optional<memory_cgroup> find(std::string const& root = {});

    // Since the folder was made; nothing on kernels that do not count (v1 before 4.13) or once it is gone.
    [[nodiscard]] std::optional<std::uint64_t> kills() const;

    // The limit that counts is the smallest of the folder and its ancestors as far as they can be seen; the
    // peak is of the folder that has it, because only that one can be compared with the limit.
    [[nodiscard]] usage read_usage() const;

    // The folder whose kills are counted, as a later process can know it again (stat(2)): another one that
    // was made at the same path is another folder. Nothing once it is gone.
    struct folder_id {
        std::uint64_t device = 0;
        std::uint64_t inode = 0;
    };
    [[nodiscard]] std::optional<folder_id> counting_folder() const;

    [[nodiscard]] cgroup_version version() const noexcept { return version_; }

private:
    cgroup_version version_ = cgroup_version::v2;
    std::vector<std::string> folders_;  // this process's own first, the mount point last
    std::size_t counting_ = 0;          // the nearest folder in which the memory controller is on
};

}  // namespace task_agent::os

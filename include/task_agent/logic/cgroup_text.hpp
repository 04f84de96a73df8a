// What the kernel writes about cgroups, as text (cgroups(7), the kernel's cgroup-v1/memory and
// cgroup-v2 pages): where a process's folder is, and what the files in it say. Pure; the files are read
// elsewhere.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace task_agent {

enum class cgroup_version {
    v1,  // a hierarchy of its own for each controller; also the v1 half of a hybrid machine
    v2,  // the unified hierarchy
};

struct cgroup_folder {
    cgroup_version version = cgroup_version::v2;
    std::string mount_point;  // no ancestor above it can be seen
    std::string below;        // the folder below the mount point: empty, or "/a/b"

    [[nodiscard]] std::string path() const { return mount_point + below; }
};

// From /proc/self/cgroup and /proc/self/mountinfo. A controller belongs to one hierarchy at a time, so a
// mounted v1 memory controller goes before the unified hierarchy. Paths of both files are as this process
// sees them: "/" is the root of its cgroup namespace, and a container without one has a mount whose root is
// the container's folder. Nothing when no mount leads to the folder.
[[nodiscard]] std::optional<cgroup_folder> find_memory_folder(std::string_view self_cgroup,
                                                              std::string_view mountinfo);

// Likewise for the unified hierarchy, whatever it controls.
[[nodiscard]] std::optional<cgroup_folder> find_unified_folder(std::string_view self_cgroup,
                                                               std::string_view mountinfo);

// A number after its name, one pair a line: memory.events, memory.oom_control, memory.stat.
[[nodiscard]] std::optional<std::uint64_t> value_of(std::string_view text, std::string_view name) noexcept;

// memory.peak and memory.max_usage_in_bytes.
[[nodiscard]] std::optional<std::uint64_t> parse_bytes(std::string_view text) noexcept;

// memory.max and memory.limit_in_bytes; nothing for "max" and for v1's way to say so, the largest number of
// whole pages.
[[nodiscard]] std::optional<std::uint64_t> parse_limit(std::string_view text) noexcept;

// cpu.max: "max 100000" is none.
[[nodiscard]] bool is_cpu_limit(std::string_view text) noexcept;

}  // namespace task_agent

#include "task_agent/os/cgroup.hpp"

#include "task_agent/os/process.hpp"

#include <sys/stat.h>

namespace task_agent::os {
namespace {

struct file_names {
    char const* events;
    char const* peak;
    char const* limit;
};

file_names const& names_of(cgroup_version version) noexcept {
    static constexpr file_names v1{"/memory.oom_control", "/memory.max_usage_in_bytes",
                                   "/memory.limit_in_bytes"};
    static constexpr file_names v2{"/memory.events", "/memory.peak", "/memory.max"};
    return version == cgroup_version::v1 ? v1 : v2;
}

std::vector<std::string> upwards(std::string const& top, std::string below) {
    std::vector<std::string> folders;
    while (!below.empty()) {
        folders.push_back(top + below);
        below.resize(below.rfind('/'));
    }
    folders.push_back(top);
    return folders;
}

}  // namespace

std::optional<memory_cgroup> memory_cgroup::find(std::string const& root) {
    auto const paths = read_small_file((root + "/proc/self/cgroup").c_str());
    if (!paths) return std::nullopt;
    auto const mounts = read_small_file((root + "/proc/self/mountinfo").c_str());
    if (!mounts) return std::nullopt;
    auto const folder = find_memory_folder(*paths, *mounts);
    if (!folder) return std::nullopt;

    memory_cgroup found;
    found.version_ = folder->version;
    found.folders_ = upwards(root + folder->mount_point, folder->below);
    // in v2 a folder may be without the controller: its processes are charged to the nearest one with it
    auto const last = found.version_ == cgroup_version::v1 ? 1 : found.folders_.size();
    for (; found.counting_ < last; ++found.counting_) {
        if (found.kills()) return found;
    }
    return std::nullopt;
}

std::optional<std::uint64_t> memory_cgroup::kills() const {
    auto const text = read_small_file((folders_[counting_] + names_of(version_).events).c_str());
    return text ? value_of(*text, "oom_kill") : std::nullopt;
}

std::optional<memory_cgroup::folder_id> memory_cgroup::counting_folder() const {
    struct ::stat facts {};
    if (::stat(folders_[counting_].c_str(), &facts) != 0) return std::nullopt;
    return folder_id{facts.st_dev, facts.st_ino};
}

memory_cgroup::usage memory_cgroup::read_usage() const {
    auto const& names = names_of(version_);
    usage u;
    std::size_t limiting = counting_;
    for (std::size_t i = counting_; i < folders_.size(); ++i) {
        auto const text = read_small_file((folders_[i] + names.limit).c_str());
        auto const limit = text ? parse_limit(*text) : std::nullopt;
        if (!limit || (u.limit_bytes && *limit >= *u.limit_bytes)) continue;
        u.limit_bytes = limit;
        limiting = i;
    }
    if (version_ == cgroup_version::v1) {
        // v1 names the smallest limit of all ancestors, also of those above the mount
        auto const stat = read_small_file((folders_[counting_] + "/memory.stat").c_str());
        auto const hidden = stat ? value_of(*stat, "hierarchical_memory_limit") : std::nullopt;
        if (hidden && parse_limit(std::to_string(*hidden)) && (!u.limit_bytes || *hidden < *u.limit_bytes)) {
            u.limit_bytes = hidden;
            limiting = counting_;
        }
    }
    auto const peak = read_small_file((folders_[limiting] + names.peak).c_str());
    if (peak) u.peak_bytes = parse_bytes(*peak);
    return u;
}

}  // namespace task_agent::os

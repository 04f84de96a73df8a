#include "task_agent/os/child_cgroup.hpp"

#include "task_agent/logic/cgroup_text.hpp"
#include "task_agent/os/process.hpp"

#include <fmt/format.h>

#include <fcntl.h>
#include <linux/magic.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <sys/vfs.h>
#include <sys/xattr.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <string_view>
#include <utility>

namespace task_agent::os {
namespace {

// Where every distribution mounts it, the second on machines with both versions. Elsewhere it is not looked
// for: two system calls are what a start may cost in the containers that have it read-only.
constexpr std::array<char const*, 2> usual_mounts{"/sys/fs/cgroup", "/sys/fs/cgroup/unified"};

bool is_writable_somewhere() noexcept {
    return std::any_of(usual_mounts.begin(), usual_mounts.end(), [](char const* path) {
        struct statfs facts {};
        return ::statfs(path, &facts) == 0 && facts.f_type == CGROUP2_SUPER_MAGIC &&
               (static_cast<unsigned long>(facts.f_flags) & ST_RDONLY) == 0;
    });
}

bool is_unit(std::string_view folder) noexcept {
    return folder.ends_with(".service") || folder.ends_with(".scope") || folder.ends_with(".slice");
}

bool is_delegated(char const* folder) noexcept {
    for (char const* name : {"trusted.delegate", "user.delegate"}) {
        char value = 0;
        if (::getxattr(folder, name, &value, 1) == 1 && value == '1') return true;
    }
    return false;
}

}  // namespace

child_cgroup::child_cgroup(unique_fd folder, std::string path) noexcept
    : folder_(std::move(folder)), path_(std::move(path)) {}

child_cgroup::~child_cgroup() {
    if (folder_) ::rmdir(path_.c_str());
}

std::optional<child_cgroup> child_cgroup::make() {
    if (!is_writable_somewhere()) return std::nullopt;
    auto const paths = read_small_file("/proc/self/cgroup");
    auto const mounts = read_small_file("/proc/self/mountinfo");
    if (!paths || !mounts) return std::nullopt;
    auto const own = find_unified_folder(*paths, *mounts);
    if (!own) return std::nullopt;
    auto const parent = own->path();
    if (::access(parent.c_str(), W_OK) != 0) return std::nullopt;
    if (is_unit(own->below) && !is_delegated(parent.c_str())) return std::nullopt;
    if (has_limits(own->mount_point, own->below)) return std::nullopt;

    auto path = fmt::format("{}/task-agent.{}", parent, ::getpid());
    // one of an agent that was killed, and had our number
    if (::mkdir(path.c_str(), 0755) != 0 &&
        (errno != EEXIST || ::rmdir(path.c_str()) != 0 || ::mkdir(path.c_str(), 0755) != 0))
        return std::nullopt;
    child_cgroup made(unique_fd(::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)), path);
    if (!made.folder_) {
        ::rmdir(path.c_str());
        return std::nullopt;
    }
    if (::faccessat(made.folder(), "cgroup.kill", W_OK, 0) != 0) return std::nullopt;
    return made;
}

bool child_cgroup::kill() const noexcept {
    unique_fd const order(::openat(folder(), "cgroup.kill", O_WRONLY | O_CLOEXEC));
    return order && ::write(order.get(), "1", 1) == 1;
}

bool has_limits(std::string const& mount_point, std::string below) {
    for (;;) {
        auto const folder = mount_point + below;
        auto const memory = read_small_file((folder + "/memory.max").c_str());
        if (memory && parse_limit(*memory)) return true;
        auto const cpu = read_small_file((folder + "/cpu.max").c_str());
        if (cpu && is_cpu_limit(*cpu)) return true;
        if (below.empty()) return false;
        below.resize(below.rfind('/'));
    }
}

}  // namespace task_agent::os

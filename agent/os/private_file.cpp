#include "task_agent/os/private_file.hpp"

#include "task_agent/base/scope_exit.hpp"
#include "task_agent/base/unique_fd.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>

namespace task_agent::os {
namespace {

constexpr ::mode_t folder_mode = 0755;

result<> make_folders_above(std::string const& path) {
    for (auto at = path.find('/', 1); at != std::string::npos; at = path.find('/', at + 1)) {
        auto const above = path.substr(0, at);
        // not made where it is there: on a read-only disk mkdir(2) would say that first
        if (::access(above.c_str(), F_OK) == 0 || ::mkdir(above.c_str(), folder_mode) == 0) continue;
        if (errno != EEXIST) return system_error(last_errno(), "cannot make " + above);
    }
    return {};
}

bool write_all(int fd, std::string_view text) {
    while (!text.empty()) {
        auto const n = ::write(fd, text.data(), text.size());
        if (n < 0 && errno == EINTR) continue;
        if (n < 0) return false;
        text.remove_prefix(static_cast<std::size_t>(n));
    }
    return true;
}

}  // namespace

result<> write_private_file(std::string const& path, std::string_view text, std::optional<user_ids> owner) {
    if (auto const made = make_folders_above(path); !made) return made;
    std::string fresh = path + ".XXXXXX";
    unique_fd const fd(::mkostemp(fresh.data(), O_CLOEXEC));  // 0600
    if (!fd) return system_error(last_errno(), "cannot make " + path);
    bool is_in_place = false;
    scope_exit const tidy([&] {
        if (!is_in_place) ::unlink(fresh.c_str());
    });
    if (owner && ::fchown(fd.get(), owner->user, owner->group) != 0)
        return system_error(last_errno(), "cannot give " + path + " to user " + std::to_string(owner->user));
    if (!write_all(fd.get(), text)) return system_error(last_errno(), "cannot write " + path);
    if (::rename(fresh.c_str(), path.c_str()) != 0)
        return system_error(last_errno(), "cannot move a file to " + path);
    is_in_place = true;
    return {};
}

}  // namespace task_agent::os

#include "task_agent/store/state_dir.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <utility>

namespace task_agent::store {
namespace {

constexpr ::mode_t folder_mode = 0700;
constexpr ::mode_t file_mode = 0600;

error fault(std::string const& path, std::string const& what) {
    return {make_error_code(errc::bad_input), path + " " + what};
}

result<> make_folder(std::string const& path) {
    if (::mkdir(path.c_str(), folder_mode) == 0 || errno == EEXIST) return {};
    return system_error(last_errno(), "cannot make " + path);
}

result<> make_folders(std::string const& path) {
    for (auto at = path.find('/', 1); at != std::string::npos; at = path.find('/', at + 1)) {
        auto const above = path.substr(0, at);
        // not made where it is there: on a read-only disk mkdir(2) would say that first
        if (::access(above.c_str(), F_OK) == 0) continue;
        if (auto const made = make_folder(above); !made) return made;
    }
    if (::access(path.c_str(), F_OK) == 0) return {};
    return make_folder(path);
}

// Who put a link there chose where it leads.
result<> check_link(std::string const& path) {
    struct ::stat facts {};
    if (::lstat(path.c_str(), &facts) != 0) return system_error(last_errno(), "cannot open " + path);
    if (!S_ISLNK(facts.st_mode) || facts.st_uid == ::geteuid() || facts.st_uid == 0) return {};
    return fault(path, "is a symbolic link of user " + std::to_string(facts.st_uid));
}

result<> check_owner(int fd, std::string const& path) {
    struct ::stat facts {};
    if (::fstat(fd, &facts) != 0) return system_error(last_errno(), "cannot look at " + path);
    if (facts.st_uid == ::geteuid()) return {};
    return fault(path, "belongs to user " + std::to_string(facts.st_uid) + ", not to user " +
                           std::to_string(::geteuid()) + " who runs the agent");
}

}  // namespace

result<state_dir> state_dir::open(std::string const& path, missing if_missing) {
    if (if_missing == missing::make_all) {
        if (auto const made = make_folders(path); !made) return made.error();
    } else if (if_missing == missing::make_last && ::access(path.c_str(), F_OK) != 0) {
        if (auto const made = make_folder(path); !made) return made.error();
    }
    if (auto const ok = check_link(path); !ok) return ok.error();
    state_dir dir;
    dir.path_ = path;
    dir.folder_.reset(::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!dir.folder_) return system_error(last_errno(), "cannot open " + path);
    if (auto const ok = check_owner(dir.folder_.get(), path); !ok) return ok.error();

    auto lock = dir.open_file("lock");
    if (!lock) return lock.error();
    if (::flock(lock->get(), LOCK_EX | LOCK_NB) != 0)
        return system_error(last_errno(), "cannot lock " + path);
    dir.lock_ = std::move(*lock);
    return dir;
}

result<unique_fd> state_dir::open_file(char const* name, int more_flags) const {
    std::string const path = path_ + "/" + name;
    // O_NONBLOCK: a named pipe that somebody put there must not keep us
    unique_fd file(
        ::openat(folder_.get(), name,
                 O_RDWR | O_APPEND | O_CREAT | O_NOFOLLOW | O_NOCTTY | O_NONBLOCK | O_CLOEXEC | more_flags,
                 file_mode));
    if (!file) return system_error(last_errno(), "cannot open " + path);
    if (auto const ok = check_owner(file.get(), path); !ok) return ok.error();
    struct ::stat facts {};
    if (::fstat(file.get(), &facts) != 0 || !S_ISREG(facts.st_mode)) return fault(path, "is no plain file");
    return file;
}

bool is_locked(error const& e) noexcept {
    return e.code == boost::system::errc::resource_unavailable_try_again;
}

bool is_missing(error const& e) noexcept {
    return e.code == boost::system::errc::no_such_file_or_directory;
}

}  // namespace task_agent::store

// The folder for what must outlive the agent, locked for one agent at a time (contract 6).
//
// Made with mode 0700 where it is missing; one that is there keeps its mode, files in it have 0600. Its owner
// must be the agent's own user, and a symbolic link to it must belong to that user or to root: nobody else
// may choose where the agent writes. The lock is flock(2) on the file `lock` in it; the kernel lets go of it
// however the agent ends.
//
// Every call may block as long as the file system does. Move-only; any thread, one at a time.
#pragma once

#include "task_agent/base/error.hpp"
#include "task_agent/base/unique_fd.hpp"

#include <string>

namespace task_agent::store {

class state_dir {
public:
    enum class missing {
        make_all,   // also the folders above
        make_last,  // the folder above is somebody else's to make
        is_an_error,
    };

    // The error names the folder. Two of them are answers: is_locked() and is_missing().
    [[nodiscard]] static result<state_dir> open(std::string const& path, missing if_missing);

    // Opens or makes a file in it, for reading and appending. A link, or a file of somebody else, is refused.
    [[nodiscard]] result<unique_fd> open_file(char const* name, int more_flags = 0) const;

    [[nodiscard]] int fd() const noexcept { return folder_.get(); }
    [[nodiscard]] std::string const& path() const noexcept { return path_; }

private:
    state_dir() = default;

    std::string path_;
    unique_fd folder_;
    unique_fd lock_;
};

// Another agent is at work there.
[[nodiscard]] bool is_locked(error const& e) noexcept;
// There is no such folder, or (make_last) none above it.
[[nodiscard]] bool is_missing(error const& e) noexcept;

}  // namespace task_agent::store

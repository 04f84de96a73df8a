// A file that others append to and we read, as it grows (contract 8.1).
//
// Whoever writes may also put a new file in its place, or write over it: what was read last is looked up
// before the next is read, and when it is not there any more everything is new. Bytes that were read are
// given back to the file system (fallocate(2), PUNCH_HOLE) where that can do so; the file's length stays, so
// that writers who append never meet a gap.
//
// One thread.
#pragma once

#include "task_agent/base/error.hpp"
#include "task_agent/base/unique_fd.hpp"

#include <sys/types.h>

#include <cstddef>
#include <string>

namespace task_agent::os {

class appended_file {
public:
    // A new, empty file with mode 0600 that belongs to `owner`. Removed by remove(), not by the destructor.
    [[nodiscard]] static result<appended_file> make(std::string path, uid_t owner, gid_t group);

    // Adds to `into` what has come since, at most `most` bytes of it. True when there may be more.
    bool read_new(std::string& into, std::size_t most);
    void remove() noexcept;

    [[nodiscard]] std::string const& path() const noexcept { return path_; }

private:
    appended_file(std::string path, unique_fd fd, uid_t owner)
        : path_(std::move(path)), fd_(std::move(fd)), owner_(owner) {}

    void follow_replacement();
    [[nodiscard]] bool is_as_read(off_t size) const;
    void begin_anew() noexcept;
    void give_back() noexcept;

    std::string path_;
    unique_fd fd_;
    uid_t owner_;
    off_t read_ = 0;    // up to here
    off_t given_ = 0;   // back, up to here
    std::string last_;  // of what was read
};

}  // namespace task_agent::os

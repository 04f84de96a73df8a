// Files that somebody may have left, read with care: their names come from what a workload printed, or from a
// folder that everybody may write to.
//
// Opening never waits for a writer (a FIFO), never follows a link in the last part of the path, and takes
// nothing but regular files. A file server that has gone still blocks: call it from a thread that may wait.
#pragma once

#include "task_agent/base/clock.hpp"
#include "task_agent/base/error.hpp"

#include <sys/types.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace task_agent::os {

struct left_file_wish {
    std::size_t most_bytes = 0;           // of the head that is read
    std::optional<uid_t> owner;           // nobody else's file is read; nothing: anybody's
    wall_clock::time_point not_before{};  // last written
};

struct left_file {
    std::string head;
    bool is_cut = false;  // there is more than the head
    wall_clock::time_point written{};
};

// An error names the file; its code is errno's where a call failed, else errc::bad_input: what is there is
// not wanted.
[[nodiscard]] result<left_file> read_left_file(std::string const& path, left_file_wish const& wish);

struct folder_names {
    std::vector<std::string> wanted;
    bool is_partial = false;  // there are more entries than were looked at
};

// The entries of a folder that `is_wanted` says yes to, at most `most_wanted`, among the first `most_entries`
// that the file system lists. Nothing where there is no such folder.
[[nodiscard]] folder_names look_into(std::string const& folder, bool (*is_wanted)(std::string_view name),
                                     std::size_t most_wanted, std::size_t most_entries);

}  // namespace task_agent::os

// Finds the files that runtimes leave when they fail, reads, masks and trims them (README, "The cause, from
// the output").
//
// Looked for: what TORCHELASTIC_ERROR_FILE names, what the output names, and in the workload's working
// directory what the JVM and Node.js name by themselves; after a crash the JVM's in /tmp too. Read is only a
// regular file of the workload's user, no older than the workload, and of it only the head; anything else is
// left alone with a remark. Where the workload is root, anybody's file counts: it could have read it itself.
#pragma once

#include "task_agent/base/clock.hpp"
#include "task_agent/logic/secret_set.hpp"
#include "task_agent/os/blocking_worker.hpp"
#include "task_agent/trace/runtime_files/named_files.hpp"
#include "task_agent/trace/trace.hpp"

#include <boost/asio/awaitable.hpp>
#include <boost/asio/io_context.hpp>

#include <sys/types.h>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace task_agent {

inline constexpr std::size_t runtime_file_limit = 256 * 1024;  // bytes of each that are read
inline constexpr std::size_t most_runtime_files = 8;
inline constexpr std::size_t most_folder_entries = 8 * 1024;  // of each folder that are looked at

// Where the files of a workload may be. From the environment it gets in the end: call it last before the
// start.
struct runtime_file_places {
    std::string torch_error_file;  // empty: not set
    std::string folder;            // the working directory, where relative names begin
    std::optional<uid_t> owner;    // nothing: anybody
    wall_clock::time_point not_before{};
};
[[nodiscard]] runtime_file_places places_of_runtime_files(std::vector<std::string> const& environment,
                                                          std::string const& working_directory, uid_t user);

struct runtime_file_search {
    runtime_file_places places;
    std::vector<trace::named_file> named;       // by the output
    std::string spare_folder;                   // a second one for the JVM's, or empty
    std::shared_ptr<secret_set const> secrets;  // null when there are none
};

struct runtime_files {
    std::vector<trace::found_trace> traces;  // each with the time at which its file was written
    std::uint64_t unread = 0;                // files that were there and wanted, and gave nothing
    std::vector<std::string> remarks;        // what was left alone, a sentence each
};

// Blocks as long as the file system does.
[[nodiscard]] runtime_files read_runtime_files(runtime_file_search const& search);

// The same by a thread that may wait. Given up after `patience`: then it counts as one unread file. The
// worker outlives the call; what was given up goes on in its thread and touches nothing else.
[[nodiscard]] boost::asio::awaitable<runtime_files> find_runtime_files(boost::asio::io_context& io,
                                                                       os::blocking_worker& worker,
                                                                       runtime_file_search search,
                                                                       duration patience);

}  // namespace task_agent

// What is known about a program that could not be started; the more, the better the sentence (contract 4).
// Every empty text means "not so, or not known".
#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace task_agent {

struct program_facts {
    bool exists = false;  // something stands at the path, links followed
    bool is_directory = false;
    bool is_regular = false;
    bool may_execute = true;      // its mode allows it to the user in question
    unsigned mode = 0;            // permission bits
    std::string link_target;      // of a symbolic link that leads nowhere
    std::string file_on_the_way;  // what should be a folder and is not
    std::string closed_folder;    // one on the way that the user may not enter
    std::string noexec_mount;     // the mount point
    std::string interpreter;      // behind "#!", or the ELF file's loader
    bool interpreter_exists = false;
    std::string machine;      // of an ELF file for another machine, in words
    std::string own_machine;  // in words
};

// For E2BIG, in bytes.
struct argument_facts {
    std::uint64_t total = 0;    // arguments and environment, as the kernel counts them
    std::uint64_t longest = 0;  // the longest single one, with its end
    std::uint64_t total_limit = 0;
    std::uint64_t single_limit = 0;
};

// For EAGAIN: the limits that apply, as far as they can be read.
struct process_limit_facts {
    std::optional<std::uint64_t> user_limit;    // RLIMIT_NPROC
    unsigned user = 0;                          // whose processes it counts
    std::optional<std::uint64_t> cgroup_limit;  // the lowest pids.max on the way to the root
    std::optional<std::uint64_t> cgroup_count;  // pids.current there
};

}  // namespace task_agent

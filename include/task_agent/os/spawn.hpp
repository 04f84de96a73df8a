// Starts one program: clone(2) with CLONE_VM and CLONE_VFORK, so that a start costs the same whatever the
// size of the agent, and every failure up to exec comes back as an errno with the step that failed, without a
// shim process.
//
// Call it from the main thread, before any other thread exists: the parent-death signal is bound to the
// calling thread (prctl(2)), and in the shared memory of the child only async-signal-safe calls are made. The
// caller has blocked all signals; the child restores `signal_mask` as the last thing before exec, so a signal
// that arrives in between is neither lost nor handled in shared memory.
#pragma once

#include "task_agent/base/error.hpp"
#include "task_agent/core/user_ids.hpp"

#include <sys/types.h>

#include <array>
#include <csignal>
#include <optional>
#include <string>
#include <vector>

namespace task_agent::os {

enum class child_group {
    same,         // stays in the caller's process group
    own_group,    // setpgid: a terminal is attached
    own_session,  // setsid: no terminal is attached
};

struct spawn_request {
    static constexpr int inherit = -1;  // leave the descriptor as it is
    static constexpr int closed = -2;   // the workload finds it closed, as the agent did

    std::vector<std::string> argv;         // at least the program
    std::vector<std::string> environment;  // NAME=value; also the PATH by which the program is looked up
    std::string working_directory;         // empty: the caller's; entered as `user`
    std::optional<user_ids> user;          // with no further groups; nothing: the caller's
    std::array<int, 3> standard_fds{inherit, inherit,
                                    inherit};  // borrowed; descriptors above 2 or the constants
    child_group group = child_group::same;
    int foreground_tty = -1;      // a terminal whose foreground group the child becomes, or -1
    int parent_death_signal = 0;  // sent to the child when the calling thread ends; 0 = none
    // A folder of the unified hierarchy, borrowed, in which the child starts; -1 = the caller's. A kernel or
    // sandbox that refuses is no failure: then it starts in the caller's too.
    int cgroup = -1;
    ::sigset_t signal_mask{};        // what the workload starts with
    bool ignore_child_ends = false;  // SIGCHLD is ignored in the workload (claim_child_ends)
};

// The step that failed, for the sentence that explains it.
enum class spawn_step { clone, session, terminal, descriptor, user, parent_death, directory, exec };

struct spawn_failure {
    spawn_step step = spawn_step::exec;
    error_code code;
    std::string path;  // the file that was tried last, or the directory
};

using spawn_result = boost::system::result<pid_t, spawn_failure>;

[[noreturn]] void throw_exception_from_error(spawn_failure const& e, boost::source_location const& where);

[[nodiscard]] spawn_result spawn(spawn_request const& request);

// What execvp(3) would try, in order: the name itself when it holds a slash, else one path for each entry of
// PATH.
[[nodiscard]] std::vector<std::string> program_candidates(std::string_view name,
                                                          std::vector<std::string> const& environment);

}  // namespace task_agent::os

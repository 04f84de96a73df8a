#include "task_agent/run/workload.hpp"

#include "task_agent/os/executable.hpp"
#include "task_agent/os/program_facts.hpp"
#include "task_agent/os/spawn.hpp"
#include "task_agent/os/terminal.hpp"

#include <unistd.h>

#include <array>
#include <cerrno>

namespace task_agent {
namespace {

struct terminals {
    bool any = false;
    int controlling = -1;  // the first that is our own controlling terminal
    bool is_ours = false;  // our group is its foreground group: a background job must not grab it
};

terminals look_for_terminals() noexcept {
    terminals found;
    for (int fd = 0; fd < 3; ++fd) {
        if (!::isatty(fd)) continue;
        found.any = true;
        if (found.controlling >= 0) continue;
        pid_t const foreground = ::tcgetpgrp(fd);  // fails for a terminal of another session
        if (foreground <= 0) continue;
        found.controlling = fd;
        found.is_ours = foreground == ::getpgrp();
    }
    return found;
}

start_failure explain(os::spawn_failure const& failure, os::spawn_request const& request,
                      std::string const& program) {
    user_ids const user = request.user.value_or(user_ids{::geteuid(), ::getegid()});
    switch (failure.step) {
        case os::spawn_step::clone:
            return explain_clone_failure(program, failure.code, os::look_at_process_limits());
        case os::spawn_step::session:
            return explain_preparation_failure("make a process group for", program, failure.code);
        case os::spawn_step::terminal:
            return explain_preparation_failure("give the terminal to", program, failure.code);
        case os::spawn_step::descriptor:
            return explain_preparation_failure("connect the output of", program, failure.code);
        case os::spawn_step::user:
            return explain_user_failure(program, user, failure.code);
        case os::spawn_step::parent_death:
            return explain_preparation_failure("bind the life of the agent to", program, failure.code);
        case os::spawn_step::directory:
            return explain_directory_failure(failure.path, failure.code);
        case os::spawn_step::exec:
            break;
    }
    if (failure.code.value() == E2BIG)
        return explain_long_arguments(program, os::measure_arguments(request.argv, request.environment));
    // after a change of user the limit on its processes shows as late as here (execve(2))
    if (failure.code.value() == EAGAIN) {
        auto limits = os::look_at_process_limits();
        limits.user = user.user;
        auto explained = explain_clone_failure(program, failure.code, limits);
        explained.exit_code = 126;
        return explained;
    }
    return explain_exec_failure(program, failure.path, failure.code,
                                os::look_at_program(failure.path, request.working_directory, user));
}

bool is_script_without_interpreter(std::string const& path, std::string const& folder) {
    bool const is_below = !folder.empty() && !path.starts_with('/');
    auto const place = is_below ? folder + "/" + path : path;
    return !os::is_elf(place.c_str()) && os::interpreter_of(place.c_str()).empty();
}

}  // namespace

workload_result start_workload(workload_request request) {
    std::string const program = request.argv.front();
    os::spawn_request spawn;
    started_workload started;

    std::array<unique_fd, 2> write_ends;
    for (std::size_t i = 0; i < 2; ++i) {
        if (!request.standard_fds.was_open[i + 1]) {
            spawn.standard_fds[i + 1] = os::spawn_request::closed;
            continue;
        }
        auto pipe = os::make_pipe();
        if (!pipe) return explain_preparation_failure("make a pipe for", program, pipe.error().code);
        (i == 0 ? started.out : started.err) = std::move(pipe->read);
        write_ends[i] = std::move(pipe->write);
        spawn.standard_fds[i + 1] = write_ends[i].get();
    }
    if (!request.standard_fds.was_open[0]) spawn.standard_fds[0] = os::spawn_request::closed;

    spawn.argv = std::move(request.argv);
    spawn.environment = std::move(request.environment);
    spawn.signal_mask = request.signal_mask;
    spawn.ignore_child_ends = request.ignore_child_ends;
    auto const terminal = look_for_terminals();
    spawn.group = terminal.any ? os::child_group::own_group : os::child_group::own_session;
    started.terminal = terminal.controlling;
    if (terminal.is_ours) spawn.foreground_tty = terminal.controlling;
    spawn.parent_death_signal = request.dies_with_agent ? SIGKILL : 0;
    spawn.working_directory = std::move(request.working_directory);
    spawn.user = request.user;
    spawn.cgroup = request.cgroup;

    auto pid = os::spawn(spawn);
    if (!pid && pid.error().step == os::spawn_step::exec && pid.error().code.value() == ENOEXEC &&
        is_script_without_interpreter(pid.error().path, spawn.working_directory)) {
        // a script without "#!" runs in the shell, as from execvp(3) and every shell
        spawn.argv.front() = pid.error().path;
        spawn.argv.insert(spawn.argv.begin(), "/bin/sh");
        pid = os::spawn(spawn);
    }
    if (!pid) {
        // the child had taken it for a group that is gone
        os::set_foreground(spawn.foreground_tty, ::getpgrp());
        return explain(pid.error(), spawn, program);
    }
    started.pid = *pid;
    return started;
}

void take_terminal_back(int terminal, pid_t workload) noexcept {
    if (terminal >= 0 && ::tcgetpgrp(terminal) == workload) os::set_foreground(terminal, ::getpgrp());
}

}  // namespace task_agent

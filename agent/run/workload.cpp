#include "task_agent/run/workload.hpp"

#include "task_agent/os/executable.hpp"
#include "task_agent/os/spawn.hpp"

#include <unistd.h>

#include <array>
#include <cerrno>

namespace task_agent {
namespace {

struct terminals {
    bool any = false;
    int own = -1;  // whose foreground group we are: a background job must not grab it
};

terminals look_for_terminals() noexcept {
    terminals found;
    for (int fd = 0; fd < 3; ++fd) {
        if (!::isatty(fd)) continue;
        found.any = true;
        if (found.own < 0 && ::tcgetpgrp(fd) == ::getpgrp()) found.own = fd;
    }
    return found;
}

start_failure explain(os::spawn_failure const& failure, std::string const& program) {
    switch (failure.step) {
        case os::spawn_step::clone:
            return explain_preparation_failure("make a process for", program, failure.code);
        case os::spawn_step::session:
            return explain_preparation_failure("make a process group for", program, failure.code);
        case os::spawn_step::terminal:
            return explain_preparation_failure("give the terminal to", program, failure.code);
        case os::spawn_step::descriptor:
            return explain_preparation_failure("connect the output of", program, failure.code);
        case os::spawn_step::parent_death:
            return explain_preparation_failure("bind the life of the agent to", program, failure.code);
        case os::spawn_step::directory:
            return explain_preparation_failure("enter the working directory", failure.path, failure.code);
        case os::spawn_step::exec:
            return explain_exec_failure(program, failure.path, failure.code,
                                        os::interpreter_of(failure.path.c_str()));
    }
    return {};
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
    spawn.foreground_tty = started.foreground_tty = terminal.own;
    spawn.parent_death_signal = SIGKILL;

    auto pid = os::spawn(spawn);
    if (!pid && pid.error().step == os::spawn_step::exec && pid.error().code.value() == ENOEXEC &&
        !os::is_elf(pid.error().path.c_str())) {
        // a script without "#!" runs in the shell, as from execvp(3) and every shell
        spawn.argv.front() = pid.error().path;
        spawn.argv.insert(spawn.argv.begin(), "/bin/sh");
        pid = os::spawn(spawn);
    }
    if (!pid) {
        take_terminal_back(started.foreground_tty);
        return explain(pid.error(), program);
    }
    started.pid = *pid;
    return started;
}

void take_terminal_back(int tty) noexcept {
    if (tty >= 0) ::tcsetpgrp(tty, ::getpgrp());
}

}  // namespace task_agent

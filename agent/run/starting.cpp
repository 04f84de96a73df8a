#include "starting.hpp"

#include "task_agent/os/crash_report.hpp"
#include "task_agent/os/oom_score.hpp"
#include "task_agent/os/process.hpp"
#include "task_agent/os/process_tree.hpp"
#include "task_agent/run/runtime_environment.hpp"

#include <boost/asio/post.hpp>

#include <unistd.h>

#include "reports.hpp"
#include "variables.hpp"
#include <chrono>
#include <csignal>

namespace task_agent {
namespace {

using namespace std::chrono_literals;
namespace asio = boost::asio;

constexpr auto between_kicks = 5ms;

// A kick can fall between two calls of the pump's thread; then it is repeated until the pump has looked up.
void nudge(task_state& s, std::uint64_t looks) {
    s.err_pump->kick();
    s.nudge_timer.expires_after(between_kicks);
    s.nudge_timer.async_wait([&s, looks](boost::system::error_code ec) {
        if (!ec && s.err_pump->looks() == looks && s.lines.has_lines() && s.err_pump->state().idle_since)
            nudge(s, looks);
    });
}

std::unique_ptr<pump> start_pump(task_state& s, unique_fd source, stream which) {
    if (!source) return nullptr;
    pump_options options;
    options.which = which;
    options.sink = which == stream::out ? STDOUT_FILENO : STDERR_FILENO;
    options.pipe_size = s.request.settings.pipe_size;
    options.writes_agent_lines = which == stream::err;
    auto& watch = which == stream::out ? s.out_watch : s.err_watch;
    auto const on_end = [&s] {
        asio::post(s.io, [&s] {
            if (s.draining) s.draining->wake();
        });
    };
    auto made = std::make_unique<pump>(std::move(source), options, watch, s.lines, on_end);
    if (auto const ok = made->start(); !ok) {
        s.log.error("cannot pump the output: " + ok.error().text);
        return nullptr;  // the workload's pipe is closed with it
    }
    return made;
}

// Only where there is somebody to report to. An outer agent's channel stays the workload's.
void open_channel(task_state& s, std::vector<std::string>& environment) {
    constexpr std::string_view variable = "TASK_AGENT_SOCKET";
    if (!s.request.platform) return;
    s.outer = outer_agent::find(s.io, s.request.outer_socket);
    if (s.outer) return;
    auto trouble = open_status_file(s, environment);
    auto const& settings = s.request.settings;
    auto const user = settings.user ? settings.user->user : ::geteuid();
    auto made =
        workload_channel::open(s.io, channel_places(settings.state_dir.path, environment), user, settings.id);
    if (made) {
        s.channel = std::move(*made);
        set_variable(environment, variable, s.channel->path());
    } else {
        set_variable(environment, variable, {});
        if (trouble.empty()) trouble = made.error().text;
    }
    if (!trouble.empty()) s.log.warn("the workload cannot speak with the agent: " + trouble);
}

}  // namespace

void start(task_state& s) {
    os::become_subreaper();
    std::vector<pid_t> earlier_children;
    if (os::has_children()) earlier_children = os::children_of_self();

    workload_request wanted;
    wanted.argv = s.request.argv;
    wanted.environment = s.request.environment;
    wanted.signal_mask = s.request.signal_mask;
    wanted.ignore_child_ends = os::claim_child_ends();
    wanted.standard_fds = s.request.standard_fds;
    wanted.working_directory = s.request.settings.working_directory;
    wanted.user = s.request.settings.user;
    wanted.dies_with_agent = s.request.settings.kill_orphan;
    // whoever may live on would keep the folder for ever
    bool const may_hold = s.request.settings.kill_orphan && s.request.settings.stop_leftovers;
    auto cgroup = may_hold ? os::child_cgroup::make() : std::nullopt;
    if (cgroup) wanted.cgroup = cgroup->folder();
    open_channel(s, wanted.environment);
    auto const user = wanted.user ? wanted.user->user : ::geteuid();
    if (s.request.settings.runtime_variables) {
        auto const places = channel_places(s.request.settings.state_dir.path, wanted.environment);
        s.own_error_file = add_runtime_variables(wanted.environment, places, user);
    }
    s.file_places = places_of_runtime_files(wanted.environment, wanted.working_directory, user);
    auto started = start_workload(std::move(wanted));
    if (!started) {
        s.start_failed = started.error();
        return;
    }
    os::enable_kicks();
    os::install_crash_report();
    s.terminal = started->terminal;
    s.self.on_workload_started(started->pid);
    s.out_pump = start_pump(s, std::move(started->out), stream::out);
    s.err_pump = start_pump(s, std::move(started->err), stream::err);
    if (s.err_pump) s.lines.attach([&s] { nudge(s, s.err_pump->looks()); });

    auto first = child::adopt(s.io.get_executor(), started->pid);
    if (first) {
        s.first.emplace(std::move(*first));
        s.tree.emplace(*s.first, std::move(cgroup), std::move(earlier_children));
        // last: a short run does not wait for it, and nothing runs out of memory in its first microseconds
        (void)os::raise_oom_score(started->pid);  // not permitted: then the kernel chooses as it likes
        os::forbid_dumps();
        s.memory.begin();
        return;
    }
    // a kernel without pidfds, or a sandbox that forbids them: without them nothing here can be done safely
    s.start_failed =
        start_failure{125, "cannot watch the workload: " + first.error().text + " (Linux 5.3 is needed)"};
    os::kill_group(started->pid, SIGKILL);
    while (!os::reap(started->pid))
        ::usleep(1000);
}

}  // namespace task_agent

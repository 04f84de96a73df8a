#include "task_agent/run/task_run.hpp"

#include "task_agent/base/duration_text.hpp"
#include "task_agent/core/version.hpp"
#include "task_agent/logic/signal_policy.hpp"
#include "task_agent/os/process.hpp"
#include "task_agent/run/detached.hpp"
#include "task_agent/run/log_file.hpp"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <fmt/format.h>

#include <fcntl.h>
#include <unistd.h>

#include "job_control.hpp"
#include "masking.hpp"
#include "preparation.hpp"
#include "stalling.hpp"
#include "starting.hpp"
#include "stopping.hpp"
#include "task_state.hpp"
#include <algorithm>
#include <csignal>

namespace task_agent {
namespace {

using namespace std::chrono_literals;
namespace asio = boost::asio;

std::vector<stop_rung> rungs_of(run_settings const& settings) {
    if (!settings.stop_sequence.empty()) return settings.stop_sequence;
    return {{0, settings.stop_grace}};
}

// --- signals
// ---------------------------------------------------------------------------------------------------

void on_signal(task_state& s, os::received_signal const& received) {
    if (received.number == SIGCHLD) {
        if (!s.first) return;
        if (!s.exit) reap_orphans(s.first->pid());
        follow_stop(s);
        if (s.draining) s.draining->wake();
        return;
    }
    if (received.number == SIGCONT) return follow_continue(s);
    switch (role_of(received.number, ::isatty(STDIN_FILENO) != 0)) {
        case signal_role::ignore:
            return;
        case signal_role::forward:
            if (s.first && !s.ended) s.first->signal_group(received.number);
            return;
        case signal_role::stop:
            return on_stop_signal(s, received.number);
    }
}

asio::awaitable<void> watch_signals(task_state& s) {
    auto const token = asio::as_tuple(asio::use_awaitable);
    for (;;) {
        auto [ec] = co_await s.signal_watch.async_wait(asio::posix::stream_descriptor::wait_read, token);
        if (ec) co_return;
        while (auto const received = s.signals.next())
            on_signal(s, *received);
    }
}

// --- starting
// ---------------------------------------------------------------------------------------------------

void open_log(task_state& s) {
    auto const& target = s.request.settings.log_target;
    if (target == "off") return;
    log_sink* sink = &s.lines;
    std::string problem;
    if (target != "stderr") {
        auto file = open_log_file(target);
        if (file) {
            s.log_file = std::move(*file);
            sink = s.log_file.get();
        } else {
            problem = file.error().text;
        }
    }
    sink = &s.masked_lines.emplace(*sink, s.secrets);
    s.log = logger(s.request.settings.level, *sink);
    if (!problem.empty()) s.log.warn(problem + "; messages go to stderr");
    for (auto const& warning : s.request.warnings)
        s.log.warn(warning);
    auto const& settings = s.request.settings;
    auto const plan = plan_stop(stop_wishes_of(settings, s.request.platform.has_value(), true));
    if (length_of(settings.stop_sequence) > plan.checkpoint) {
        s.log.warn(
            fmt::format("--stop-sequence takes {}, which --stop-budget {} does not hold: after a stop "
                        "signal its waits are cut in proportion",
                        to_text(length_of(settings.stop_sequence)), to_text(settings.stop_budget)));
    }
}

// --- reporting
// --------------------------------------------------------------------------------------------------

asio::awaitable<void> run_reporter(task_state& s) {
    // what an earlier run of this task could not deliver goes ahead of `active`
    co_await s.platform->journal.send_earlier(s.platform->earlier, s.request.settings.final_timeout);
    co_await s.platform->report.run();
    s.platform->reported = true;
    s.changed.cancel();
}

asio::awaitable<void> own_the_step(task_state& s) {
    std::string const no_error;
    // for as long as the run lasts: its end takes the place of this
    (void)co_await s.platform->owner.report(status::active, no_error, time_point::max());
}

void begin_journal(task_state& s) {
    run_started start;
    start.id = s.request.settings.id;
    start.host = s.self.host();
    start.agent_pid = ::getpid();
    start.agent_version = version;
    if (auto const mark = s.memory.beginning())
        start.memory = memory_mark{mark->folder.device, mark->folder.inode, mark->kills};
    auto const workload = s.first ? std::optional(s.first->pid()) : std::nullopt;
    s.platform->journal.begin(s.request.settings.state_dir, std::move(start), workload);
}

void begin_reporting(task_state& s) {
    if (!s.request.platform) return;
    auto agent = [&s](time_point now, duration interval) {
        reporter::agent_document document;
        document.text = s.self.next(now, interval, activity_of(s));
        document.seq = s.self.sequence();
        return document;
    };
    control::listener listener;
    listener.on_step = [&s](step_item const& step) {
        s.platform->report.on_staleness_timeout(step.staleness_timeout);
        on_staleness_timeout(s, step.staleness_timeout);
    };
    listener.on_order = [&s](stop_order order, step_item const& step) { on_order(s, order, step); };
    listener.job_is_gone = [&s] { return s.platform->report.job_is_gone(); };
    listener.on_superseded = [&s] { on_superseded(s); };
    s.request.client.tokens.on_token = [&s](std::string const& token) { keep_secret(s, token); };
    s.platform = std::make_unique<platform_side>(s.io, s.request, s.random, s.log, agent, listener);
    begin_journal(s);
    start_detached(s.io, run_reporter(s), "reporting");
    if (!s.first) return;
    s.platform->report.push(task_update());  // active, as soon as the workload runs
    if (s.request.settings.own_step) start_detached(s.io, own_the_step(s), "writing the step's status");
    start_detached(s.io, s.platform->watch.run(), "the control poll");
}

// Unless an agent around this one reports for the task already.
asio::awaitable<void> begin_unless_nested(task_state& s) {
    bool const any_task = s.request.task_is_made_up;
    auto const until = steady_clock::now() + outer_agent::time_to_answer;
    s.is_nested = co_await s.outer->reports_for(s.request.settings.id, any_task, until);
    s.asking_outer = false;
    if (s.is_nested) {
        s.log.info("the agent around this one reports for the task");
    } else {
        begin_reporting(s);
    }
    s.changed.cancel();
}

// --- the story
// --------------------------------------------------------------------------------------------------

asio::awaitable<void> live(task_state& s) {
    if (s.channel) s.channel->serve();
    if (s.reports.file) start_detached(s.io, s.reports.file->watch(), "the status file");
    if (s.outer) {
        s.asking_outer = true;
        start_detached(s.io, begin_unless_nested(s), "asking the outer agent");
    } else {
        begin_reporting(s);
    }
    if (!s.first && s.exit) on_stop_signal(s, s.exit->signal);  // it came before the start
    start_detached(s.io, watch_signals(s), "the signal watch");
    if (s.first) limit_life(s);
    if (s.first) start_detached(s.io, watch_for_stalls(s), "the stall watch");
    if (s.first) s.first_ended = co_await s.first->ended();
    s.unkillable = s.first && !s.first_ended;
    s.ended = true;
    s.log.debug("the command has ended");
    s.life_timer.cancel();
    s.stalls.timer.cancel();
    s.ended_at = steady_clock::now();
    co_await shut_down(s);
    if (s.channel) s.channel->close();
    if (s.reports.file) s.reports.file->close();
    if (!s.own_error_file.empty()) ::unlink(s.own_error_file.c_str());
    s.tree.reset();  // with the workload's cgroup, which nothing else would ever remove
    s.io.stop();
}

}  // namespace

task_state::task_state(run_request r)
    : request(std::move(r)),
      secrets(made_secret_set(request.secrets)),
      lines(STDERR_FILENO),
      ladder(rungs_of(request.settings)) {}

time_point task_state::last_output() const {
    auto latest = began;
    if (out_pump) latest = std::max(latest, out_pump->last_input());
    if (err_pump) latest = std::max(latest, err_pump->last_input());
    return latest;
}

std::optional<time_point> task_state::budget_end() const {
    if (!stop_signalled) return std::nullopt;
    return *stop_signalled + request.settings.stop_budget;
}

std::optional<time_point> task_state::latest(std::optional<duration> part) const {
    if (!stop_signalled || !part) return std::nullopt;
    return *stop_signalled + *part;
}

int run_task(run_request request) {
    // Never destroyed: the process ends with the run, and coroutines that nobody waits for any more (a poll,
    // a signal watch) still hold references into it.
    static task_state* const state = new task_state(std::move(request));
    auto& s = *state;
    open_log(s);
    auto signals = os::signal_queue::open();
    if (!signals) {
        s.log.error(signals.error().text);
        return 125;
    }
    s.signals = std::move(*signals);
    // Asio owns what it watches; a plain dup would reach the workload
    s.signal_watch.assign(::fcntl(s.signals.fd(), F_DUPFD_CLOEXEC, 3));

    if (!stopped_before_start(s) && prepare(s)) start(s);
    start_detached(s.io, live(s), "the run");
    s.io.run();
    return s.exit_code;
}

}  // namespace task_agent

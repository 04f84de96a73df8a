#include "stalling.hpp"

#include "task_agent/base/duration_text.hpp"
#include "task_agent/core/version.hpp"
#include "task_agent/logic/masker.hpp"
#include "task_agent/logic/report_fit.hpp"
#include "task_agent/logic/stall_text.hpp"
#include "task_agent/logic/thread_dump.hpp"
#include "task_agent/os/process.hpp"
#include "task_agent/os/process_pictures.hpp"
#include "task_agent/os/process_tree.hpp"
#include "task_agent/run/final_update.hpp"
#include "task_agent/wire/failure_codec.hpp"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <fmt/format.h>

#include "stopping.hpp"
#include <algorithm>
#include <csignal>
#include <memory>

namespace task_agent {
namespace {

using namespace std::chrono_literals;
namespace asio = boost::asio;

constexpr auto sample = 200ms;       // of CPU shares
constexpr auto time_to_look = 5s;    // at /proc; then without it (architecture, rule 2)
constexpr auto time_to_answer = 3s;  // for a runtime that was asked for its stacks
constexpr auto silence = 300ms;      // after which it has said it all
constexpr auto time_to_abort = 2s;   // for a runtime that prints its stacks and ends
constexpr auto between_glances = 50ms;
constexpr std::size_t dump_limit = 256 * 1024;     // bytes that are kept of an answer
constexpr std::size_t evidence_limit = 32 * 1024;  // of them and of /proc, each, that are reported

bool is_over(task_state const& s) noexcept {
    return s.ended || s.ladder.has_begun() || s.order != stop_order::none;
}

duration cpu_time_of(task_state const& s) {
    double seconds = 0;
    for (pid_t const pid : s.tree->processes()) {
        if (auto const stat = os::read_stat(pid)) seconds += stat->cpu_seconds;
    }
    return std::chrono::duration_cast<duration>(std::chrono::duration<double>(seconds));
}

asio::awaitable<void> pause_for(task_state& s, duration time) {
    s.stalls.timer.expires_after(time);
    auto const token = asio::as_tuple(asio::use_awaitable);
    auto [ec] = co_await s.stalls.timer.async_wait(token);
    (void)ec;
}

// Shared by the thread that looks and the coroutine that waits: whoever is last lets go of it.
struct looking {
    explicit looking(asio::io_context& io) : done(io) {}

    asio::steady_timer done;
    std::vector<process_picture> seen;
};

asio::awaitable<std::vector<process_picture>> look_at_processes(task_state& s) {
    auto w = std::make_shared<looking>(s.io);
    w->done.expires_after(time_to_look);
    auto job = [&io = s.io, w, pids = s.tree->processes()] {
        auto seen = std::make_shared<std::vector<process_picture>>();
        try {
            *seen = os::picture_processes(pids, sample);
        } catch (std::exception const&) {
            seen->clear();  // no memory for it: the stall is still a fact
        }
        asio::post(io, [w, seen] {
            w->seen = std::move(*seen);
            w->done.cancel();
        });
    };
    if (!s.stalls.looker.submit(std::move(job))) co_return std::move(w->seen);
    auto const token = asio::as_tuple(asio::use_awaitable);
    auto [ec] = co_await w->done.async_wait(token);
    (void)ec;
    if (s.secrets) {
        for (auto& process : w->seen) {
            for (auto& word : process.command)
                word = plain_and_masked(word, s.secrets.get());
        }
    }
    co_return std::move(w->seen);
}

// Only who has a handler: the signal would end anybody else.
bool ask_for_stacks(task_state& s, std::vector<process_picture> const& processes) {
    int const named = s.request.settings.stall_signal;
    bool has_asked = false;
    auto const ask = [&s, &has_asked](process_picture const& process, int signal) {
        s.log.info(fmt::format("asking process {} for its stacks by {}", process.pid, signal_name(signal)));
        has_asked = os::signal_descendant(process.pid, signal) || has_asked;
    };
    for (auto const& process : processes) {
        if (process.answers == dump_answer::jvm) ask(process, SIGQUIT);
        if (process.catches(named)) ask(process, named);
    }
    return has_asked;
}

// What runtimes print of themselves when they are asked, or nothing.
asio::awaitable<std::string> stacks_of(task_state& s, std::vector<process_picture> const& processes) {
    auto const asked_at = steady_clock::now();
    s.out_watch.begin_copy(dump_limit);
    s.err_watch.begin_copy(dump_limit);
    bool const has_asked = ask_for_stacks(s, processes);
    while (has_asked && !is_over(s)) {
        co_await pause_for(s, between_glances);
        auto const now = steady_clock::now();
        auto const spoke_at = s.last_output();
        bool const is_done = spoke_at > asked_at && now - spoke_at >= silence;
        if (is_done || now - asked_at >= time_to_answer) break;
    }
    auto said = s.out_watch.take_copy();
    said += s.err_watch.take_copy();
    // an answer is no sign that the workload goes on
    if (has_asked) s.stalls.watch.disregard(steady_clock::now());
    co_return said;
}

void report_stall(task_state& s) {
    if (!s.platform) return;
    failure_report report;
    report.reason = failure_reason::stalled;
    report.message = s.stalls.message;
    report.command = command_text(s.request.argv, s.secrets.get());
    report.host = s.self.host();
    report.agent_version = version;
    task_update update;
    update.status_details.emplace("error_report",
                                  make_error_report(encode_failure(report), s.stalls.evidence));
    s.platform->report.push(std::move(update));
    s.stalls.was_reported = true;
}

bool is_alive(process_picture const& process) {
    auto const stat = os::read_stat(process.pid);
    return stat && stat->start_ticks == process.start_ticks && stat->state != 'Z';
}

// A Python prints its stacks when it aborts, and ends by that: the first rung of its stop.
asio::awaitable<void> let_them_abort(task_state& s, std::vector<process_picture> processes) {
    std::erase_if(processes, [](process_picture const& process) {
        return process.answers != dump_answer::python || !os::signal_descendant(process.pid, SIGABRT);
    });
    auto const until = steady_clock::now() + time_to_abort;
    while (!is_over(s) && steady_clock::now() < until && std::ranges::any_of(processes, is_alive))
        co_await pause_for(s, between_glances);
}

asio::awaitable<void> on_stall(task_state& s) {
    auto const& settings = s.request.settings;
    if (settings.heartbeat == heartbeat_mode::progress && s.platform)
        s.platform->report.hold_heartbeats(true);
    stall_facts facts;
    facts.limit = s.stalls.watch.limit().value_or(duration());
    facts.counts_cpu = settings.progress_counts_cpu;
    facts.processes = co_await look_at_processes(s);
    auto const stacks = co_await stacks_of(s, facts.processes);
    s.stalls.message = stall_message(facts);
    s.stalls.evidence = fit_lines(stall_text(facts), evidence_limit);
    if (!stacks.empty()) s.stalls.evidence += "\n" + fit_thread_dump(stacks, evidence_limit);
    if (is_over(s)) co_return;
    s.log.warn(s.stalls.message);
    report_stall(s);
    if (!settings.stop_stalled) co_return;
    s.stalls.ended_run = true;
    note_stop(s, "stall");
    co_await let_them_abort(s, std::move(facts.processes));
    if (!is_over(s)) begin_ladder(s);
}

void on_recovery(task_state& s) {
    s.log.info("the command moves again");
    s.stalls.message.clear();
    s.stalls.evidence.clear();
    if (!s.platform) return;
    s.platform->report.hold_heartbeats(false);
    task_update update;
    update.status_details.emplace("error_report", "null");
    s.platform->report.push(std::move(update));
    s.stalls.was_reported = false;
}

}  // namespace

void note_movement(task_state& s) {
    for (auto const* p : {s.out_pump.get(), s.err_pump.get()}) {
        // before any input a pump tells of its own start
        if (p && p->bytes_passed() + p->bytes_lost() > 0)
            s.stalls.watch.on_movement(movement::output, p->last_input());
    }
}

activity activity_of(task_state& s) {
    note_movement(s);
    activity now;
    now.last_output = s.last_output();
    now.moved_by = s.stalls.watch.last();
    now.moved_at = s.stalls.watch.moved_at();
    now.is_stalled = s.stalls.watch.is_stalled();
    now.skipped_reports = s.reports.skipped;
    now.saved_at = s.reports.saved_at;
    now.beats_on_progress = s.request.settings.heartbeat == heartbeat_mode::progress;
    return now;
}

void on_staleness_timeout(task_state& s, std::optional<std::chrono::seconds> timeout) {
    if (!lacks_stall_timeout(s.request.settings)) return;
    if (!timeout && !s.stalls.has_warned) {
        s.stalls.has_warned = true;
        s.log.warn(
            "the step has no lifecycle.staleness_timeout_seconds, and --stall-timeout is not given: no time "
            "without movement counts as a stall");
    }
    if (s.stalls.watch.limit() == timeout) return;
    s.stalls.watch.set_limit(timeout);
    s.stalls.timer.cancel();
}

asio::awaitable<void> watch_for_stalls(task_state& s) {
    auto const& settings = s.request.settings;
    if (!cares_about_stalls(settings)) co_return;
    auto& watch = s.stalls.watch;
    watch.on_movement(movement::start, s.started);
    if (settings.stall_timeout > duration::zero()) watch.set_limit(settings.stall_timeout);
    auto const token = asio::as_tuple(asio::use_awaitable);
    for (;;) {
        s.stalls.timer.expires_at(watch.due());
        auto [ec] = co_await s.stalls.timer.async_wait(token);
        (void)ec;  // in time, or because the limit is another
        if (is_over(s)) co_return;
        note_movement(s);
        auto const now = steady_clock::now();
        if (settings.progress_counts_cpu) watch.on_cpu_time(cpu_time_of(s), now);
        auto const change = watch.look(now);
        if (change == stall_watch::change::stalled) co_await on_stall(s);
        if (change == stall_watch::change::recovered) on_recovery(s);
        if (is_over(s)) co_return;
    }
}

void settle_stall(task_state const& s, task_update& last) {
    if (s.stalls.was_reported && last.state == status::completed)
        last.status_details.insert_or_assign("error_report", "null");
}

}  // namespace task_agent

// The end of life, one step a line (shut_down at the bottom), each within its share of the stop budget: the
// output first, then the verdict, the diagnosis, the final update, the termination log, and the report as the
// very last thing on stderr.
#include "task_agent/base/duration_text.hpp"
#include "task_agent/logic/masker.hpp"
#include "task_agent/logic/unkillable_text.hpp"
#include "task_agent/os/stuck_process.hpp"
#include "task_agent/run/final_update.hpp"

#include <fmt/format.h>

#include <unistd.h>

#include "last_words.hpp"
#include "reports.hpp"
#include "settling.hpp"
#include "stalling.hpp"
#include "task_state.hpp"
#include <algorithm>
#include <cstring>

namespace task_agent {
namespace {

using namespace std::chrono_literals;
namespace asio = boost::asio;

constexpr auto time_to_hand_over = 2s;
// Of the final update's time at most, for an end that an earlier run could not deliver.
constexpr auto share_of_earlier_ends = 5s;
// For the files that runtimes leave: on a disk they take a millisecond.
constexpr auto time_for_files = 1s;

// SIGKILL had its full time, and the tree is still there (contract 1).
void look_at_survivors(task_state& s, std::vector<pid_t> survivors) {
    if (s.unkillable) survivors = {s.first->pid()};
    if (survivors.empty()) return;
    s.stuck = os::look_at_stuck(std::move(survivors));
    s.unkillable = s.unkillable || !s.stuck.empty();
}

asio::awaitable<void> finish_output(task_state& s) {
    if (!s.first) co_return;
    // with the first process itself unkillable there is nothing left to try
    bool const leave = s.unkillable || !s.request.settings.stop_leftovers;
    drain_policy const policy(s.ended_at, s.latest(s.plan.drain), leave);
    std::array<pump*, 2> const pumps = {s.out_pump.get(), s.err_pump.get()};
    drain d(s.io, *s.tree, pumps, policy);
    s.draining = &d;
    co_await d.run();
    s.draining = nullptr;
    look_at_survivors(s, d.survivors());
    if (s.out_pump) s.out_pump->join();
    if (s.err_pump) s.err_pump->join();
}

void warn_of_lost_output(task_state& s) {
    for (auto const* p : {s.out_pump.get(), s.err_pump.get()}) {
        if (!p || p->write_error() == 0) continue;
        s.log.warn(fmt::format("cannot write to {}: {}; {} bytes of output are lost",
                               p == s.out_pump.get() ? "stdout" : "stderr", ::strerror(p->write_error()),
                               p->bytes_lost()));
    }
}

void close_watches(task_state& s) {
    s.out_watch.finish(s.ended_at);
    s.err_watch.finish(s.ended_at);
    s.lines.detach();
    warn_of_lost_output(s);
}

void take_verdict(task_state& s) {
    if (!s.first) return;
    take_terminal_back(s.terminal, s.first->pid());
    if (!s.first_ended) return;
    auto const exit = s.first->reap();
    if (exit) {
        s.exit = *exit;
    } else {
        s.log.error("the workload's exit code is lost: " + exit.error().text);
        s.exit = exit_status();
        s.exit->code = 125;
    }
    s.self.on_workload_ended(*s.exit);
    if (s.platform) s.platform->journal.note(workload_ended{*s.exit});
}

exit_verdict judge_run(task_state const& s) {
    if (s.start_failed) {
        exit_verdict verdict;
        verdict.final_status = status::error;
        verdict.reason = failure_reason::start_failed;
        verdict.exit_code = s.start_failed->exit_code;
        return verdict;
    }
    end_of_run end;
    end.exit = s.exit.value_or(exit_status());
    end.timed_out = s.timed_out;
    end.stalled = s.stalls.ended_run;
    end.unkillable = s.unkillable;
    end.order = s.order;
    end.signalled_for_order = s.signalled_for_order;
    end.pause_is_cooperative = s.pause.is_cooperative;
    end.signalled_from_outside = s.stopped_from_outside;
    end.killed_by_agent = s.ladder.has_killed();
    end.oom_kills = s.memory.kills();
    end.pass_exit_code = s.request.settings.stop_code == stop_exit::workload;
    return judge(end);
}

std::string pause_deadline_text(task_state const& s) {
    return fmt::format("did not save and end within the pause deadline of {}, and was killed",
                       to_text(s.pause.deadline.value_or(duration())));
}

// A crash shows in the code even where a shell stood between.
bool has_crashed(task_state const& s) {
    return s.exit && s.exit->shell_code() > 128;
}

asio::awaitable<runtime_files> look_for_files(task_state& s) {
    runtime_files none;
    if (!s.first) co_return none;
    auto const now = steady_clock::now();
    duration patience = time_for_files;
    if (auto const latest = s.latest(s.plan.report)) patience = std::min<duration>(patience, *latest - now);
    if (patience <= duration::zero()) co_return none;
    runtime_file_search search;
    search.places = s.file_places;
    // a wall clock that was set back meanwhile would make every file too old
    auto const run_time = std::chrono::duration_cast<wall_clock::duration>(now - s.started);
    search.places.not_before = std::min(search.places.not_before, wall_clock::now() - run_time);
    for (auto const* watch : {&s.out_watch, &s.err_watch}) {
        for (auto const& trace : watch->traces())
            trace::find_named_files(trace.text, search.named);
        trace::find_named_files(watch->tail(), search.named);
    }
    if (has_crashed(s)) search.spare_folder = "/tmp";
    search.secrets = s.secrets;
    auto found = co_await find_runtime_files(s.io, s.file_reader, std::move(search), patience);
    for (auto const& remark : found.remarks)
        s.log.info(remark);
    co_return found;
}

failure_report report_failure(task_state const& s, exit_verdict const& verdict, runtime_files files) {
    end_of_workload end;
    end.reason = verdict.reason;
    end.exit = s.exit;
    if (s.start_failed) end.known_cause = s.start_failed->sentence;
    if (!s.first && !s.start_failed) end.known_cause = "stopped before the workload was started";
    if (s.unkillable) end.known_cause = unkillable_text(s.stuck);
    if (verdict.reason == failure_reason::stalled) end.known_cause = s.stalls.message;
    end.evidence = s.stalls.evidence;
    if (verdict.reason == failure_reason::timeout && !s.timed_out) end.known_cause = pause_deadline_text(s);
    end.command = s.request.argv;
    end.host = s.self.host();
    if (s.first) {
        end.usage = usage_of_children(s.ended_at - s.started);
        end.memory = s.memory.end();
    }
    if (s.out_pump) end.lost["stdout_bytes"] = s.out_pump->bytes_lost();
    if (s.err_pump) end.lost["stderr_bytes"] = s.err_pump->bytes_lost();
    end.lost["report_lines"] = s.reports.skipped;
    end.lost["agent_lines"] = s.lines.dropped_lines();
    end.secrets = s.secrets.get();
    end.own_rules = &s.request.failure_rules;
    end.files = std::move(files);
    end.stack_limit = s.request.settings.error_stack_limit;
    end.ended_at = s.ended_at;
    return diagnose(end, s.out_watch, s.err_watch);
}

// Whoever sends it later has to send it as it stands: with the agent's own last word.
task_update as_recorded(task_state& s, task_update update, time_point now) {
    auto const interval = s.platform->report.heartbeat_interval();
    update.status_details.insert_or_assign("agent", s.self.next(now, interval, activity_of(s)));
    return update;
}

// An agent inside the workload that ended as the workload did has seen the same failure from nearer by.
std::optional<nested_report> told_by_inner(task_state const& s, failure_report& report) {
    auto const& told = s.channel ? s.channel->report() : std::nullopt;
    bool const is_plain =
        report.reason == failure_reason::exit_code || report.reason == failure_reason::signal;
    if (!told || !is_plain || !s.exit || told->exit_code != s.exit->shell_code()) return std::nullopt;
    auto nested = *told;
    if (s.secrets) {
        for (auto* text : {&nested.message, &nested.error_details, &nested.error_stack})
            *text = masked(*text, *s.secrets);
    }
    report.message = nested.message;
    report.stack = nested.error_stack;
    report.cause_line.clear();
    return nested;
}

// Instead of reporting ourselves (contract 2, nested agents).
asio::awaitable<void> hand_to_outer(task_state& s, task_update const& update,
                                    std::optional<failure_report> const& report) {
    if (!s.is_nested || !report) co_return;
    nested_report told;
    told.exit_code = s.exit_code;
    told.message = report->message;
    told.error_details = update.error_details;
    told.error_stack = update.error_stack;
    bool const was_taken =
        co_await s.outer->hand_over(std::move(told), steady_clock::now() + time_to_hand_over);
    if (!was_taken) s.log.info("the agent around this one did not take the error report");
}

asio::awaitable<void> deliver(task_state& s, task_update update) {
    if (!s.platform || s.superseded) co_return;
    auto deadline = steady_clock::now() + s.request.settings.final_timeout;
    if (auto const budget = s.budget_end()) deadline = std::min(deadline, *budget);
    status const state = update.state;
    json_text const error_details = update.error_details;
    auto const now = steady_clock::now();
    s.platform->earlier.hurry(now + std::min<duration>((deadline - now) / 2, share_of_earlier_ends));
    co_await s.platform->journal.note_final(as_recorded(s, update, now), deadline);
    s.platform->report.push_final(std::move(update), deadline);
    while (!s.platform->reported)
        co_await next_change(s);
    if (s.superseded) co_return;
    co_await s.platform->journal.note_fate(s.platform->report.final_fate(), deadline);
    bool const is_gone = s.platform->report.job_is_gone();
    if (s.request.settings.own_step)
        (void)co_await s.platform->owner.report(state, error_details, deadline, is_gone);
    if (!s.platform->report.final_was_accepted()) {
        s.log.error(fmt::format("the platform did not take the final status {}", to_text(state)));
    }
}

// How the plan came out, for whoever chooses a grace and a budget.
void tell_times(task_state const& s, time_point drained, time_point known) {
    if (!s.stop_began) return;
    auto const in_ms = [](duration d) { return to_text(std::chrono::floor<std::chrono::milliseconds>(d)); };
    s.log.debug(fmt::format("the stop took {}: the command {}, output {}, diagnosis {}, final update {}",
                            in_ms(steady_clock::now() - *s.stop_began), in_ms(s.ended_at - *s.stop_began),
                            in_ms(drained - s.ended_at), in_ms(known - drained),
                            in_ms(steady_clock::now() - known)));
}

}  // namespace

asio::awaitable<void> shut_down(task_state& s) {
    co_await finish_output(s);
    close_watches(s);
    take_last_reports(s);
    auto const drained = steady_clock::now();
    take_verdict(s);
    co_await settle_outer(s);
    co_await check_attempt(s);
    co_await settle_order(s);

    auto const verdict = judge_run(s);
    s.exit_code = verdict.exit_code;
    std::optional<failure_report> report;
    if (verdict.final_status == status::error) {
        auto files = co_await look_for_files(s);
        report = report_failure(s, verdict, std::move(files));
    }
    auto const nested = report ? told_by_inner(s, *report) : std::nullopt;

    auto update = make_final_update(verdict.final_status, report, nested ? &*nested : nullptr);
    settle_stall(s, update);
    auto const known = steady_clock::now();
    co_await hand_to_outer(s, update, report);
    co_await deliver(s, std::move(update));
    tell_times(s, drained, known);
    if (s.start_failed) s.log.error(s.start_failed->sentence);
    if (s.unkillable) s.log.error(unkillable_text(s.stuck));
    if (!report) co_return;
    write_termination_log(s, *report);
    print_report_tail(s, *report);
}

}  // namespace task_agent

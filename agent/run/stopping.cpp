#include "stopping.hpp"

#include "task_agent/base/duration_text.hpp"
#include "task_agent/logic/signal_policy.hpp"
#include "task_agent/run/detached.hpp"

#include <fmt/format.h>

#include <unistd.h>

#include <algorithm>
#include <csignal>

namespace task_agent {
namespace {

using namespace std::chrono_literals;
namespace asio = boost::asio;

// To tell an outside stop from the platform's (contract 9).
constexpr auto classification_time = 2s;

void send(task_state& s, stop_ladder::signals const& signals);

void arm_ladder(task_state& s) {
    auto const due = s.ladder.deadline();
    if (!due) return;
    s.ladder_timer.expires_at(*due);
    s.ladder_timer.async_wait([&s](boost::system::error_code ec) {
        if (ec || s.ended) return;
        send(s, s.ladder.on_time(steady_clock::now()));
        if (s.ladder.has_given_up()) s.first->give_up();
    });
}

void send(task_state& s, stop_ladder::signals const& signals) {
    if (s.ended || !s.first) return;
    for (int const signal : signals) {
        s.log.info(fmt::format("sending {} to the workload", signal_name(signal)));
        if (signal == SIGKILL) {
            s.tree->kill();
        } else {
            s.first->signal_group(signal);
        }
    }
    arm_ladder(s);
}

// Once a stop begins, and again when its first signal brings a budget.
void plan(task_state& s) {
    auto const wishes =
        stop_wishes_of(s.request.settings, s.platform != nullptr, s.stop_signalled.has_value());
    s.plan = plan_stop(wishes);
    if (!s.stop_began) s.stop_began = steady_clock::now();
    s.log.debug(describe(s.plan, wishes));
}

void shorten_the_end(task_state& s, time_point now) {
    s.ladder.shorten(*s.stop_signalled + s.plan.checkpoint, now);
    if (s.draining) s.draining->shorten(*s.latest(s.plan.drain));
    if (s.platform) s.platform->report.shorten_final(*s.budget_end());
}

void take_order(task_state& s, stop_order order, step_item const& step) {
    s.order = order;
    s.pause =
        order == stop_order::pause ? pause_terms_of(step, s.request.settings.platform.family) : pause_terms();
    s.signalled_for_order = true;
}

asio::awaitable<void> classify_stop(task_state& s) {
    auto until = steady_clock::now() + classification_time;
    if (auto const end = s.latest(s.plan.drain)) until = std::min(until, *end);
    auto const step = co_await s.platform->watch.read_step_at_once(until);
    auto const order = step ? order_of(*step) : stop_order::none;
    if (order != stop_order::none && s.order != stop_order::cancel) take_order(s, order, *step);
    s.classifying = false;
    s.changed.cancel();
}

}  // namespace

void note_stop(task_state& s, std::string why) {
    if (s.platform) s.platform->journal.note(stop_asked{std::move(why)});
}

void begin_ladder(task_state& s) {
    plan(s);
    send(s, s.ladder.begin(SIGTERM, stop_ladder::cause::order, steady_clock::now()));
}

stop_wishes stop_wishes_of(run_settings const& settings, bool reports, bool has_budget) {
    stop_wishes wishes;
    if (has_budget) wishes.budget = settings.stop_budget;
    wishes.ladder = settings.stop_sequence.empty() ? settings.stop_grace : length_of(settings.stop_sequence);
    wishes.final_timeout = settings.final_timeout;
    wishes.reports = reports;
    return wishes;
}

bool stopped_before_start(task_state& s) {
    bool const has_terminal = ::isatty(STDIN_FILENO) != 0;
    while (auto const received = s.signals.next()) {
        int const number = received->number;
        // from the terminal: the workload that would judge it is not there
        bool const is_key = number == SIGINT || number == SIGQUIT;
        if (!is_key && role_of(number, has_terminal) != signal_role::stop) continue;
        s.stopped_from_outside = true;
        s.exit = exit_status();
        s.exit->signal = number;
        return true;
    }
    return false;
}

void on_stop_signal(task_state& s, int signal) {
    auto const now = steady_clock::now();
    auto to_send = s.ladder.has_begun() ? s.ladder.on_signal(signal, now)
                                        : s.ladder.begin(signal, stop_ladder::cause::signal, now);
    bool const is_first = !s.stop_signalled;
    if (is_first) {
        s.stop_signalled = now;
        note_stop(s, signal_name(signal));
        plan(s);
        shorten_the_end(s, now);
    }
    send(s, to_send);
    // whoever sends a signal to a workload that may take its time does not leave it that
    bool const is_explained = s.order != stop_order::none && !s.pause.is_cooperative;
    if (!is_first || s.ended || is_explained) return;
    s.stopped_from_outside = true;
    if (!s.platform) return;
    s.classifying = true;
    start_detached(s.io, classify_stop(s), "reading the step");
}

void on_order(task_state& s, stop_order order, step_item const& step) {
    if (s.ended || s.order == order || s.order == stop_order::cancel) return;
    take_order(s, order, step);
    s.log.info(order == stop_order::pause ? "the platform asks to pause" : "the platform asks to cancel");
    note_stop(s, order == stop_order::pause ? "pause" : "cancel");
    if (!s.pause.is_cooperative) return begin_ladder(s);
    s.log.debug(s.pause.deadline ? "the command has " + to_text(*s.pause.deadline) + " to save and end"
                                 : std::string("the command may take its time to save and end"));
    auto const signal = s.request.settings.pause_signal;
    send(s, s.ladder.ask(signal, s.pause.deadline, steady_clock::now()));
}

void on_superseded(task_state& s) {
    s.superseded = true;
    s.log.warn("a newer attempt of this job has taken over: nothing more is reported");
    s.platform->report.abandon();
    s.platform->owner.abandon();
    // whatever comes after this is no end that a later agent may send
    s.platform->journal.note(acknowledgement{delivery::superseded});
    if (s.ended || !s.request.settings.stop_superseded) return;
    begin_ladder(s);
}

void on_checkpoint_saved(task_state& s) {
    s.log.info("the command has saved a checkpoint");
    auto const now = steady_clock::now();
    s.reports.saved_at = now;
    send(s, s.ladder.on_saved(now));
}

void limit_life(task_state& s) {
    auto const limit = s.request.settings.timeout;
    if (limit == 0s) return;
    s.life_timer.expires_at(s.started + limit);
    s.life_timer.async_wait([&s](boost::system::error_code ec) {
        // whoever stops the run already has named the reason
        if (ec || s.ended || s.ladder.has_begun()) return;
        s.log.info("the time limit has passed");
        s.timed_out = true;
        note_stop(s, "timeout");
        begin_ladder(s);
    });
}

}  // namespace task_agent

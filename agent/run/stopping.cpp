#include "stopping.hpp"

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

// What the end needs of the stop budget at least: diagnosis and the final update.
constexpr auto reserve_for_the_end = 1500ms;
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

void note_stop(task_state& s, std::string why) {
    if (s.platform) s.platform->journal.note(stop_asked{std::move(why)});
}

void shorten_the_end(task_state& s) {
    auto const end = s.budget_end();
    if (!end) return;
    if (s.draining) s.draining->shorten(*end - reserve_for_the_end / 2);
    if (s.platform) s.platform->report.shorten_final(*end);
}

asio::awaitable<void> classify_stop(task_state& s) {
    auto const step = co_await s.platform->watch.read_step(steady_clock::now() + classification_time);
    auto const order = step ? order_of(*step) : stop_order::none;
    if (order != stop_order::none && s.order == stop_order::none) {
        s.order = order;
        s.signalled_for_order = true;
    }
    s.classifying = false;
    s.changed.cancel();
}

}  // namespace

duration longest_ladder(run_settings const& settings) {
    return std::max<duration>(settings.stop_budget - reserve_for_the_end, 0s);
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
        s.ladder.shorten(now + longest_ladder(s.request.settings), now);
        shorten_the_end(s);
    }
    send(s, to_send);
    if (!is_first || s.ended || s.order != stop_order::none) return;
    s.stopped_from_outside = true;
    if (!s.platform) return;
    s.classifying = true;
    start_detached(s.io, classify_stop(s), "reading the step");
}

void on_order(task_state& s, stop_order order) {
    if (s.ended || s.order != stop_order::none) return;
    s.log.info(order == stop_order::pause ? "the platform asks to pause" : "the platform asks to cancel");
    s.order = order;
    s.signalled_for_order = true;
    note_stop(s, order == stop_order::pause ? "pause" : "cancel");
    send(s, s.ladder.begin(SIGTERM, stop_ladder::cause::order, steady_clock::now()));
}

void on_superseded(task_state& s) {
    s.superseded = true;
    s.log.warn("a newer attempt of this job has taken over: nothing more is reported");
    s.platform->report.abandon();
    s.platform->owner.abandon();
    // whatever comes after this is no end that a later agent may send
    s.platform->journal.note(acknowledgement{delivery::superseded});
    if (s.ended || !s.request.settings.stop_superseded) return;
    send(s, s.ladder.begin(SIGTERM, stop_ladder::cause::order, steady_clock::now()));
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
        send(s, s.ladder.begin(SIGTERM, stop_ladder::cause::order, steady_clock::now()));
    });
}

}  // namespace task_agent

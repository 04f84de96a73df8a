#include "task_agent/supervise/drain.hpp"

#include "task_agent/os/process.hpp"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <algorithm>
#include <csignal>

namespace task_agent {
namespace {

using namespace std::chrono_literals;
namespace asio = boost::asio;

// A kick can fall between two calls of the pump's thread and be lost; then the next one follows soon.
constexpr auto between_kicks = 5ms;

bool contains(std::vector<pid_t> const& pids, pid_t pid) {
    return std::find(pids.begin(), pids.end(), pid) != pids.end();
}

}  // namespace

drain::drain(asio::io_context& io, child& first, std::array<pump*, 2> pumps, std::vector<pid_t> not_ours,
             drain_policy policy)
    : first_(&first), pumps_(pumps), not_ours_(std::move(not_ours)), policy_(policy), timer_(io) {}

asio::awaitable<void> drain::run() {
    for (;;) {
        auto const view = look();
        auto const now = steady_clock::now();
        auto const action = policy_.step(view, now);
        if (action == drain_action::finished) co_return;
        perform(action);
        if (action != drain_action::none) continue;

        if (leftover_signal_ != 0) signal_leftovers();
        auto wake_at = policy_.wake(view, now);
        if (!pumps_settled()) wake_at = std::min(wake_at, now + between_kicks);
        timer_.expires_at(wake_at);
        auto const token = asio::as_tuple(asio::use_awaitable);
        auto [ec] = co_await timer_.async_wait(token);
        (void)ec;  // woken early or in time: look again
    }
}

void drain::shorten(time_point budget_end) noexcept {
    policy_.shorten(budget_end);
    wake();
}

std::vector<pid_t> drain::survivors() {
    return policy_.was_outlived() ? leftovers() : std::vector<pid_t>();
}

drain_view drain::look() {
    drain_view view;
    for (std::size_t i = 0; i < pumps_.size(); ++i) {
        if (pumps_[i]) {
            view.streams[i] = pumps_[i]->state();
        } else {
            view.streams[i].ended = true;
        }
    }
    view.leftovers_alive = !leftovers().empty();
    return view;
}

std::vector<pid_t> drain::leftovers() {
    for (;;) {
        auto alive = os::children_of_self();
        bool has_reaped = false;
        std::erase_if(alive, [this, &has_reaped](pid_t pid) {
            if (pid == first_->pid() || contains(not_ours_, pid)) return true;
            bool const has_ended = os::reap(pid).has_value();
            has_reaped = has_reaped || has_ended;
            return has_ended;
        });
        // who ended after the list was read may have left us children that it lacks
        if (!has_reaped || !alive.empty()) return alive;
    }
}

void drain::perform(drain_action action) {
    switch (action) {
        case drain_action::none:
        case drain_action::finished:
            return;
        case drain_action::terminate_leftovers:
        case drain_action::kill_leftovers:
            leftover_signal_ = action == drain_action::kill_leftovers ? SIGKILL : SIGTERM;
            signalled_.clear();
            first_->signal_group(leftover_signal_);
            if (leftover_signal_ == SIGTERM) first_->signal_group(SIGCONT);
            signal_leftovers();
            return;
        case drain_action::take_rest:
            for (auto* p : pumps_) {
                if (p) p->take_rest();
            }
            return;
        case drain_action::abandon:
            for (auto* p : pumps_) {
                if (p) p->abandon();
            }
            return;
    }
}

// Those that left the group, once each; whoever is orphaned by them comes to light at the next look.
void drain::signal_leftovers() {
    for (pid_t const pid : leftovers()) {
        if (contains(signalled_, pid)) continue;
        signalled_.push_back(pid);
        ::kill(pid, leftover_signal_);
        if (leftover_signal_ == SIGTERM) ::kill(pid, SIGCONT);
    }
}

bool drain::pumps_settled() noexcept {
    bool all = true;
    for (auto* p : pumps_) {
        if (!p || p->settled()) continue;
        p->kick();
        all = false;
    }
    return all;
}

void reap_orphans(pid_t first) {
    for (;;) {
        auto const ended = os::peek_ended_child();
        if (!ended) return;
        if (*ended == first) break;
        (void)os::reap(*ended);
    }
    // the first process is a zombie and hides what ended after it: go by the list
    for (pid_t const pid : os::children_of_self()) {
        if (pid != first) (void)os::reap(pid);
    }
}

}  // namespace task_agent

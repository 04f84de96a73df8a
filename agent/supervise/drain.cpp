#include "task_agent/supervise/drain.hpp"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <algorithm>
#include <utility>

namespace task_agent {
namespace {

using namespace std::chrono_literals;
namespace asio = boost::asio;

// A kick can fall between two calls of the pump's thread and be lost; then the next one follows soon.
constexpr auto between_kicks = 5ms;

}  // namespace

drain::drain(asio::io_context& io, workload_tree& tree, std::array<pump*, 2> pumps, drain_policy policy)
    : tree_(&tree), pumps_(pumps), policy_(policy), timer_(io) {}

asio::awaitable<void> drain::run() {
    for (;;) {
        auto const view = look();
        auto const now = steady_clock::now();
        auto const action = policy_.step(view, now);
        if (action == drain_action::finished) co_return;
        perform(action);
        if (action != drain_action::none) continue;

        // whoever has come to light since
        if (is_terminating_) tree_->terminate();
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
    return policy_.was_outlived() ? tree_->leftovers() : std::vector<pid_t>();
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
    view.leftovers_alive = !tree_->leftovers().empty();
    return view;
}

void drain::perform(drain_action action) {
    switch (action) {
        case drain_action::none:
        case drain_action::finished:
            return;
        case drain_action::terminate_leftovers:
            is_terminating_ = true;
            return tree_->terminate();
        case drain_action::kill_leftovers:
            is_terminating_ = false;
            return tree_->kill();
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

bool drain::pumps_settled() noexcept {
    bool all = true;
    for (auto* p : pumps_) {
        if (!p || p->settled()) continue;
        p->kick();
        all = false;
    }
    return all;
}

}  // namespace task_agent

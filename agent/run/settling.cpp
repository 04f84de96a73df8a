#include "settling.hpp"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/use_awaitable.hpp>

namespace task_agent {
namespace {

using namespace std::chrono_literals;
namespace asio = boost::asio;

// Contract 9: once before the final update.
constexpr auto time_for_a_reading = 1s;

// A workload that has read `pausing` by itself was not asked by us, and says with its code that it has saved.
bool may_have_saved(task_state const& s) {
    return s.order == stop_order::none && s.exit && s.exit->shell_code() == code_of_saved;
}

}  // namespace

asio::awaitable<void> next_change(task_state& s) {
    s.changed.expires_at(time_point::max());
    auto const token = asio::as_tuple(asio::use_awaitable);
    auto [ec] = co_await s.changed.async_wait(token);
    (void)ec;
}

asio::awaitable<void> check_attempt(task_state& s) {
    if (!s.platform || !s.first || s.platform->report.job_is_gone()) co_return;
    auto const until = steady_clock::now() + time_for_a_reading;
    auto const latest = s.latest(s.plan.report);
    if (latest && *latest < until) co_return;
    auto const step = co_await s.platform->watch.look_once_more(until, may_have_saved(s));
    if (!step || !may_have_saved(s) || order_of(*step) != stop_order::pause) co_return;
    auto const terms = pause_terms_of(*step, s.request.settings.platform.family);
    if (!terms.is_cooperative) co_return;
    s.order = stop_order::pause;
    s.pause = terms;
}

asio::awaitable<void> settle_outer(task_state& s) {
    while (s.asking_outer)
        co_await next_change(s);
}

asio::awaitable<void> settle_order(task_state& s) {
    if (s.platform) s.platform->watch.stop();
    while (s.classifying)
        co_await next_change(s);
}

}  // namespace task_agent

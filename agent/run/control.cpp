#include "task_agent/run/control.hpp"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <algorithm>
#include <utility>

namespace task_agent {
namespace {

using namespace std::chrono_literals;
namespace asio = boost::asio;

constexpr auto between_readings = 60s;
// Until the step was read once, and when polls are off.
constexpr auto between_tries = 5s;
// A job has few steps; a list without end is a server's mistake.
constexpr int most_pages = 50;

}  // namespace

control::control(asio::io_context& io, jobs_client& client, identity id, duration interval, jitter& random,
                 logger const& log, listener to)
    : client_(&client),
      id_(std::move(id)),
      interval_(interval),
      random_(&random),
      log_(log),
      to_(std::move(to)),
      timer_(io) {}

asio::awaitable<void> control::run() {
    time_point next_reading = steady_clock::now();
    while (!stopped_) {
        auto const now = steady_clock::now();
        if (now >= next_reading) {
            bool const was_read = co_await read_and_tell();
            next_reading = now + (was_read ? duration(between_readings) : duration(between_tries));
        } else if (interval_ > 0s) {
            co_await poll();
        }
        if (stopped_) break;
        auto const wait = random_->around(interval_ > 0s ? interval_ : duration(between_tries), 0.1);
        timer_.expires_after(wait);
        auto const token = asio::as_tuple(asio::use_awaitable);
        auto [ec] = co_await timer_.async_wait(token);
        (void)ec;
    }
}

void control::stop() noexcept {
    stopped_ = true;
    timer_.cancel();
}

asio::awaitable<std::optional<step_item>> control::read_step(time_point until) {
    step_query query;
    query.sort = "-created_at";
    for (int page = 1; page <= most_pages; ++page) {
        query.page = page;
        auto answer = co_await client_->list_steps(query, until);
        if (!answer.value) co_return std::nullopt;
        if (auto const* own = find_own_step(answer.value->items, id_)) co_return *own;
        if (page >= answer.value->total_pages) break;
    }
    co_return std::nullopt;
}

asio::awaitable<bool> control::read_and_tell() {
    auto const step = co_await read_step(steady_clock::now() + 10s);
    if (!step || stopped_) co_return false;
    to_.on_step(*step);
    tell(*step);
    co_return true;
}

asio::awaitable<void> control::poll() {
    step_query query;
    query.statuses = stop_request_statuses();
    auto const answer = co_await client_->list_steps(query, steady_clock::now() + 10s);
    if (!answer.value || stopped_) co_return;
    if (auto const* own = find_own_step(answer.value->items, id_)) tell(*own);
}

void control::tell(step_item const& step) {
    auto const order = order_of(step);
    if (order == stop_order::none) return;
    stop();
    to_.on_order(order);
}

}  // namespace task_agent

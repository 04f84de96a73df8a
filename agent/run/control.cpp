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
// A reading that the end of the run need not repeat.
constexpr auto fresh = 1s;
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
      timer_(io),
      read_(io) {}

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
    ++readings_under_way_;
    auto const step = co_await find_step(until);
    --readings_under_way_;
    if (step) last_reading_ = steady_clock::now();
    read_.cancel();
    co_return step;
}

asio::awaitable<std::optional<step_item>> control::find_step(time_point until) {
    step_query query;
    query.job = id_.job;
    query.sort = "-created_at";
    std::optional<step_item> newest;
    for (int page = 1; page <= most_pages; ++page) {
        query.page = page;
        auto answer = co_await client_->list_steps(query, until);
        if (!answer.value) co_return std::nullopt;
        auto const& items = answer.value->items;
        if (!newest && !items.empty()) newest = items.front();
        if (auto const* own = find_own_step(items, id_)) {
            // not told by the environment: the attempt in which we were first seen
            if (id_.attempt_id.empty()) id_.attempt_id = own->attempt_id;
            if (!is_superseded(*newest, *own)) co_return *own;
            supersede();
            co_return std::nullopt;
        }
        if (page >= answer.value->total_pages) break;
    }
    co_return std::nullopt;
}

asio::awaitable<void> control::look_once_more(time_point until) {
    // a short run ends while its first reading is under way
    while (readings_under_way_ > 0 && steady_clock::now() < until) {
        read_.expires_at(until);
        auto const token = asio::as_tuple(asio::use_awaitable);
        auto [ec] = co_await read_.async_wait(token);
        (void)ec;
    }
    bool const is_fresh = last_reading_ && steady_clock::now() - *last_reading_ < fresh;
    if (is_fresh || superseded_ || readings_under_way_ > 0) co_return;
    (void)co_await read_step(until);
}

void control::supersede() {
    if (superseded_) return;
    superseded_ = true;
    stop();
    to_.on_superseded();
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
    query.job = id_.job;
    for (auto const wanted : stop_request_statuses())
        query.statuses.emplace_back(to_text(wanted));
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

#include "task_agent/run/control.hpp"

#include "task_agent/logic/http_verdict.hpp"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <utility>

namespace task_agent {
namespace {

using namespace std::chrono_literals;
namespace asio = boost::asio;

// For one look, whatever the client's own limit.
constexpr auto time_for_a_look = 10s;
// Steps that are being stopped are few, and ours is among the newest.
constexpr int poll_page_size = 20;
// A reading that the end of the run need not repeat.
constexpr auto fresh = 1s;
// A job has few steps; a list without end is a server's mistake.
constexpr int most_pages = 50;

}  // namespace

control::control(asio::io_context& io, jobs_client& client, identity id, duration interval, jitter& random,
                 logger const& log, listener to)
    : client_(&client),
      id_(std::move(id)),
      log_(log),
      to_(std::move(to)),
      schedule_(steady_clock::now(), interval, random),
      timer_(io),
      read_(io) {}

asio::awaitable<void> control::run() {
    while (!stopped_) {
        auto const next = schedule_.next();
        if (next.at <= steady_clock::now()) {
            if (to_.job_is_gone()) co_return;
            co_await look(next.what);
            continue;
        }
        timer_.expires_at(next.at);
        auto const token = asio::as_tuple(asio::use_awaitable);
        auto [ec] = co_await timer_.async_wait(token);
        (void)ec;
    }
}

void control::stop() noexcept {
    stopped_ = true;
    timer_.cancel();
    if (is_polling_) give_up_looks();
}

void control::give_up_looks() noexcept {
    is_polling_ = false;  // from now on there may be something better on the connection
    client_->give_up_reads();
}

asio::awaitable<void> control::look(control_schedule::look what) {
    std::optional<step_item> own;
    call_outcome outcome;
    bool was_good = false;
    if (what == control_schedule::look::whole) {
        auto found = co_await read(steady_clock::now() + time_for_a_look);
        outcome = std::move(found.outcome);
        own = std::move(found.step);
        was_good = own.has_value();
    } else {
        auto const page = co_await poll();
        outcome = page.outcome;
        was_good = page.value.has_value();
        auto const* const item = was_good ? find_own_step(page.value->items, id_) : nullptr;
        if (item) own = *item;
    }
    if (stopped_) co_return;
    if (was_good) {
        schedule_.on_success(what, steady_clock::now());
    } else {
        note_failure(what, outcome);
    }
    if (!own) co_return;
    if (what == control_schedule::look::whole) to_.on_step(*own);
    tell(*own);
}

void control::note_failure(control_schedule::look what, call_outcome const& outcome) {
    schedule_.on_failure(what, outcome.retry_after, steady_clock::now());
    auto const why = outcome.is_success() ? "it is not in the list" : describe(outcome);
    log_.debug("cannot look at the step: " + why);
}

asio::awaitable<std::optional<step_item>> control::read_step(time_point until) {
    auto found = co_await read(until);
    co_return std::move(found.step);
}

asio::awaitable<std::optional<step_item>> control::read_step_at_once(time_point until) {
    if (is_polling_ || readings_under_way_ > 0) give_up_looks();
    return read_step(until);
}

asio::awaitable<control::reading> control::read(time_point until) {
    ++readings_under_way_;
    auto found = co_await find_step(until);
    --readings_under_way_;
    if (found.step) last_reading_ = steady_clock::now();
    read_.cancel();
    co_return found;
}

asio::awaitable<control::reading> control::find_step(time_point until) {
    step_query query;
    query.job = id_.job;
    query.sort = "-created_at";
    std::optional<step_item> newest;
    reading found;
    for (int page = 1; page <= most_pages; ++page) {
        query.page = page;
        auto got = co_await client_->list_steps(query, until);
        found.outcome = std::move(got.outcome);
        if (!got.value) co_return found;
        auto const& items = got.value->items;
        if (!newest && !items.empty()) newest = items.front();
        if (auto const* own = find_own_step(items, id_)) {
            // not told by the environment: the attempt in which we were first seen
            if (id_.attempt_id.empty()) id_.attempt_id = own->attempt_id;
            if (is_superseded(*newest, *own)) {
                supersede();
            } else {
                found.step = *own;
            }
            co_return found;
        }
        if (page >= got.value->total_pages) break;
    }
    co_return found;
}

asio::awaitable<std::optional<step_item>> control::look_once_more(time_point until, bool in_any_case) {
    // a short run ends while its first reading is under way
    while (readings_under_way_ > 0 && steady_clock::now() < until) {
        read_.expires_at(until);
        auto const token = asio::as_tuple(asio::use_awaitable);
        auto [ec] = co_await read_.async_wait(token);
        (void)ec;
    }
    bool const is_fresh = last_reading_ && steady_clock::now() - *last_reading_ < fresh;
    std::optional<step_item> step;
    if ((is_fresh && !in_any_case) || superseded_ || readings_under_way_ > 0) co_return step;
    step = co_await read_step_at_once(until);
    co_return step;
}

void control::supersede() {
    if (superseded_) return;
    superseded_ = true;
    stop();
    to_.on_superseded();
}

asio::awaitable<answer<step_page>> control::poll() {
    step_query query;
    query.job = id_.job;
    query.sort = "-created_at";
    query.page_size = poll_page_size;
    for (auto const wanted : stop_request_statuses())
        query.statuses.emplace_back(to_text(wanted));
    is_polling_ = true;
    auto page = co_await client_->list_steps(query, steady_clock::now() + time_for_a_look);
    is_polling_ = false;
    co_return page;
}

void control::tell(step_item const& step) {
    auto const order = order_of(step);
    if (order == stop_order::none || order == told_ || told_ == stop_order::cancel) return;
    told_ = order;
    // a pause may still become a cancel (platform-facts 3.1)
    if (order == stop_order::cancel) stop();
    to_.on_order(order, step);
}

}  // namespace task_agent

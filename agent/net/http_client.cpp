#include "task_agent/net/http_client.hpp"

#include "task_agent/base/scope_exit.hpp"
#include "task_agent/net/deadline.hpp"
#include "task_agent/net/http_exchange.hpp"
#include "task_agent/net/retry_after.hpp"

#include <boost/asio/error.hpp>
#include <fmt/format.h>

#include "connector.hpp"
#include <algorithm>

namespace task_agent::net {

// A request in the queue. The timer is a condition variable with a limit.
struct http_client::waiter {
    asio::steady_timer timer;
    bool has_turn = false;
};

// `answer` with what the caller of a single try must know beyond it.
struct http_client::try_result {
    http_answer answer;
    bool was_kept = false;          // the connection had served a request before
    bool has_answer_bytes = false;  // the peer had begun to answer
};

// Apart from the client, because its handler may be queued when the client goes.
struct http_client::idle_watch {
    explicit idle_watch(asio::io_context& io) : timer(io) {}
    asio::steady_timer timer;
    http_client* client = nullptr;  // while it is idle
};

http_client::http_client(asio::io_context& io, base_url to, http_limits limits, transport via)
    : io_(io),
      origin_(std::move(to)),
      limits_(limits),
      connector_(std::make_unique<connector>(io, origin_, limits, std::move(via))),
      idle_(std::make_shared<idle_watch>(io)),
      alive_(std::make_shared<char>()) {}

http_client::~http_client() {
    idle_->client = nullptr;
    idle_->timer.cancel();
}

awaitable<http_answer> http_client::request(http_request request, std::optional<time_point> until) {
    http_answer failed;
    auto limit = steady_clock::now() + limits_.request;
    if (until) limit = std::min(limit, *until);
    auto const bytes = serialised(request, origin_, connector_->request_proxy());
    if (!bytes) {
        failed.transport = bytes.error();
        co_return failed;
    }
    auto const closings = closings_;
    bool const has_turn = co_await take_turn(limit);
    if (!has_turn) {
        failed.transport = closings == closings_
                               ? error{errc::timed_out, "timed out behind another request"}
                               : error{errc::connection_lost, "the connection was closed by the agent"};
        co_return failed;
    }
    scope_exit const turn([this, alive = std::weak_ptr(alive_)] {
        if (!alive.expired()) give_turn();
    });
    if (request.method == "POST") drop();
    auto tried = co_await try_once(request, *bytes, limit);
    bool const was_stale = tried.answer.transport.code && tried.was_kept && !tried.has_answer_bytes;
    if (was_stale && closings == closings_ && steady_clock::now() < limit) {
        bool const may_have_arrived = tried.answer.may_have_arrived;
        tried = co_await try_once(request, *bytes, limit);
        // also when this one was answered: the first may still come in behind it
        tried.answer.may_have_arrived |= may_have_arrived;
    }
    if (closings != closings_) drop();
    co_return std::move(tried.answer);
}

void http_client::close() noexcept {
    ++closings_;
    if (is_busy_) {
        abort();  // the request under way cleans up
    } else {
        drop();
    }
    for (auto* const w : waiting_)
        w->timer.cancel();
}

awaitable<bool> http_client::take_turn(time_point until) {
    idle_->client = nullptr;
    if (!is_busy_) {
        is_busy_ = true;
        idle_->timer.cancel();
        co_return true;
    }
    waiter self(asio::steady_timer(io_, until), false);
    waiting_.push_back(&self);
    // the frame may also end because the io_context does, and then after the client
    scope_exit const leave([this, &self, alive = std::weak_ptr(alive_)] {
        if (!alive.expired()) std::erase(waiting_, &self);
    });
    (void)co_await self.timer.async_wait(use_await);
    co_return self.has_turn;
}

void http_client::give_turn() noexcept {
    if (waiting_.empty()) {
        is_busy_ = false;
        if (is_open()) start_idle();
        return;
    }
    auto* const next = waiting_.front();
    waiting_.pop_front();
    next->has_turn = true;
    next->timer.cancel();
}

awaitable<http_client::try_result> http_client::try_once(http_request const& request,
                                                         std::string const& bytes, time_point until) {
    try_result tried;
    tried.was_kept = is_open();
    auto& answer = tried.answer;
    if (!is_open()) {
        auto opened = co_await connector_->open(until);
        if (!opened) {
            answer.transport = opened.error();
            co_return tried;
        }
        stream_ = std::move(*opened);
    }
    http_exchange exchange(*stream_, request.rule, request.body_limit);
    error_code code;
    bool has_run_out = false;
    {
        deadline const limit(io_, until, [this] { abort(); });
        code = co_await exchange.send(bytes);
        if (!code) code = co_await exchange.read_head();
        if (!code && request.rule == body_rule::refuse_excess) code = co_await exchange.read_body();
        has_run_out = limit.has_passed();
    }
    tried.has_answer_bytes = exchange.has_answer_bytes();
    if (code) {
        drop();
        if (has_run_out) code = errc::timed_out;
        if (code == asio::error::eof || code == asio::error::operation_aborted) code = errc::connection_lost;
        answer.transport = {code, fmt::format("{}: {}", origin_.text(), code.message())};
        answer.may_have_arrived = exchange.has_sent_bytes();
        if (code == errc::answer_too_large)
            answer.transport.text += fmt::format(" (over {} bytes)", request.body_limit);
        co_return tried;
    }
    if (request.rule == body_rule::discard_excess) {
        auto const body_until = std::min(until, steady_clock::now() + limits_.discarded_body);
        deadline const limit(io_, body_until, [this] { abort(); });
        (void)co_await exchange.read_body();
    }
    answer.status = exchange.status();
    answer.retry_after = parse_retry_after(exchange.retry_after(), wall_clock::now());
    answer.body = exchange.take_body();
    if (!exchange.can_go_on()) drop();
    co_return tried;
}

// Only while nothing is under way on it.
void http_client::drop() noexcept {
    stream_.reset();
    idle_->timer.cancel();
}

void http_client::abort() noexcept {
    connector_->cancel();
    if (stream_) stream_->close();
}

void http_client::start_idle() {
    idle_->client = this;
    idle_->timer.expires_after(limits_.idle);
    idle_->timer.async_wait([watch = idle_](error_code code) {
        if (code || !watch->client || watch->client->is_busy_) return;
        watch->client->drop();
    });
}

}  // namespace task_agent::net

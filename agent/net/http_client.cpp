#include "task_agent/net/http_client.hpp"

#include "task_agent/base/scope_exit.hpp"
#include "task_agent/net/deadline.hpp"
#include "task_agent/net/http_exchange.hpp"
#include "task_agent/net/name_lookup.hpp"
#include "task_agent/net/retry_after.hpp"
#include "task_agent/net/socket_stream.hpp"

#include <boost/asio/error.hpp>
#include <fmt/format.h>

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

http_client::http_client(asio::io_context& io, base_url to, http_limits limits)
    : io_(io),
      origin_(std::move(to)),
      limits_(limits),
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
    auto const bytes = serialised(request, origin_);
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
        if (tried.answer.transport.code) tried.answer.may_have_arrived |= may_have_arrived;
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
        if (is_connected_) start_idle();
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
    tried.was_kept = is_connected_;
    auto& answer = tried.answer;
    if (!is_connected_) {
        answer.transport = co_await connect(until);
        if (answer.transport.code) co_return tried;
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

awaitable<error> http_client::connect(time_point until) {
    if (origin_.scheme == base_url::scheme_kind::https) {
        co_return error{errc::bad_input,
                        origin_.text() + ": https is not supported by this version; use http or unix"};
    }
    auto const closings = closings_;
    auto failed = co_await find_addresses(until);
    if (failed.code) co_return failed;
    if (closings != closings_)
        co_return error{errc::connection_lost, "the connection was closed by the agent"};
    until = std::min(until, steady_clock::now() + limits_.connect);
    auto const count = origin_.scheme == base_url::scheme_kind::unix_socket ? 1 : addresses_.size();
    error_code code;
    for (std::size_t i = 0; i < count; ++i) {
        // a black hole among the addresses must leave time for the others
        auto const now = steady_clock::now();
        auto const share = (until - now) / static_cast<duration::rep>(count - i);
        code = co_await connect_to(i, now + share);
        if (!code) co_return error();
        if (closings != closings_) break;
    }
    co_return error{code, fmt::format("cannot connect to {}: {}", origin_.text(), code.message())};
}

// Leaves at least one address in addresses_ (none are needed for a unix socket), or says why not.
awaitable<error> http_client::find_addresses(time_point until) {
    if (origin_.scheme == base_url::scheme_kind::unix_socket) co_return error();
    error_code code;
    if (auto const literal = asio::ip::make_address(origin_.host, code); !code) {
        addresses_.assign(1, literal);
        co_return error();
    }
    name_lookup lookup(io_);
    lookup_ = &lookup;
    scope_exit const leave([this, alive = std::weak_ptr(alive_)] {
        if (!alive.expired()) lookup_ = nullptr;
    });
    auto found = co_await lookup.run(origin_.host, std::min(until, steady_clock::now() + limits_.lookup));
    if (found) {
        addresses_ = std::move(*found);
    } else if (found.error().code == errc::name_not_found || addresses_.empty()) {
        co_return found.error();
    }
    co_return error();
}

awaitable<error_code> http_client::connect_to(std::size_t index, time_point until) {
    bool const is_unix = origin_.scheme == base_url::scheme_kind::unix_socket;
    auto const to =
        is_unix ? unix_endpoint(origin_.socket_path) : tcp_endpoint(addresses_[index], origin_.port);
    auto opened = std::make_unique<socket_stream>(io_);
    auto& socket = *opened;
    stream_ = std::move(opened);
    deadline const limit(io_, until, [this] { abort(); });
    auto code = co_await socket.connect(to);
    // a success that was queued when the limit closed the socket is none
    if (limit.has_passed()) code = errc::timed_out;
    if (code == asio::error::operation_aborted) code = errc::connection_lost;
    is_connected_ = !code;
    if (code) stream_.reset();
    co_return code;
}

// Only while nothing is under way on it.
void http_client::drop() noexcept {
    is_connected_ = false;
    stream_.reset();
    idle_->timer.cancel();
}

void http_client::abort() noexcept {
    if (lookup_) lookup_->cancel();
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

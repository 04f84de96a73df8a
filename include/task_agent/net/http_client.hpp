// One keep-alive connection to one server (contract 2): http, https or a unix socket, directly or through a
// proxy.
//
// Requests wait for each other: one at a time is on the wire, in the order they were made. A connection that
// was idle for four seconds is closed here, because servers close theirs at five and a request sent into that
// moment is lost. A request that fails on a kept connection before any byte of an answer is made once more on
// a new one, except POST, which never uses a kept one. Redirects are answers like any other.
//
// Control thread. The owner keeps the client alive until its requests have completed; close() makes them fail
// soon.
#pragma once

#include "task_agent/base/clock.hpp"
#include "task_agent/net/byte_stream.hpp"
#include "task_agent/net/http_limits.hpp"
#include "task_agent/net/http_message.hpp"
#include "task_agent/net/transport.hpp"

#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>

#include <deque>
#include <memory>
#include <optional>

namespace task_agent::net {

class connector;

class http_client {
public:
    http_client(asio::io_context& io, base_url to, http_limits limits = {}, transport via = {});
    http_client(http_client const&) = delete;
    http_client& operator=(http_client const&) = delete;
    ~http_client();

    // Until `until` or the request limit, whatever comes first.
    [[nodiscard]] awaitable<http_answer> request(http_request request, std::optional<time_point> until = {});

    // Ends the connection and what is under way on it. A later request opens a new one.
    void close() noexcept;

    [[nodiscard]] base_url const& origin() const noexcept { return origin_; }
    [[nodiscard]] bool is_open() const noexcept { return stream_ != nullptr; }

private:
    struct waiter;
    struct try_result;
    struct idle_watch;

    awaitable<bool> take_turn(time_point until);
    void give_turn() noexcept;
    awaitable<try_result> try_once(http_request const& request, std::string const& bytes, time_point until);
    void drop() noexcept;
    void abort() noexcept;
    void start_idle();

    asio::io_context& io_;
    base_url origin_;
    http_limits limits_;
    std::unique_ptr<connector> connector_;
    std::unique_ptr<byte_stream> stream_;  // null: not connected
    bool is_busy_ = false;
    unsigned closings_ = 0;  // tells a request that close() came while it waited
    std::deque<waiter*> waiting_;
    std::shared_ptr<idle_watch> idle_;
    std::shared_ptr<char> alive_;  // asked by frames that end with the io_context, after the client
};

}  // namespace task_agent::net

// A time limit over something that can be aborted by closing it.
//
// At the given time `abort` runs, once: it closes the stream or cancels the lookup, the waiting operation
// then fails, and its owner asks has_passed() to tell our own deadline from a peer that went away. Closing is
// the only abort that works the same for a connect, a read, a TLS handshake and a lookup (style 3.6).
//
// Lives on the stack of the coroutine whose operation it limits; `abort` may refer to what outlives it.
// Control thread.
#pragma once

#include "task_agent/base/clock.hpp"
#include "task_agent/net/await.hpp"

#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>

#include <functional>
#include <memory>

namespace task_agent::net {

class deadline {
public:
    deadline(asio::io_context& io, time_point at, std::function<void()> abort);
    deadline(deadline const&) = delete;
    deadline& operator=(deadline const&) = delete;
    ~deadline();

    [[nodiscard]] bool has_passed() const noexcept;

private:
    struct shared;
    std::shared_ptr<shared> shared_;  // with the queued handler, which cancel() cannot recall
    asio::steady_timer timer_;
};

}  // namespace task_agent::net

// Runs one coroutine to its end on an io_context, with a limit: a test that hangs fails instead.
#pragma once

#include "task_agent/net/await.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>

#include <chrono>
#include <exception>
#include <optional>
#include <stdexcept>

namespace task_agent::support {

template <class T>
T run(asio::io_context& io, awaitable<T> what, std::chrono::seconds limit = std::chrono::seconds(20)) {
    std::optional<T> value;
    std::exception_ptr failure;
    asio::co_spawn(io, std::move(what), [&](std::exception_ptr e, T v) {
        failure = e;
        value = std::move(v);
    });
    auto const until = std::chrono::steady_clock::now() + limit;
    io.restart();
    while (!value && io.run_one_until(until) > 0) {
    }
    if (failure) std::rethrow_exception(failure);
    if (!value) throw std::runtime_error("the coroutine did not end in time");
    return std::move(*value);
}

}  // namespace task_agent::support

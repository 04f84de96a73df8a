// The house forms of Asio: one alias for coroutines, one token, errors as values (style 3.9).
//
// Everything in net runs on one io_context and on its thread, the control thread.
#pragma once

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/use_awaitable.hpp>

namespace task_agent {

namespace asio = boost::asio;

template <class T = void>
using awaitable = asio::awaitable<T>;

// `auto [code, n] = co_await socket.async_read_some(buffer, use_await);`
inline constexpr auto use_await = asio::as_tuple(asio::use_awaitable);

}  // namespace task_agent

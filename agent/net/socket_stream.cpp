#include "task_agent/net/socket_stream.hpp"

#include <boost/asio/write.hpp>

namespace task_agent::net {

awaitable<io_result> socket_stream::read_some(std::span<char> into) {
    auto const buffer = asio::buffer(into.data(), into.size());
    auto [code, bytes] = co_await socket_.async_read_some(buffer, use_await);
    co_return io_result(code, bytes);
}

awaitable<io_result> socket_stream::write(std::string_view all) {
    auto const buffer = asio::buffer(all.data(), all.size());
    auto [code, bytes] = co_await asio::async_write(socket_, buffer, use_await);
    co_return io_result(code, bytes);
}

void socket_stream::close() noexcept {
    error_code ignored;
    socket_.close(ignored);
}

}  // namespace task_agent::net

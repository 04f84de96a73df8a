#include "task_agent/net/socket_stream.hpp"

#include "task_agent/base/unique_fd.hpp"

#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/local/stream_protocol.hpp>
#include <boost/asio/write.hpp>

#include <sys/socket.h>

namespace task_agent::net {

awaitable<error_code> socket_stream::connect(endpoint to) {
    auto const protocol = to.protocol();
    // Asio would open it without close-on-exec, and a workload would inherit it
    unique_fd fd(
        ::socket(protocol.family(), protocol.type() | SOCK_CLOEXEC | SOCK_NONBLOCK, protocol.protocol()));
    if (!fd) co_return last_errno();
    error_code code;
    socket_.assign(protocol, fd.get(), code);
    if (code) co_return code;
    (void)fd.release();
    // a request is one write: waiting for more would only delay it
    if (protocol.family() != AF_UNIX) socket_.set_option(asio::ip::tcp::no_delay(true), code);
    auto [connected] = co_await socket_.async_connect(to, use_await);
    co_return connected;
}

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

socket_stream::endpoint tcp_endpoint(asio::ip::address const& address, std::uint16_t port) {
    return asio::ip::tcp::endpoint(address, port);
}

socket_stream::endpoint unix_endpoint(std::string const& path) {
    return asio::local::stream_protocol::endpoint(path);
}

}  // namespace task_agent::net

// A byte stream over a connected socket, TCP or unix: one class for both, so that its code exists once.
//
// Control thread; see byte_stream.
#pragma once

#include "task_agent/net/byte_stream.hpp"

#include <boost/asio/generic/stream_protocol.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/address.hpp>

#include <cstdint>
#include <string>

namespace task_agent::net {

class socket_stream final : public byte_stream {
public:
    using endpoint = asio::generic::stream_protocol::endpoint;

    explicit socket_stream(asio::io_context& io) : socket_(io) {}

    // Opens and connects. close() aborts it.
    [[nodiscard]] awaitable<error_code> connect(endpoint to);

    [[nodiscard]] awaitable<io_result> read_some(std::span<char> into) override;
    [[nodiscard]] awaitable<io_result> write(std::string_view all) override;
    void close() noexcept override;

private:
    asio::generic::stream_protocol::socket socket_;
};

[[nodiscard]] socket_stream::endpoint tcp_endpoint(asio::ip::address const& address, std::uint16_t port);
// `path` fits into sockaddr_un (base_url checks it).
[[nodiscard]] socket_stream::endpoint unix_endpoint(std::string const& path);

}  // namespace task_agent::net

// A byte stream over a connected socket, TCP or unix: one class for both, so that its code exists once.
//
// Control thread; see byte_stream.
#pragma once

#include "task_agent/net/byte_stream.hpp"

#include <boost/asio/generic/stream_protocol.hpp>

#include <utility>

namespace task_agent::net {

class socket_stream final : public byte_stream {
public:
    using socket = asio::generic::stream_protocol::socket;

    explicit socket_stream(socket connected) : socket_(std::move(connected)) {}

    [[nodiscard]] awaitable<io_result> read_some(std::span<char> into) override;
    [[nodiscard]] awaitable<io_result> write(std::string_view all) override;
    void close() noexcept override;

private:
    socket socket_;
};

}  // namespace task_agent::net

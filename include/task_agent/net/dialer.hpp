// One connected socket out of several addresses, the Happy Eyeballs way (RFC 8305): the next address is
// started when the one before has failed or has been silent for 250 ms, the first to connect wins, and a
// black hole among them costs a moment instead of the whole time.
//
// One object for one dialling. Control thread; the owner keeps it alive until run() has completed, and
// cancel() makes that soon.
#pragma once

#include "task_agent/base/clock.hpp"
#include "task_agent/base/error.hpp"
#include "task_agent/net/await.hpp"

#include <boost/asio/generic/stream_protocol.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/address.hpp>

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace task_agent::net {

class dialer {
public:
    using endpoint = asio::generic::stream_protocol::endpoint;
    using socket = asio::generic::stream_protocol::socket;

    explicit dialer(asio::io_context& io);
    dialer(dialer const&) = delete;
    dialer& operator=(dialer const&) = delete;
    ~dialer();

    // Once per object, with at least one endpoint. errc::timed_out when `until` came first, else the failure
    // of the address that failed last.
    [[nodiscard]] awaitable<error_code> run(std::vector<endpoint> to, time_point until);
    // After run() without a code.
    [[nodiscard]] socket take();
    void cancel() noexcept;

private:
    struct state;
    std::shared_ptr<state> state_;  // with handlers that are queued when the dialling ends
};

// The same addresses with the families taking turns, beginning with the first one's, so that a family which
// leads nowhere delays the other by one start only (RFC 8305, 4).
[[nodiscard]] std::vector<asio::ip::address> interleaved(std::vector<asio::ip::address> const& addresses);

[[nodiscard]] dialer::endpoint tcp_endpoint(asio::ip::address const& address, std::uint16_t port);
// `path` fits into sockaddr_un (base_url checks it).
[[nodiscard]] dialer::endpoint unix_endpoint(std::string const& path);

}  // namespace task_agent::net

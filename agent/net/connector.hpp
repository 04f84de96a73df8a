// From a URL to a byte stream that HTTP can run over: look up, dial, through the proxy's tunnel, TLS.
//
// Control thread. One open() at a time; the owner keeps the connector alive until it has completed, and
// cancel() makes that soon.
#pragma once

#include "task_agent/net/byte_stream.hpp"
#include "task_agent/net/dialer.hpp"
#include "task_agent/net/http_limits.hpp"
#include "task_agent/net/transport.hpp"

#include <memory>
#include <string>
#include <vector>

namespace task_agent::net {

class connector {
public:
    connector(asio::io_context& io, base_url to, http_limits const& limits, transport via);
    connector(connector const&) = delete;
    connector& operator=(connector const&) = delete;
    ~connector();

    // The sentence of a failure names the server, the proxy where there is one, and what is wrong.
    [[nodiscard]] awaitable<result<std::unique_ptr<byte_stream>>> open(time_point until);
    void cancel() noexcept;

    // The proxy that requests must be written for: a plain http server's. Null: none.
    [[nodiscard]] proxy_server const* request_proxy() const noexcept;

private:
    struct under_way;
    using endpoints = std::vector<dialer::endpoint>;

    awaitable<result<endpoints>> find_endpoints(std::shared_ptr<under_way> now, time_point until);
    awaitable<error> find_addresses(std::shared_ptr<under_way> now, std::string host, time_point until);
    awaitable<error> secure(std::shared_ptr<under_way> now, base_url server);
    awaitable<error> tunnel(std::shared_ptr<under_way> now);
    [[nodiscard]] base_url const& first_hop() const noexcept;
    [[nodiscard]] error failed(error why) const;

    asio::io_context& io_;
    base_url to_;
    http_limits limits_;
    transport via_;
    // of the last lookup that worked, for when the next one does not
    std::vector<asio::ip::address> addresses_;
    std::shared_ptr<under_way> under_way_;
};

}  // namespace task_agent::net

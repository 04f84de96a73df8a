#include "connector.hpp"

#include "task_agent/base/scope_exit.hpp"
#include "task_agent/net/deadline.hpp"
#include "task_agent/net/http_exchange.hpp"
#include "task_agent/net/name_lookup.hpp"
#include "task_agent/net/socket_stream.hpp"
#include "task_agent/net/tls_context.hpp"
#include "task_agent/net/tls_stream.hpp"

#include <boost/asio/error.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace task_agent::net {
namespace {

using scheme_kind = base_url::scheme_kind;

std::string host_and_port(base_url const& url) {
    auto const is_v6 = url.host.find(':') != std::string::npos;
    return fmt::format("{}{}{}:{}", is_v6 ? "[" : "", url.host, is_v6 ? "]" : "", url.port);
}

}  // namespace

// What cancel() has to end, in a box of its own: frames that end with the io_context, after the connector,
// still reach it.
struct connector::under_way {
    name_lookup* lookup = nullptr;
    dialer* dialling = nullptr;
    std::unique_ptr<byte_stream> stream;
    bool is_cancelled = false;

    void end() noexcept {
        if (lookup) lookup->cancel();
        if (dialling) dialling->cancel();
        if (stream) stream->close();
    }
};

connector::connector(asio::io_context& io, base_url to, http_limits const& limits, transport via)
    : io_(io), to_(std::move(to)), limits_(limits), via_(std::move(via)) {
    if (!via_.tls) via_.tls = std::make_shared<tls_context>(tls_options());
}

connector::~connector() = default;

proxy_server const* connector::request_proxy() const noexcept {
    return via_.proxy && to_.scheme == scheme_kind::http ? &*via_.proxy : nullptr;
}

base_url const& connector::first_hop() const noexcept {
    return via_.proxy ? via_.proxy->url : to_;
}

error connector::failed(error why) const {
    if (why.code == asio::error::operation_aborted || why.code == asio::error::eof)
        why = {errc::connection_lost, make_error_code(errc::connection_lost).message()};
    auto const proxy =
        via_.proxy ? fmt::format(" through the proxy {}", via_.proxy->url.text()) : std::string();
    return {why.code, fmt::format("cannot connect to {}{}: {}", to_.text(), proxy, why.text)};
}

void connector::cancel() noexcept {
    if (!under_way_) return;
    under_way_->is_cancelled = true;
    under_way_->end();
}

awaitable<result<std::unique_ptr<byte_stream>>> connector::open(time_point until) {
    auto const now = std::make_shared<under_way>();
    under_way_ = now;
    auto const found = co_await find_endpoints(now, until);
    if (!found) co_return found.error();
    auto const limit_at = std::min(until, steady_clock::now() + limits_.connect);
    deadline const limit(io_, limit_at, [state = now.get()] { state->end(); });

    error bad;
    {
        dialer dialling(io_);
        now->dialling = &dialling;
        scope_exit const leave([now] { now->dialling = nullptr; });
        if (now->is_cancelled) dialling.cancel();
        bad.code = co_await dialling.run(*found, limit_at);
        bad.text = bad.code.message();
        if (!bad.code) now->stream = std::make_unique<socket_stream>(dialling.take());
    }
    if (!bad.code && first_hop().scheme == scheme_kind::https) bad = co_await secure(now, first_hop());
    if (!bad.code && via_.proxy && to_.scheme == scheme_kind::https) {
        bad = co_await tunnel(now);
        if (!bad.code) bad = co_await secure(now, to_);
    }
    if (now->is_cancelled) co_return failed({asio::error::operation_aborted, {}});
    // a success that was queued when the limit closed the stream is none
    if (limit.has_passed()) bad = {errc::timed_out, make_error_code(errc::timed_out).message()};
    if (bad.code) co_return failed(std::move(bad));
    co_return std::move(now->stream);
}

awaitable<result<connector::endpoints>> connector::find_endpoints(std::shared_ptr<under_way> now,
                                                                  time_point until) {
    auto const& server = first_hop();
    endpoints found;
    if (server.scheme == scheme_kind::unix_socket) {
        found.push_back(unix_endpoint(server.socket_path));
        co_return found;
    }
    error_code code;
    if (auto const literal = asio::ip::make_address(server.host, code); !code) {
        found.push_back(tcp_endpoint(literal, server.port));
        co_return found;
    }
    auto bad = co_await find_addresses(std::move(now), server.host, until);
    // what a lookup says names the host already
    if (bad.code) co_return bad.text.empty() || via_.proxy ? failed(std::move(bad)) : bad;
    for (auto const& address : interleaved(addresses_))
        found.push_back(tcp_endpoint(address, server.port));
    co_return found;
}

// Asked anew for every connection, so that a server that has moved is found; what was found before serves
// where DNS is silent. Leaves at least one address in addresses_, or says why not.
awaitable<error> connector::find_addresses(std::shared_ptr<under_way> now, std::string host,
                                           time_point until) {
    name_lookup lookup(io_);
    now->lookup = &lookup;
    scope_exit const leave([now] { now->lookup = nullptr; });
    auto found = co_await lookup.run(std::move(host), std::min(until, steady_clock::now() + limits_.lookup));
    if (now->is_cancelled) co_return error{asio::error::operation_aborted, {}};
    if (found) {
        addresses_ = std::move(*found);
    } else if (found.error().code == errc::name_not_found || addresses_.empty()) {
        co_return found.error();
    }
    co_return error();
}

awaitable<error> connector::secure(std::shared_ptr<under_way> now, base_url server) {
    if (auto bad = via_.tls->prepare(); bad.code) co_return bad;
    auto stream = std::make_unique<tls_stream>(std::move(now->stream), via_.tls, std::move(server));
    auto& tls = *stream;
    now->stream = std::move(stream);
    co_return co_await tls.handshake();
}

// RFC 9110, 9.3.6. A TLS server speaks second, so nothing can have come behind the answer's head.
awaitable<error> connector::tunnel(std::shared_ptr<under_way> now) {
    auto const target = host_and_port(to_);
    auto bytes = fmt::format("CONNECT {0} HTTP/1.1\r\nHost: {0}\r\n", target);
    if (!via_.proxy->authorization.empty())
        bytes += fmt::format("Proxy-Authorization: {}\r\n", via_.proxy->authorization);
    bytes += "\r\n";
    http_exchange exchange(*now->stream, body_rule::discard_excess, 0);
    auto code = co_await exchange.send(bytes);
    if (!code) code = co_await exchange.read_head();
    if (code) co_return error{code, "the proxy's tunnel: " + code.message()};
    if (exchange.status() == 407) {
        co_return error{errc::bad_answer,
                        "the proxy wants a user name and a password that it knows (HTTP 407); they stand in "
                        "its variable as http://USER:PASSWORD@HOST"};
    }
    if (exchange.status() / 100 != 2)
        co_return error{errc::bad_answer, fmt::format("the proxy refuses (HTTP {})", exchange.status())};
    co_return error();
}

}  // namespace task_agent::net

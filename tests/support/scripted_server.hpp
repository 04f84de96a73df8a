// A server that does on each connection exactly what its script says, on the test's own io_context.
//
// The n-th accepted connection runs the n-th script; one more than there are scripts is closed at once. What
// arrived is kept for the test to look at. The io_context outlives the server's connections.
#pragma once

#include "task_agent/net/await.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/generic/stream_protocol.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/local/stream_protocol.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/write.hpp>

#include <array>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace task_agent::support {

struct server_step {
    enum class kind { read_request, send, wait, stop_listening, close, reset, hold };
    kind what;
    std::string bytes = {};
    std::chrono::milliseconds time = {};
};

inline server_step read_request() {
    return {server_step::kind::read_request};
}
inline server_step send(std::string bytes) {
    return {server_step::kind::send, std::move(bytes)};
}
inline server_step wait(std::chrono::milliseconds time) {
    return {server_step::kind::wait, {}, time};
}
inline server_step stop_listening() {
    return {server_step::kind::stop_listening};
}
inline server_step close() {
    return {server_step::kind::close};
}
inline server_step reset() {
    return {server_step::kind::reset};
}  // RST instead of FIN
inline server_step hold() {
    return {server_step::kind::hold};
}  // silent until the peer goes

inline std::string answer(int status, std::string const& body = {}, std::string const& headers = {}) {
    return "HTTP/1.1 " + std::to_string(status) + " X\r\nContent-Length: " + std::to_string(body.size()) +
           "\r\n" + headers + "\r\n" + body;
}

class scripted_server {
public:
    using script = std::vector<server_step>;

    scripted_server(asio::io_context& io, std::vector<script> scripts) : log_(std::make_shared<record>()) {
        asio::ip::tcp::acceptor acceptor(io, {asio::ip::address_v4::loopback(), 0});
        port_ = acceptor.local_endpoint().port();
        asio::co_spawn(io, serve(std::move(acceptor), std::move(scripts), log_), asio::detached);
    }
    scripted_server(asio::io_context& io, std::string const& path, std::vector<script> scripts)
        : log_(std::make_shared<record>()) {
        asio::local::stream_protocol::acceptor acceptor(io, asio::local::stream_protocol::endpoint(path));
        asio::co_spawn(io, serve(std::move(acceptor), std::move(scripts), log_), asio::detached);
    }

    [[nodiscard]] unsigned short port() const { return port_; }
    [[nodiscard]] std::string url() const { return "http://127.0.0.1:" + std::to_string(port_); }
    // Whole requests, head and body, in the order they were read.
    [[nodiscard]] std::vector<std::string> const& requests() const { return log_->requests; }
    [[nodiscard]] int connections() const { return log_->connections; }
    // Connections that the peer has closed while the script held them.
    [[nodiscard]] int closed_by_peer() const { return log_->closed_by_peer; }

private:
    struct record {
        std::vector<std::string> requests;
        int connections = 0;
        int closed_by_peer = 0;
        std::function<void()> stop_listening;
    };
    using socket_type = asio::generic::stream_protocol::socket;

    template <class Acceptor>
    static awaitable<void> serve(Acceptor acceptor, std::vector<script> scripts,
                                 std::shared_ptr<record> log) {
        log->stop_listening = [&acceptor] { acceptor.close(); };
        for (;;) {
            auto [code, accepted] = co_await acceptor.async_accept(use_await);
            if (code) co_return;
            auto const index = static_cast<std::size_t>(log->connections++);
            if (index >= scripts.size()) continue;
            auto executor = acceptor.get_executor();
            asio::co_spawn(executor, play(socket_type(std::move(accepted)), scripts[index], log),
                           asio::detached);
        }
    }

    static awaitable<void> play(socket_type socket, script steps, std::shared_ptr<record> log) {
        std::string pending;
        boost::system::error_code ignored;
        for (auto const& step : steps) {
            switch (step.what) {
                case server_step::kind::read_request: {
                    bool const whole = co_await read_one(socket, pending, *log);
                    if (!whole) co_return;
                    break;
                }
                case server_step::kind::send: {
                    auto const buffer = asio::buffer(step.bytes);
                    auto [code, n] = co_await asio::async_write(socket, buffer, use_await);
                    if (code) co_return;
                    break;
                }
                case server_step::kind::wait: {
                    asio::steady_timer timer(socket.get_executor(), step.time);
                    (void)co_await timer.async_wait(use_await);
                    break;
                }
                case server_step::kind::stop_listening:
                    log->stop_listening();
                    break;
                case server_step::kind::close:
                    co_return;
                case server_step::kind::reset:
                    socket.set_option(asio::socket_base::linger(true, 0), ignored);
                    socket.close(ignored);
                    co_return;
                case server_step::kind::hold: {
                    std::array<char, 4096> bytes;
                    for (;;) {
                        auto const buffer = asio::buffer(bytes);
                        auto [code, n] = co_await socket.async_read_some(buffer, use_await);
                        if (code) break;
                    }
                    ++log->closed_by_peer;
                    co_return;
                }
            }
        }
    }

    static awaitable<bool> read_one(socket_type& socket, std::string& pending, record& log) {
        std::array<char, 4096> bytes;
        for (;;) {
            if (auto const head = pending.find("\r\n\r\n"); head != std::string::npos) {
                auto const field = pending.find("Content-Length: ");
                auto const length = field < head ? std::stoul(pending.substr(field + 16)) : 0;
                if (pending.size() >= head + 4 + length) {
                    log.requests.push_back(pending.substr(0, head + 4 + length));
                    pending.erase(0, head + 4 + length);
                    co_return true;
                }
            }
            auto const buffer = asio::buffer(bytes);
            auto [code, n] = co_await socket.async_read_some(buffer, use_await);
            if (code) co_return false;
            pending.append(bytes.data(), n);
        }
    }

    std::shared_ptr<record> log_;
    unsigned short port_ = 0;
};

}  // namespace task_agent::support

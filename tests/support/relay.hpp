// An HTTP proxy that takes one CONNECT a connection, keeps its head, and leads every tunnel to one port of
// loopback, whatever was asked for.
#pragma once

#include "support/scripted_server.hpp"

namespace task_agent::support {

class relay {
public:
    relay(asio::io_context& io, unsigned short to, std::string answer = "HTTP/1.1 200 OK\r\n\r\n")
        : acceptor_(io, {asio::ip::address_v4::loopback(), 0}), heads_(std::make_shared<heads>()) {
        port_ = acceptor_.local_endpoint().port();
        asio::co_spawn(io, serve(acceptor_, to, std::move(answer), heads_), asio::detached);
    }

    [[nodiscard]] std::string host_and_port() const { return "127.0.0.1:" + std::to_string(port_); }
    [[nodiscard]] std::vector<std::string> const& requests() const { return *heads_; }

private:
    using heads = std::vector<std::string>;
    using tcp = asio::ip::tcp;
    using shared_socket = std::shared_ptr<tcp::socket>;

    static awaitable<void> serve(tcp::acceptor& acceptor, unsigned short to, std::string answer,
                                 std::shared_ptr<heads> log) {
        for (;;) {
            auto [code, accepted] = co_await acceptor.async_accept(use_await);
            if (code) co_return;
            auto executor = acceptor.get_executor();
            auto near = std::make_shared<tcp::socket>(std::move(accepted));
            asio::co_spawn(executor, tunnel(near, to, answer, log), asio::detached);
        }
    }

    static awaitable<void> tunnel(shared_socket near, unsigned short to, std::string answer,
                                  std::shared_ptr<heads> log) {
        std::string head;
        std::array<char, 4096> bytes;
        auto const buffer = asio::buffer(bytes);
        while (head.find("\r\n\r\n") == std::string::npos) {
            auto [code, n] = co_await near->async_read_some(buffer, use_await);
            if (code) co_return;
            head.append(bytes.data(), n);
        }
        log->push_back(head);
        auto executor = near->get_executor();
        auto far = std::make_shared<tcp::socket>(executor);
        tcp::endpoint const server(asio::ip::address_v4::loopback(), to);
        auto [refused] = co_await far->async_connect(server, use_await);
        if (refused) co_return;
        auto const words = asio::buffer(answer);
        auto [code, n] = co_await asio::async_write(*near, words, use_await);
        if (code) co_return;
        asio::co_spawn(executor, pass(near, far), asio::detached);
        asio::co_spawn(executor, pass(far, near), asio::detached);
    }

    static awaitable<void> pass(shared_socket from, shared_socket to) {
        std::array<char, 4096> bytes;
        for (;;) {
            auto const room = asio::buffer(bytes);
            auto [ended, n] = co_await from->async_read_some(room, use_await);
            auto const some = asio::buffer(bytes.data(), n);
            auto [code, written] = co_await asio::async_write(*to, some, use_await);
            if (ended || code) break;
        }
        boost::system::error_code ignored;
        to->shutdown(tcp::socket::shutdown_send, ignored);
    }

    tcp::acceptor acceptor_;
    std::shared_ptr<heads> heads_;
    unsigned short port_ = 0;
};

}  // namespace task_agent::support

// A platform that only writes down: answers List Steps with one step, every PUT with 200, and notes when each
// PUT came. One thread a connection, plain sockets; the clients are gone before it is.
#pragma once

#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <atomic>
#include <chrono>
#include <list>
#include <mutex>
#include <stdexcept>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

namespace support {

class process_recorder {
public:
    struct put {
        std::chrono::steady_clock::time_point at;
        std::string body;
    };

    process_recorder(std::string job, std::string step, int staleness_seconds)
        : steps_(
              R"({"data":[{"id":"1","workspace":"w","job":")" + job + R"(","name":")" + step +
              R"(","attempt_id":"a","status":"active","created_at":"2026-01-01T00:00:00Z","step_spec":{"lifecycle":{)" +
              R"("staleness_timeout_seconds":)" + std::to_string(staleness_seconds) +
              R"(}},"status_details":{}}],"pagination":{"page":1,"total_pages":1}})") {
        listener_ = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
        ::sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        ::socklen_t size = sizeof address;
        auto* const generic = reinterpret_cast<::sockaddr*>(&address);
        if (::bind(listener_, generic, size) != 0 || ::listen(listener_, 16) != 0 ||
            ::getsockname(listener_, generic, &size) != 0)
            throw std::runtime_error("cannot listen on loopback");
        port_ = ntohs(address.sin_port);
        acceptor_ = std::thread([this] { accept(); });
    }
    process_recorder(process_recorder const&) = delete;
    process_recorder& operator=(process_recorder const&) = delete;
    ~process_recorder() {
        ::shutdown(listener_, SHUT_RDWR);
        acceptor_.join();
        for (auto& c : connections_) {
            ::shutdown(c.fd, SHUT_RDWR);
            c.worker.join();
            ::close(c.fd);
        }
        ::close(listener_);
    }

    [[nodiscard]] std::string url() const { return "http://127.0.0.1:" + std::to_string(port_); }
    [[nodiscard]] std::vector<put> puts() const {
        std::lock_guard const guard(lock_);
        return puts_;
    }

private:
    struct connection {
        int fd;
        std::thread worker;
    };

    void accept() {
        for (;;) {
            int const fd = ::accept4(listener_, nullptr, nullptr, SOCK_CLOEXEC);
            if (fd < 0) return;
            auto& c = connections_.emplace_back();
            c.fd = fd;
            c.worker = std::thread([this, fd] { serve(fd); });
        }
    }

    void serve(int fd) {
        std::string pending;
        for (;;) {
            auto const head_end = pending.find("\r\n\r\n");
            std::size_t length = 0;
            if (auto const at = pending.find("Content-Length: "); at < head_end)
                length = std::stoul(pending.substr(at + 16));
            if (head_end == std::string::npos || pending.size() < head_end + 4 + length) {
                char buffer[16 * 1024];
                auto const n = ::recv(fd, buffer, sizeof buffer, 0);
                if (n <= 0) return;
                pending.append(buffer, static_cast<std::size_t>(n));
                continue;
            }
            auto const body = answer(pending.substr(0, head_end), pending.substr(head_end + 4, length));
            pending.erase(0, head_end + 4 + length);
            std::string const text = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: " +
                                     std::to_string(body.size()) + "\r\n\r\n" + body;
            if (::send(fd, text.data(), text.size(), MSG_NOSIGNAL) != static_cast<ssize_t>(text.size()))
                return;
        }
    }

    std::string answer(std::string_view head, std::string body) {
        if (head.starts_with("GET"))
            return head.find("filter") == std::string_view::npos ? steps_ : no_steps_;
        if (head.starts_with("PUT")) {
            std::lock_guard const guard(lock_);
            puts_.push_back({std::chrono::steady_clock::now(), std::move(body)});
        }
        return "{}";
    }

    std::string const steps_;
    std::string const no_steps_ = R"({"data":[],"pagination":{"page":1,"total_pages":1}})";
    int listener_ = -1;
    unsigned port_ = 0;
    std::thread acceptor_;
    std::list<connection> connections_;  // the acceptor's until it was joined
    mutable std::mutex lock_;
    std::vector<put> puts_;
};

}  // namespace support

// A server that answers as the test tells it and keeps every exchange, in the order the requests came in.
//
// A thread per connection, all joined by the destructor. The handler runs on those threads, one call at a
// time.
#pragma once

#include "support/http.hpp"

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

namespace support {

struct exchange {
    http_request request;
    int status = 0;  // 0: not answered
    std::chrono::steady_clock::time_point at;
    std::size_t connection = 0;  // which one it came over, counted from 1
};

class recording_server {
public:
    // nullopt: take the request and stay silent on this connection.
    using handler = std::function<std::optional<http_answer>(http_request const&)>;

    // Port 0 takes a free one.
    explicit recording_server(handler answer, std::uint16_t port = 0);
    recording_server(recording_server const&) = delete;
    recording_server& operator=(recording_server const&) = delete;
    ~recording_server();

    [[nodiscard]] std::uint16_t port() const noexcept { return port_; }
    [[nodiscard]] std::string url() const { return "http://127.0.0.1:" + std::to_string(port_); }
    [[nodiscard]] std::vector<exchange> exchanges() const;
    [[nodiscard]] std::size_t connections() const noexcept { return accepted_; }
    // Until the exchanges are as wanted; false after the limit. The predicate sees finished exchanges and,
    // with status 0, those that the handler leaves unanswered.
    [[nodiscard]] bool wait_until(std::function<bool(std::vector<exchange> const&)> const& wanted,
                                  std::chrono::milliseconds limit = std::chrono::seconds(20)) const;

private:
    void accept_all();
    void serve(int fd, std::size_t number);
    [[nodiscard]] bool is_over(int fd, int limit_milliseconds) const;

    handler handler_;
    std::uint16_t port_ = 0;
    task_agent::unique_fd listener_;
    task_agent::unique_fd stop_;  // an eventfd that becomes readable, and stays so
    mutable std::mutex mutex_;
    mutable std::condition_variable changed_;
    std::mutex handling_;
    std::vector<exchange> exchanges_;
    std::atomic<std::size_t> accepted_ = 0;
    std::vector<std::thread> connections_;
    std::thread acceptor_;
};

// A port on loopback that refuses connections: taken, and never listened on, as long as the object lives.
class closed_port {
public:
    closed_port();
    [[nodiscard]] std::uint16_t port() const noexcept { return port_; }
    [[nodiscard]] std::string url() const { return "http://127.0.0.1:" + std::to_string(port_); }
    // Gives the port back, for a server that comes up on it.
    std::uint16_t release();

private:
    task_agent::unique_fd fd_;
    std::uint16_t port_ = 0;
};

}  // namespace support

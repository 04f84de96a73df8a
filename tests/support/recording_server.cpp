#include "support/recording_server.hpp"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <system_error>

namespace support {
namespace {

using std::chrono::milliseconds;
using task_agent::unique_fd;

std::uint16_t bind_loopback(int fd, std::uint16_t port) {
    int const on = 1;
    ::setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    // the socket API's own pun
    auto* const generic = reinterpret_cast<sockaddr*>(&address);
    socklen_t size = sizeof address;
    if (::bind(fd, generic, size) != 0 || ::getsockname(fd, generic, &size) != 0)
        throw std::system_error(errno, std::generic_category(), "bind");
    return ntohs(address.sin_port);
}

unique_fd make_socket() {
    unique_fd fd(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0));
    if (!fd) throw std::system_error(errno, std::generic_category(), "socket");
    return fd;
}

}  // namespace

recording_server::recording_server(handler answer, std::uint16_t port)
    : handler_(std::move(answer)), listener_(make_socket()), stop_(::eventfd(0, EFD_CLOEXEC)) {
    port_ = bind_loopback(listener_.get(), port);
    if (::listen(listener_.get(), 64) != 0) throw std::system_error(errno, std::generic_category(), "listen");
    acceptor_ = std::thread([this] { accept_all(); });
}

recording_server::~recording_server() {
    std::uint64_t const one = 1;
    if (::write(stop_.get(), &one, sizeof one) != sizeof one) std::terminate();
    acceptor_.join();
    for (auto& connection : connections_)
        connection.join();
}

std::vector<exchange> recording_server::exchanges() const {
    std::lock_guard const lock(mutex_);
    return exchanges_;
}

bool recording_server::wait_until(std::function<bool(std::vector<exchange> const&)> const& wanted,
                                  milliseconds limit) const {
    std::unique_lock lock(mutex_);
    return changed_.wait_for(lock, limit, [&] { return wanted(exchanges_); });
}

// True when the server stops; false when `fd` is readable.
bool recording_server::is_over(int fd, int limit_milliseconds) const {
    std::array<pollfd, 2> fds = {pollfd{stop_.get(), POLLIN, 0}, pollfd{fd, POLLIN, 0}};
    ::poll(fds.data(), fds.size(), limit_milliseconds);
    return fds[0].revents != 0;
}

void recording_server::accept_all() {
    while (!is_over(listener_.get(), -1)) {
        int const fd = ::accept4(listener_.get(), nullptr, nullptr, SOCK_CLOEXEC);
        if (fd < 0) continue;
        std::size_t const number = ++accepted_;
        connections_.emplace_back([this, fd, number] { serve(fd, number); });
    }
}

void recording_server::serve(int fd, std::size_t number) {
    http_connection connection{unique_fd(fd)};
    while (!is_over(fd, -1)) {
        auto request = connection.read(std::chrono::seconds(10));
        if (!request) return;
        std::optional<http_answer> answer;
        {
            std::lock_guard const one_at_a_time(handling_);
            auto const at = std::chrono::steady_clock::now();
            answer = handler_(*request);
            std::lock_guard const lock(mutex_);
            exchanges_.push_back({std::move(*request), answer ? answer->status : 0, at, number});
        }
        changed_.notify_all();
        if (answer) {
            connection.write(*answer);
            continue;
        }
        char byte;
        while (!is_over(fd, -1) && ::recv(fd, &byte, 1, 0) > 0) {
        }
        return;
    }
}

closed_port::closed_port() : fd_(make_socket()) {
    port_ = bind_loopback(fd_.get(), 0);
}

std::uint16_t closed_port::release() {
    fd_.reset();
    return port_;
}

}  // namespace support

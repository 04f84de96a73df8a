// A client that speaks bytes: sends literal requests and hands back the literal answers. Blocking, with
// deadlines.
#pragma once

#include "task_agent/base/unique_fd.hpp"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <cstdint>
#include <cstdlib>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>

namespace task_agent::devserver::test {

class raw_client {
public:
    explicit raw_client(std::uint16_t port) : fd_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(port);
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        // the socket API's own pun
        if (::connect(fd_.get(), reinterpret_cast<sockaddr*>(&address), sizeof address) != 0)
            throw std::runtime_error("cannot connect");
    }

    // False when the peer takes no more.
    bool send(std::string_view bytes) {
        while (!bytes.empty()) {
            auto const count = ::send(fd_.get(), bytes.data(), bytes.size(), MSG_NOSIGNAL);
            if (count <= 0) return false;
            bytes.remove_prefix(static_cast<std::size_t>(count));
        }
        return true;
    }

    void shut_sending() { ::shutdown(fd_.get(), SHUT_WR); }

    // One answer, head and body, as it came. Empty at the end of the connection.
    std::string answer() {
        while (buffer_.find("\r\n\r\n") == std::string::npos) {
            if (!fill()) return std::exchange(buffer_, {});
        }
        std::size_t size = buffer_.find("\r\n\r\n") + 4;
        auto const length = buffer_.find("content-length: ");
        if (length < size) size += static_cast<std::size_t>(std::atoll(buffer_.c_str() + length + 16));
        while (buffer_.size() < size) {
            if (!fill()) return std::exchange(buffer_, {});
        }
        std::string one = buffer_.substr(0, size);
        buffer_.erase(0, size);
        return one;
    }

    // True when the server ends the connection without another byte.
    bool ends() { return buffer_.empty() && !fill() && buffer_.empty(); }

    // True when the server ended the connection with a reset and not in order. After an end was seen.
    [[nodiscard]] bool was_reset() const noexcept { return was_reset_; }

    // True when nothing comes for so long.
    bool is_silent(std::chrono::milliseconds time) {
        pollfd wait{fd_.get(), POLLIN, 0};
        return buffer_.empty() && ::poll(&wait, 1, static_cast<int>(time.count())) == 0;
    }

private:
    bool fill() {
        pollfd wait{fd_.get(), POLLIN, 0};
        if (::poll(&wait, 1, 10'000) <= 0) throw std::runtime_error("no answer within 10 s");
        char bytes[16384];
        auto const count = ::recv(fd_.get(), bytes, sizeof bytes, 0);
        was_reset_ = count < 0 && errno == ECONNRESET;
        if (count <= 0) return false;
        buffer_.append(bytes, static_cast<std::size_t>(count));
        return true;
    }

    unique_fd fd_;
    bool was_reset_ = false;
    std::string buffer_;
};

}  // namespace task_agent::devserver::test

// HTTP by hand on blocking sockets, independent of the agent's own client and codecs: what a test says and
// sees is what went over the wire.
//
// Messages with Content-Length and chunked answers; connections are closed after one exchange on the client's
// side. Every call has a deadline and throws std::runtime_error when the peer does not keep to HTTP.
#pragma once

#include "task_agent/base/unique_fd.hpp"

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace support {

using header_list = std::vector<std::pair<std::string, std::string>>;

struct http_request {
    std::string method;
    std::string target;
    header_list headers;
    std::string body;

    // By name, any case; nullopt when it is not there.
    [[nodiscard]] std::optional<std::string> header(std::string_view name) const;
};

struct http_answer {
    int status = 0;
    std::string body;
    header_list headers;
};

// One request to 127.0.0.1 on a connection of its own.
http_answer call(std::uint16_t port, http_request request,
                 std::chrono::milliseconds limit = std::chrono::seconds(10));

// The serving side of one connection.
class http_connection {
public:
    explicit http_connection(task_agent::unique_fd fd) : fd_(std::move(fd)) {}

    // nullopt: the peer closed, or `limit` passed without a byte.
    std::optional<http_request> read(std::chrono::milliseconds limit);
    void write(http_answer const& answer);
    [[nodiscard]] int fd() const noexcept { return fd_.get(); }

private:
    task_agent::unique_fd fd_;
    std::string pending_;
};

}  // namespace support

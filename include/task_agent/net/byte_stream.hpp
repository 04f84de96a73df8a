// What HTTP runs over: bytes in, bytes out, and an end. A socket, TLS over a socket, or a test's script.
//
// Control thread. One read and one write may be under way at once, not two of a kind. The owner keeps the
// stream alive until both have completed; close() makes them complete soon, with an error.
#pragma once

#include "task_agent/base/error.hpp"
#include "task_agent/net/await.hpp"

#include <cstddef>
#include <span>
#include <string_view>

namespace task_agent::net {

struct io_result {
    io_result(error_code c, std::size_t n) noexcept : code(c), bytes(n) {}

    error_code code;
    std::size_t bytes;  // moved before it ended, also on failure
};

class byte_stream {
public:
    virtual ~byte_stream() = default;

    // At least one byte, or a code; asio::error::eof at the peer's orderly end. `into` stays valid until
    // completion.
    [[nodiscard]] virtual awaitable<io_result> read_some(std::span<char> into) = 0;
    // All of it, or a code and how much had been handed over. `all` stays valid until completion.
    [[nodiscard]] virtual awaitable<io_result> write(std::string_view all) = 0;
    // At once, without a farewell; again is nothing.
    virtual void close() noexcept = 0;
};

}  // namespace task_agent::net

// One request and its answer over a byte stream, in three steps: send, read the head, read the body.
//
// Apart, because the head alone decides about a report: whatever becomes of the body, the platform has
// spoken. Knows no time: the caller closes the stream when its deadline passes, and the step under way fails.
// Control thread; the stream outlives the exchange. Steps in order, each once; after a failed one only the
// questions may be asked.
#pragma once

#include "task_agent/net/byte_stream.hpp"
#include "task_agent/net/http_message.hpp"

#include <memory>
#include <string>
#include <vector>

namespace task_agent::net {

class answer_parser;

class http_exchange {
public:
    http_exchange(byte_stream& stream, body_rule rule, std::size_t body_limit);
    http_exchange(http_exchange const&) = delete;
    http_exchange& operator=(http_exchange const&) = delete;
    ~http_exchange();

    // `bytes` stays valid until completion.
    [[nodiscard]] awaitable<error_code> send(std::string_view bytes);
    // The final answer's head; interim ones (1xx) are passed over. errc::bad_answer, errc::connection_lost or
    // the stream's own code.
    [[nodiscard]] awaitable<error_code> read_head();
    [[nodiscard]] awaitable<error_code> read_body();

    [[nodiscard]] bool has_sent_bytes() const noexcept { return has_sent_; }
    [[nodiscard]] bool has_answer_bytes() const noexcept { return has_received_; }
    // After read_head:
    [[nodiscard]] int status() const noexcept;
    [[nodiscard]] std::string const& retry_after() const noexcept;  // the header's text, or empty
    // After read_body, or what had come of it:
    [[nodiscard]] std::string take_body() noexcept;
    // The answer is complete, nothing came after it, and the peer goes on listening.
    [[nodiscard]] bool can_go_on() const;

private:
    awaitable<error_code> receive();
    error_code parse();

    byte_stream& stream_;
    body_rule rule_;
    std::size_t body_limit_;
    std::unique_ptr<answer_parser> parser_;
    std::vector<char> buffer_;
    std::size_t filled_ = 0;  // bytes of buffer_ that are not parsed yet, from its start
    error_code body_error_;   // found while the head was read
    bool has_sent_ = false;
    bool has_received_ = false;
    bool at_end_ = false;
};

}  // namespace task_agent::net

#include "task_agent/net/http_exchange.hpp"

#include <boost/asio/buffer.hpp>
#include <boost/asio/error.hpp>
#include <boost/beast/http/error.hpp>

#include "answer_parser.hpp"
#include <algorithm>
#include <cstring>

namespace task_agent::net {
namespace {

namespace http = boost::beast::http;

constexpr std::size_t read_size = 16 * 1024;
// more than any head or chunk line we accept, so what is not parsed by then never will be
constexpr std::size_t unparsed_limit = 128 * 1024;
constexpr int interim_limit = 16;

bool is_interim(int status) noexcept {
    return status >= 100 && status < 200 && status != 101;
}

}  // namespace

http_exchange::http_exchange(byte_stream& stream, body_rule rule, std::size_t body_limit)
    : stream_(stream),
      rule_(rule),
      body_limit_(body_limit),
      parser_(std::make_unique<answer_parser>(rule, body_limit)) {}

http_exchange::~http_exchange() = default;

awaitable<error_code> http_exchange::send(std::string_view bytes) {
    auto const sent = co_await stream_.write(bytes);
    has_sent_ = sent.bytes > 0;
    // a server may refuse a body before it has read all of it: its answer, if there is one, says why
    bool const may_have_answered =
        has_sent_ && (sent.code == asio::error::broken_pipe || sent.code == asio::error::connection_reset);
    co_return may_have_answered ? error_code() : sent.code;
}

awaitable<error_code> http_exchange::read_head() {
    for (int interim = 0; interim < interim_limit;) {
        auto code = parse();
        if (parser_->is_header_done() && !is_interim(parser_->status())) {
            body_error_ = code;
            // nobody asked for another protocol
            co_return parser_->status() == 101 ? error_code(errc::bad_answer) : error_code();
        }
        if (code) co_return code;
        if (parser_->is_header_done()) {
            parser_ = std::make_unique<answer_parser>(rule_, body_limit_);
            ++interim;
            continue;
        }
        code = co_await receive();
        if (code) co_return code;
    }
    co_return errc::bad_answer;
}

awaitable<error_code> http_exchange::read_body() {
    while (!body_error_ && !parser_->is_done()) {
        body_error_ = co_await receive();
        if (!body_error_ && !at_end_) body_error_ = parse();
    }
    co_return body_error_;
}

int http_exchange::status() const noexcept {
    return parser_->status();
}

std::string const& http_exchange::retry_after() const noexcept {
    return parser_->retry_after();
}

std::string http_exchange::take_body() noexcept {
    return parser_->take_body();
}

bool http_exchange::can_go_on() const {
    return !body_error_ && !at_end_ && filled_ == 0 && parser_->is_done() && parser_->keep_alive();
}

// Reads once behind what is not parsed yet. The peer's end completes an answer that ends with the connection.
awaitable<error_code> http_exchange::receive() {
    if (filled_ > unparsed_limit) co_return errc::bad_answer;
    buffer_.resize(std::max(buffer_.size(), filled_ + read_size));
    auto const room = std::span<char>(buffer_).subspan(filled_);
    auto const got = co_await stream_.read_some(room);
    filled_ += got.bytes;
    has_received_ = has_received_ || got.bytes > 0;
    if (!got.code) co_return error_code();
    if (got.code != asio::error::eof) co_return got.code;
    at_end_ = true;
    if (!parser_->is_header_done() || !parser_->need_eof()) co_return errc::connection_lost;
    error_code code;
    parser_->put_eof(code);
    if (code) co_return errc::connection_lost;
    co_return error_code();
}

// As far as the bytes go. Wanting more is no error.
error_code http_exchange::parse() {
    error_code code;
    while (filled_ > 0 && !parser_->is_done()) {
        auto const used = parser_->put(asio::const_buffer(buffer_.data(), filled_), code);
        std::memmove(buffer_.data(), buffer_.data() + used, filled_ - used);
        filled_ -= used;
        if (code == http::error::need_more) return {};
        if (code) return code == errc::answer_too_large ? code : error_code(errc::bad_answer);
        if (used == 0) break;
    }
    return {};
}

}  // namespace task_agent::net

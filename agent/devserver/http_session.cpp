#include "task_agent/devserver/http_session.hpp"

#include "task_agent/devserver/routes.hpp"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/buffer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http/error.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/string_body.hpp>
#include <boost/beast/http/write.hpp>
#include <fmt/format.h>

#include <strings.h>

#include <array>
#include <ctime>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

namespace task_agent::devserver {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = boost::beast::http;
using asio::ip::tcp;

namespace {

constexpr auto token = asio::as_tuple(asio::use_awaitable);
constexpr std::uint32_t header_limit = 64 * 1024;
constexpr std::size_t read_size = 16 * 1024;
constexpr std::chrono::seconds stop_grace(1);
constexpr std::chrono::seconds linger_time(1);

using parser_type = http::request_parser<http::string_body>;
using response_type = http::response<http::string_body>;

// "Sun, 19 Jul 2026 10:11:12 GMT", without asking the locale.
std::string http_date(instant t) {
    constexpr std::array<std::string_view, 7> days = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    constexpr std::array<std::string_view, 12> months = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                         "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    std::time_t const seconds = wall_clock::to_time_t(std::chrono::floor<std::chrono::seconds>(t));
    std::tm parts{};
    gmtime_r(&seconds, &parts);
    return fmt::format("{}, {:02} {} {:04} {:02}:{:02}:{:02} GMT",
                       days[static_cast<std::size_t>(parts.tm_wday)], parts.tm_mday,
                       months[static_cast<std::size_t>(parts.tm_mon)], parts.tm_year + 1900, parts.tm_hour,
                       parts.tm_min, parts.tm_sec);
}

std::string text_of(beast::string_view text) {
    return {text.data(), text.size()};
}

request to_request(parser_type::value_type&& message) {
    request asked;
    asked.method = text_of(message.method_string());
    asked.target = text_of(message.target());
    for (auto const& field : message)
        asked.headers.emplace_back(text_of(field.name_string()), text_of(field.value()));
    asked.body = std::move(message.body());
    return asked;
}

response_type to_response(answer&& given, instant now, bool is_head, bool keep_alive) {
    response_type response(static_cast<http::status>(given.status), 11);
    response.insert("date", http_date(now));
    response.insert("server", "task-agent-dev-server");
    response.insert("content-length", std::to_string(given.body.size()));
    if (!given.content_type.empty()) response.insert("content-type", given.content_type);
    for (auto const& [name, value] : given.headers)
        response.insert(name, value);
    if (!keep_alive) response.insert("connection", "close");
    // HEAD has the length of the body it does not get
    if (!is_head) response.body() = std::move(given.body);
    return response;
}

bool expects_continue(parser_type::value_type const& message) {
    auto const value = message[http::field::expect];
    constexpr std::string_view wanted = "100-continue";
    return value.size() == wanted.size() && ::strncasecmp(value.data(), wanted.data(), wanted.size()) == 0;
}

answer plain_answer(int status, std::string_view text) {
    answer refusal;
    refusal.status = status;
    refusal.content_type = "text/plain; charset=utf-8";
    refusal.body = text;
    return refusal;
}

// What to say to a request that could not be read; nothing when nobody is there to hear it.
std::optional<answer> refusal_for(beast::error_code failure) {
    if (failure == http::error::body_limit) return plain_answer(413, "Request body too large.");
    if (failure == http::error::header_limit || failure == http::error::buffer_overflow)
        return plain_answer(431, "Request header fields too large.");
    if (failure == http::error::end_of_stream || failure == http::error::partial_message) return std::nullopt;
    if (failure.category() == make_error_code(http::error::end_of_stream).category())
        return plain_answer(400, "Invalid HTTP request received.");
    return std::nullopt;
}

}  // namespace

class http_session {
public:
    http_session(std::shared_ptr<session_set> set, tcp::socket socket)
        : set_(std::move(set)), stream_(std::move(socket)) {
        set_->live.insert(this);
    }
    http_session(http_session const&) = delete;
    http_session& operator=(http_session const&) = delete;
    ~http_session() {
        set_->live.erase(this);
        if (set_->stopping && set_->live.empty()) set_->cut.cancel();
    }

    [[nodiscard]] bool is_idle() const noexcept { return idle_; }
    void close() { stream_.close(); }

    // True when the connection stays open for another one.
    asio::awaitable<bool> serve_one();

private:
    asio::awaitable<bool> await_request();
    asio::awaitable<beast::error_code> read_request(parser_type& parser);
    asio::awaitable<bool> send(response_type response, bool keep_alive);
    asio::awaitable<void> linger();

    std::shared_ptr<session_set> set_;
    beast::tcp_stream stream_;
    beast::flat_buffer buffer_;
    bool idle_ = true;
    bool has_served_ = false;
};

asio::awaitable<bool> http_session::serve_one() {
    bool const asked_something = co_await await_request();
    if (!asked_something) co_return false;
    parser_type parser;
    parser.body_limit(set_->options.body_limit);
    parser.header_limit(header_limit);
    beast::error_code const failure = co_await read_request(parser);
    instant const now = set_->store.now();
    if (failure) {
        auto refusal = refusal_for(failure);
        if (!refusal) co_return false;
        response_type response = to_response(std::move(*refusal), now, false, false);
        co_return co_await send(std::move(response), false);
    }
    bool const keep_alive = parser.get().keep_alive() && !set_->stopping;
    bool const is_head = parser.get().method() == http::verb::head;
    answer given = handle(set_->store, to_request(parser.release()));
    response_type response = to_response(std::move(given), now, is_head, keep_alive);
    has_served_ = true;
    co_return co_await send(std::move(response), keep_alive);
}

// Any byte ends the idle time, as with uvicorn: a request may then take as long as it likes.
asio::awaitable<bool> http_session::await_request() {
    if (buffer_.size() > 0) co_return true;
    if (set_->stopping) co_return false;
    idle_ = true;
    if (has_served_) stream_.expires_after(set_->options.idle_close);
    auto const space = buffer_.prepare(read_size);
    auto const [failure, count] = co_await stream_.async_read_some(space, token);
    stream_.expires_never();
    idle_ = false;
    buffer_.commit(count);
    co_return !failure;
}

asio::awaitable<beast::error_code> http_session::read_request(parser_type& parser) {
    auto const [header_failure, header_size] =
        co_await http::async_read_header(stream_, buffer_, parser, token);
    (void)header_size;
    if (header_failure || parser.is_done()) co_return header_failure;
    if (expects_continue(parser.get()) && buffer_.size() == 0) {
        constexpr std::string_view go_on = "HTTP/1.1 100 Continue\r\n\r\n";
        auto const bytes = asio::buffer(go_on);
        auto const [failure, count] = co_await asio::async_write(stream_, bytes, token);
        (void)count;
        if (failure) co_return failure;
    }
    auto const [failure, count] = co_await http::async_read(stream_, buffer_, parser, token);
    (void)count;
    co_return failure;
}

asio::awaitable<bool> http_session::send(response_type response, bool keep_alive) {
    auto const [failure, count] = co_await http::async_write(stream_, response, token);
    (void)count;
    if (failure) co_return false;
    if (!keep_alive) co_await linger();
    co_return keep_alive;
}

// Closing with unread input resets the connection and may take the answer with it; so what still comes is
// read away.
asio::awaitable<void> http_session::linger() {
    beast::error_code failure;
    stream_.socket().shutdown(tcp::socket::shutdown_send, failure);
    stream_.expires_after(linger_time);
    std::vector<char> sink(read_size);
    auto const space = asio::buffer(sink);
    while (!failure) {
        auto const [ended, count] = co_await stream_.async_read_some(space, token);
        (void)count;
        failure = ended;
    }
}

void session_set::stop() {
    if (std::exchange(stopping, true)) return;
    // closing only queues the sessions' ends, so the set does not change under the loop
    for (http_session* const session : live) {
        if (session->is_idle()) session->close();
    }
    if (live.empty()) return;
    cut.expires_after(stop_grace);
    cut.async_wait([this](error_code failure) {
        if (failure) return;
        for (http_session* const session : live)
            session->close();
    });
}

asio::awaitable<void> serve_connection(std::shared_ptr<session_set> set, tcp::socket socket) {
    http_session session(std::move(set), std::move(socket));
    bool open = true;
    while (open)
        open = co_await session.serve_one();
}

}  // namespace task_agent::devserver

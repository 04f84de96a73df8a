#include "task_agent/devserver/http_session.hpp"

#include "task_agent/devserver/fault_answer.hpp"
#include "task_agent/devserver/routes.hpp"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/buffer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/write.hpp>
#include <fmt/format.h>

#include "http_convert.hpp"
#include <optional>
#include <string>
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

}  // namespace

class http_session {
public:
    http_session(std::shared_ptr<session_set> set, tcp::socket socket)
        : set_(std::move(set)), stream_(std::move(socket)), pause_(stream_.get_executor()) {
        set_->live.insert(this);
    }
    http_session(http_session const&) = delete;
    http_session& operator=(http_session const&) = delete;
    ~http_session() {
        set_->live.erase(this);
        if (set_->stopping && set_->live.empty()) set_->cut.cancel();
    }

    [[nodiscard]] bool is_idle() const noexcept { return idle_; }
    void close() {
        stream_.close();
        pause_.cancel();
    }

    // True when the connection stays open for another one.
    asio::awaitable<bool> serve_one();

private:
    asio::awaitable<bool> await_request();
    asio::awaitable<beast::error_code> read_request(parser_type& parser);
    asio::awaitable<bool> send(response_type response, bool keep_alive);
    asio::awaitable<void> linger();

    [[nodiscard]] std::optional<planned_fault> choose_fault(request const& asked);
    asio::awaitable<bool> serve_wrong(request asked, planned_fault fault, bool keep_alive);
    asio::awaitable<bool> send_wrong(fault_action action, response_type response, bool keep_alive);
    asio::awaitable<void> await_end();
    void reset();
    void note(request const& asked, std::string_view what, std::string_view fault = {}) const;

    std::shared_ptr<session_set> set_;
    beast::tcp_stream stream_;
    asio::steady_timer pause_;  // of a latency
    beast::flat_buffer buffer_;
    std::optional<status> update_;  // of the task, that the present request brings
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
    request asked = to_request(parser.release());
    has_served_ = true;
    if (auto fault = choose_fault(asked))
        co_return co_await serve_wrong(std::move(asked), std::move(*fault), keep_alive);
    answer given = handle(set_->store, asked);
    note(asked, std::to_string(given.status));
    response_type response = to_response(std::move(given), now, is_head, keep_alive);
    co_return co_await send(std::move(response), keep_alive);
}

std::optional<planned_fault> http_session::choose_fault(request const& asked) {
    std::string path;
    auto const call = observe(set_->store, asked, path);
    update_ = call.update;
    return set_->faults.choose(call, steady_clock::now());
}

asio::awaitable<bool> http_session::serve_wrong(request asked, planned_fault fault, bool keep_alive) {
    using kind = fault_action::kind;
    fault_action const& action = fault.action;
    if (fault.wait > duration::zero()) {
        pause_.expires_after(fault.wait);
        co_await pause_.async_wait(token);
        if (!stream_.socket().is_open()) co_return false;
    }
    std::optional<answer> given;
    if (action.applied) given = handle(set_->store, asked);
    std::string_view const fate = action.applied ? "applied" : "not applied";
    if (action.what == kind::reset || action.what == kind::silent) {
        bool const resets = action.what == kind::reset;
        note(asked, fmt::format("{}, {}", fate, resets ? "reset" : "silence"), fault.text);
        if (resets) reset();
        if (!resets) co_await await_end();
        co_return false;
    }
    instant const now = set_->store.now();
    if (action.what == kind::status) given = fault_status(action, now);
    if (action.what == kind::oversize) fill_up(*given, action, asked.method);
    note(asked, fmt::format("{}, {}{}", fate, given->status, action.what == kind::truncate ? " cut" : ""),
         fault.text);
    response_type response = to_response(std::move(*given), now, asked.method == "HEAD", keep_alive);
    co_return co_await send_wrong(action, std::move(response), keep_alive);
}

asio::awaitable<bool> http_session::send_wrong(fault_action action, response_type response, bool keep_alive) {
    if (action.what != fault_action::kind::truncate) co_return co_await send(std::move(response), keep_alive);
    std::string text = head_text(response);
    if (action.cuts_head) {
        text.resize(text.size() / 2);
    } else {
        text += response.body().substr(0, response.body().size() / 2);
    }
    auto const bytes = asio::buffer(text);
    co_await asio::async_write(stream_, bytes, token);
    co_await linger();
    co_return false;
}

// What the client still sends is read and forgotten; this ends with the connection.
asio::awaitable<void> http_session::await_end() {
    beast::error_code failure;
    std::vector<char> sink(read_size);
    auto const space = asio::buffer(sink);
    while (!failure) {
        auto const [ended, count] = co_await stream_.async_read_some(space, token);
        (void)count;
        failure = ended;
    }
}

// Closing with a linger time of zero sends RST (socket(7)).
void http_session::reset() {
    beast::error_code ignored;
    stream_.socket().set_option(asio::socket_base::linger(true, 0), ignored);
    stream_.close();
}

void http_session::note(request const& asked, std::string_view what, std::string_view fault) const {
    if (!set_->options.note) return;
    auto const update = update_ ? fmt::format(" {}", to_text(*update_)) : std::string();
    auto line = fmt::format("{} {}{}: {}", asked.method, asked.target, update, what);
    if (!fault.empty()) line += fmt::format(" (--fault {})", fault);
    set_->options.note(line);
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
    beast::error_code ignored;
    stream_.socket().shutdown(tcp::socket::shutdown_send, ignored);
    stream_.expires_after(linger_time);
    co_await await_end();
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

// The exchange against a stream that gives the bytes it was told to, cut in every way.
#include "task_agent/net/http_exchange.hpp"

#include "support/run_awaitable.hpp"

#include <boost/asio/error.hpp>
#include <boost/test/unit_test.hpp>

#include <algorithm>

namespace ta = task_agent;
namespace net = ta::net;

namespace {

class canned_stream final : public net::byte_stream {
public:
    canned_stream(std::string bytes, std::size_t piece, ta::error_code end = ta::asio::error::eof)
        : bytes_(std::move(bytes)), piece_(piece), end_(end) {}

    ta::awaitable<net::io_result> read_some(std::span<char> into) override {
        auto const n = std::min({into.size(), piece_, bytes_.size() - given_});
        if (n == 0) co_return net::io_result(end_, 0);
        std::copy_n(bytes_.data() + given_, n, into.data());
        given_ += n;
        co_return net::io_result({}, n);
    }
    ta::awaitable<net::io_result> write(std::string_view all) override {
        if (write_error) co_return net::io_result(write_error, written_before_error);
        co_return net::io_result({}, all.size());
    }
    void close() noexcept override {}

    ta::error_code write_error;
    std::size_t written_before_error = 0;

private:
    std::string bytes_;
    std::size_t piece_;
    std::size_t given_ = 0;
    ta::error_code end_;
};

struct outcome {
    ta::error_code head;
    ta::error_code body_error;
    int status = 0;
    std::string body;
    std::string retry_after;
    bool can_go_on = false;
    bool has_answer_bytes = false;
};

ta::awaitable<outcome> perform(net::byte_stream& stream, net::body_rule rule, std::size_t limit) {
    outcome o;
    net::http_exchange exchange(stream, rule, limit);
    o.head = co_await exchange.send("GET / HTTP/1.1\r\n\r\n");
    if (!o.head) o.head = co_await exchange.read_head();
    o.has_answer_bytes = exchange.has_answer_bytes();
    if (o.head) co_return o;
    o.status = exchange.status();
    o.retry_after = exchange.retry_after();
    o.body_error = co_await exchange.read_body();
    o.can_go_on = exchange.can_go_on();
    o.body = exchange.take_body();
    co_return o;
}

outcome exchanged(std::string const& bytes, std::size_t piece = 1 << 20,
                  net::body_rule rule = net::body_rule::discard_excess, std::size_t limit = 64 * 1024) {
    ta::asio::io_context io(1);
    canned_stream stream(bytes, piece);
    return ta::support::run(io, perform(stream, rule, limit));
}

constexpr auto refuse = net::body_rule::refuse_excess;
constexpr auto discard = net::body_rule::discard_excess;

}  // namespace

BOOST_AUTO_TEST_SUITE(http_exchange_tests)

BOOST_AUTO_TEST_CASE(an_answer_reads_the_same_however_it_is_cut) {
    std::string const plain = "HTTP/1.1 200 OK\r\nContent-Length: 5\r\nRetry-After: 7\r\n\r\nhello";
    std::string const chunked =
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nRetry-After: "
        "7\r\n\r\n2\r\nhe\r\n3;x=y\r\nllo\r\n0\r\nT: r\r\n\r\n";
    std::string const interim = "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early\r\nLink: x\r\n\r\n" + plain;
    for (auto const& bytes : {plain, chunked, interim}) {
        for (std::size_t piece = 1; piece <= bytes.size(); ++piece) {
            auto const o = exchanged(bytes, piece);
            BOOST_REQUIRE(!o.head);
            BOOST_REQUIRE(!o.body_error);
            BOOST_REQUIRE_EQUAL(o.status, 200);
            BOOST_REQUIRE_EQUAL(o.body, "hello");
            BOOST_REQUIRE_EQUAL(o.retry_after, "7");
            BOOST_REQUIRE(o.can_go_on);
        }
    }
}

BOOST_AUTO_TEST_CASE(an_answer_cut_short_at_any_byte_is_never_taken_for_whole) {
    std::string const plain = "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello";
    std::string const chunked =
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n";
    for (auto const& bytes : {plain, chunked}) {
        auto const head_end = bytes.find("\r\n\r\n") + 4;
        for (std::size_t length = 0; length < bytes.size(); ++length) {
            auto const o = exchanged(bytes.substr(0, length));
            BOOST_REQUIRE(length < head_end ? bool(o.head)
                                            : !o.head && o.body_error == ta::errc::connection_lost);
            BOOST_REQUIRE(!o.can_go_on);
            BOOST_REQUIRE_EQUAL(o.has_answer_bytes, length > 0);
        }
    }
}

BOOST_AUTO_TEST_CASE(a_connection_is_not_used_again_when_either_side_ends_it) {
    BOOST_TEST(!exchanged("HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n").can_go_on);
    BOOST_TEST(!exchanged("HTTP/1.0 200 OK\r\nContent-Length: 0\r\n\r\n").can_go_on);
    BOOST_TEST(exchanged("HTTP/1.0 200 OK\r\nContent-Length: 0\r\nConnection: keep-alive\r\n\r\n").can_go_on);
    BOOST_TEST(exchanged("HTTP/1.1 204 No Content\r\n\r\n").can_go_on);
}

BOOST_AUTO_TEST_CASE(bytes_behind_the_answer_spoil_the_connection) {
    BOOST_TEST(!exchanged("HTTP/1.1 204 No Content\r\n\r\nHTTP/1.1 200 OK\r\n").can_go_on);
}

BOOST_AUTO_TEST_CASE(a_body_without_a_length_ends_with_the_connection) {
    auto const o = exchanged("HTTP/1.1 200 OK\r\n\r\nall of it", 4);
    BOOST_TEST(!o.body_error);
    BOOST_TEST(o.body == "all of it");
    BOOST_TEST(!o.can_go_on);
}

BOOST_AUTO_TEST_CASE(a_long_body_is_kept_to_the_limit_and_the_rest_thrown_away) {
    std::string const body(1000, 'x');
    std::string const head = "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n";
    for (std::size_t const piece : {7, 1000, 100000}) {
        auto const o = exchanged(head + body, piece, discard, 100);
        BOOST_TEST(!o.body_error);
        BOOST_TEST(o.body.size() == 100U);
        BOOST_TEST(o.can_go_on);
    }
}

BOOST_AUTO_TEST_CASE(a_read_refuses_what_is_too_large_by_its_length_or_as_it_comes) {
    auto const by_length = exchanged("HTTP/1.1 200 OK\r\nContent-Length: 101\r\n\r\nx", 1000, refuse, 100);
    BOOST_TEST((by_length.body_error == ta::errc::answer_too_large));
    auto const by_size = exchanged("HTTP/1.1 200 OK\r\n\r\n" + std::string(101, 'x'), 9, refuse, 100);
    BOOST_TEST((by_size.body_error == ta::errc::answer_too_large));
    auto const in_chunks =
        exchanged("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n65\r\n" + std::string(101, 'x'), 9,
                  refuse, 100);
    BOOST_TEST((in_chunks.body_error == ta::errc::answer_too_large));
    BOOST_TEST(!exchanged("HTTP/1.1 200 OK\r\n\r\n" + std::string(100, 'x'), 9, refuse, 100).body_error);
}

BOOST_AUTO_TEST_CASE(what_is_no_http_is_a_bad_answer) {
    for (char const* bytes :
         {"SSH-2.0-OpenSSH\r\n\r\n", "HTTP/1.1 abc\r\n\r\n", "HTTP/1.1 200 OK\r\nContent-Length: x\r\n\r\n",
          "HTTP/1.1 200 OK\r\nbad header\r\n\r\n", "HTTP/1.1 101 Switching\r\n\r\n"}) {
        BOOST_TEST((exchanged(bytes).head == ta::errc::bad_answer), bytes);
    }
    auto const chunk = exchanged("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n");
    BOOST_TEST(!chunk.head);
    BOOST_TEST((chunk.body_error == ta::errc::bad_answer));
}

BOOST_AUTO_TEST_CASE(an_endless_head_and_endless_interim_answers_have_a_bound) {
    BOOST_TEST((exchanged("HTTP/1.1 200 OK\r\n" + std::string(1 << 20, 'a')).head == ta::errc::bad_answer));
    std::string interim;
    for (int i = 0; i < 1000; ++i)
        interim += "HTTP/1.1 100 Continue\r\n\r\n";
    BOOST_TEST((exchanged(interim).head == ta::errc::bad_answer));
    std::string const extension =
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1;" + std::string(1 << 20, 'a');
    BOOST_TEST((exchanged(extension).body_error == ta::errc::bad_answer));
}

BOOST_AUTO_TEST_CASE(a_refusal_that_came_before_the_whole_request_was_written_is_read) {
    ta::asio::io_context io(1);
    canned_stream stream("HTTP/1.1 413 Too Large\r\nContent-Length: 0\r\n\r\n", 1000);
    stream.write_error = ta::asio::error::broken_pipe;
    stream.written_before_error = 10;
    BOOST_TEST(ta::support::run(io, perform(stream, discard, 100)).status == 413);
}

BOOST_AUTO_TEST_CASE(a_write_that_never_began_has_sent_nothing) {
    ta::asio::io_context io(1);
    canned_stream stream("", 1000);
    stream.write_error = ta::asio::error::broken_pipe;
    net::http_exchange exchange(stream, discard, 100);
    auto const code = ta::support::run(io, exchange.send("x"));
    BOOST_TEST((code == ta::asio::error::broken_pipe));
    BOOST_TEST(!exchange.has_sent_bytes());
}

BOOST_AUTO_TEST_SUITE_END()

// The client against real sockets on loopback and a server that follows a script.
#include "task_agent/net/http_client.hpp"

#include "support/run_awaitable.hpp"
#include "support/scripted_server.hpp"

#include <boost/test/unit_test.hpp>

#include <cstdlib>
#include <filesystem>

namespace ta = task_agent;
namespace net = ta::net;
using namespace ta::support;
using namespace std::chrono_literals;

namespace {

net::http_request a_put(std::string body = "{}") {
    net::http_request request;
    request.method = "PUT";
    request.target = "/x";
    request.body = std::move(body);
    return request;
}

net::http_request a_get(std::size_t limit = 1 << 24) {
    net::http_request request;
    request.method = "GET";
    request.target = "/x";
    request.rule = net::body_rule::refuse_excess;
    request.body_limit = limit;
    return request;
}

struct client_fixture {
    ta::asio::io_context io{1};

    net::base_url url(scripted_server const& server) { return net::parse_base_url(server.url()).value(); }
    net::http_answer ask(net::http_client& client, net::http_request request, ta::duration within = 10s) {
        return run(io, client.request(std::move(request), ta::steady_clock::now() + within));
    }
    void run_for(std::chrono::milliseconds time) {
        io.restart();
        io.run_for(time);
    }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(http_client_tests, client_fixture)

BOOST_AUTO_TEST_CASE(requests_share_one_connection) {
    scripted_server server(
        io, {{read_request(), send(answer(200, "one")), read_request(), send(answer(201, "two")), hold()}});
    net::http_client client(io, url(server));
    auto const first = ask(client, a_put("{\"n\":1}"));
    auto const second = ask(client, a_get());
    BOOST_TEST(first.status == 200);
    BOOST_TEST(first.body == "one");
    BOOST_TEST(second.status == 201);
    BOOST_TEST(second.body == "two");
    BOOST_TEST(server.connections() == 1);
    BOOST_REQUIRE(server.requests().size() == 2U);
    BOOST_TEST(server.requests()[0].starts_with("PUT /x HTTP/1.1\r\nHost: 127.0.0.1:"));
    BOOST_TEST(server.requests()[0].ends_with("\r\n\r\n{\"n\":1}"));
}

BOOST_AUTO_TEST_CASE(a_kept_connection_that_was_closed_is_replaced_once) {
    scripted_server server(
        io, {{read_request(), send(answer(200)), close()}, {read_request(), send(answer(202)), hold()}});
    net::http_client client(io, url(server));
    BOOST_TEST(ask(client, a_put()).status == 200);
    run_for(20ms);
    auto const again = ask(client, a_put());
    BOOST_TEST(again.status == 202);
    // contract 3: the copy that was lost may come in later all the same
    BOOST_TEST(again.may_have_arrived);
    BOOST_TEST(server.connections() == 2);
}

BOOST_AUTO_TEST_CASE(it_is_replaced_once_and_not_twice) {
    scripted_server server(io, {{read_request(), send(answer(200)), read_request(), reset()},
                                {read_request(), close()},
                                {read_request(), send(answer(200))}});
    net::http_client client(io, url(server));
    BOOST_TEST(ask(client, a_put()).status == 200);
    auto const lost = ask(client, a_put());
    BOOST_TEST(lost.status == 0);
    BOOST_TEST((lost.transport.code == ta::errc::connection_lost));
    BOOST_TEST(lost.may_have_arrived);
    BOOST_TEST(server.connections() == 2);
}

BOOST_AUTO_TEST_CASE(a_first_connection_that_fails_is_not_repeated) {
    scripted_server server(io, {{read_request(), close()}, {read_request(), send(answer(200))}});
    net::http_client client(io, url(server));
    auto const lost = ask(client, a_put());
    BOOST_TEST((lost.transport.code == ta::errc::connection_lost));
    BOOST_TEST(lost.may_have_arrived);
    BOOST_TEST(server.connections() == 1);
}

BOOST_AUTO_TEST_CASE(once_the_answer_has_begun_nothing_is_repeated) {
    scripted_server server(io,
                           {{read_request(), send(answer(200)), read_request(), send("HTTP/1.1 2"), reset()},
                            {read_request(), send(answer(200))}});
    net::http_client client(io, url(server));
    BOOST_TEST(ask(client, a_put()).status == 200);
    auto const lost = ask(client, a_put());
    BOOST_TEST(lost.status == 0);
    BOOST_TEST(bool(lost.transport.code));
    BOOST_TEST(lost.may_have_arrived);
    BOOST_TEST(server.connections() == 1);
}

BOOST_AUTO_TEST_CASE(what_may_have_arrived_stays_so_when_the_repetition_cannot_connect) {
    scripted_server server(io,
                           {{read_request(), send(answer(200)), read_request(), stop_listening(), reset()}});
    net::http_client client(io, url(server));
    BOOST_TEST(ask(client, a_put()).status == 200);
    auto const lost = ask(client, a_put());
    BOOST_TEST((lost.transport.code == boost::system::errc::connection_refused));
    BOOST_TEST(lost.may_have_arrived);
    BOOST_TEST(server.connections() == 1);
}

BOOST_AUTO_TEST_CASE(a_post_never_uses_a_kept_connection_and_is_never_repeated) {
    scripted_server server(io, {{read_request(), send(answer(200)), hold()}, {read_request(), close()}});
    net::http_client client(io, url(server));
    BOOST_TEST(ask(client, a_put()).status == 200);
    auto post = a_put();
    post.method = "POST";
    auto const lost = ask(client, post);
    BOOST_TEST((lost.transport.code == ta::errc::connection_lost));
    BOOST_TEST(server.connections() == 2);
    BOOST_TEST(server.requests().size() == 2U);
}

BOOST_AUTO_TEST_CASE(a_silent_server_times_out_at_the_deadline) {
    scripted_server server(io, {{read_request(), hold()}});
    net::http_client client(io, url(server));
    auto const started = ta::steady_clock::now();
    auto const late = ask(client, a_put(), 100ms);
    auto const took = ta::steady_clock::now() - started;
    BOOST_TEST((late.transport.code == ta::errc::timed_out));
    BOOST_TEST(late.may_have_arrived);
    BOOST_TEST((took >= 100ms && took < 5s));
    BOOST_TEST(!client.is_open());
}

BOOST_AUTO_TEST_CASE(the_request_limit_holds_where_the_caller_gives_none) {
    scripted_server server(io, {{read_request(), hold()}});
    net::http_limits limits;
    limits.request = 100ms;
    net::http_client client(io, url(server), limits);
    auto const late = run(io, client.request(a_put()));
    BOOST_TEST((late.transport.code == ta::errc::timed_out));
}

BOOST_AUTO_TEST_CASE(a_refused_connection_says_so_and_nothing_has_arrived) {
    ta::asio::io_context other(1);
    ta::asio::ip::tcp::acceptor free_port(other, {ta::asio::ip::address_v4::loopback(), 0});
    auto const port = free_port.local_endpoint().port();
    free_port.close();
    net::http_client client(io, net::parse_base_url("http://127.0.0.1:" + std::to_string(port)).value());
    auto const failed = ask(client, a_put());
    BOOST_TEST((failed.transport.code == boost::system::errc::connection_refused));
    BOOST_TEST(failed.transport.text.find("cannot connect to http://127.0.0.1:") != std::string::npos);
    BOOST_TEST(!failed.may_have_arrived);
}

BOOST_AUTO_TEST_CASE(localhost_tries_each_loopback_address) {
    scripted_server server(io, {{read_request(), send(answer(200))}});  // listens on 127.0.0.1 only
    net::http_client client(io,
                            net::parse_base_url("http://localhost:" + std::to_string(server.port())).value());
    BOOST_TEST(ask(client, a_put()).status == 200);
    BOOST_REQUIRE(server.requests().size() == 1U);
    BOOST_TEST(server.requests()[0].find("Host: localhost:") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(an_idle_connection_is_closed_by_the_agent) {
    scripted_server server(io, {{read_request(), send(answer(200)), hold()}});
    net::http_limits limits;
    limits.idle = 30ms;
    net::http_client client(io, url(server), limits);
    BOOST_TEST(ask(client, a_put()).status == 200);
    BOOST_TEST(client.is_open());
    auto const until = ta::steady_clock::now() + 5s;
    while (server.closed_by_peer() == 0 && ta::steady_clock::now() < until)
        run_for(10ms);
    BOOST_TEST(server.closed_by_peer() == 1);
    BOOST_TEST(!client.is_open());
}

BOOST_AUTO_TEST_CASE(connection_close_is_respected) {
    scripted_server server(io, {{read_request(), send(answer(200, "", "Connection: close\r\n")), hold()},
                                {read_request(), send(answer(200))}});
    net::http_client client(io, url(server));
    BOOST_TEST(ask(client, a_put()).status == 200);
    BOOST_TEST(!client.is_open());
    BOOST_TEST(ask(client, a_put()).status == 200);
    BOOST_TEST(server.connections() == 2);
}

BOOST_AUTO_TEST_CASE(the_head_decides_about_a_report_whatever_becomes_of_its_body) {
    scripted_server server(
        io, {{read_request(), send("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\npart"), reset()},
             {read_request(), send("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\npart"), hold()}});
    net::http_limits limits;
    limits.discarded_body = 50ms;
    net::http_client client(io, url(server), limits);
    BOOST_TEST(ask(client, a_put()).status == 200);
    auto const stuck = ask(client, a_put());
    BOOST_TEST(stuck.status == 200);
    BOOST_TEST(!stuck.transport.code);
    BOOST_TEST(!client.is_open());
}

BOOST_AUTO_TEST_CASE(a_read_needs_its_whole_body) {
    scripted_server server(
        io, {{read_request(), send("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\npart"), close()}});
    net::http_client client(io, url(server));
    auto const cut = ask(client, a_get());
    BOOST_TEST(cut.status == 0);
    BOOST_TEST((cut.transport.code == ta::errc::connection_lost));
}

BOOST_AUTO_TEST_CASE(a_read_that_is_too_large_says_so) {
    scripted_server server(io, {{read_request(), send(answer(200, std::string(5000, 'x'))), hold()}});
    net::http_client client(io, url(server));
    auto const large = ask(client, a_get(1000));
    BOOST_TEST((large.transport.code == ta::errc::answer_too_large));
    BOOST_TEST(!client.is_open());
}

BOOST_AUTO_TEST_CASE(a_report_of_a_megabyte_goes_out_whole) {
    scripted_server server(io, {{read_request(), send(answer(200)), hold()}});
    net::http_client client(io, url(server));
    BOOST_TEST(ask(client, a_put(std::string(1 << 20, 'x'))).status == 200);
    BOOST_TEST(server.requests().at(0).size() > std::size_t{1 << 20});
}

BOOST_AUTO_TEST_CASE(redirects_are_answers_and_retry_after_is_told) {
    scripted_server server(io, {{read_request(), send(answer(307, "", "Location: http://elsewhere/\r\n")),
                                 read_request(), send(answer(503, "", "Retry-After: 3\r\n")), hold()}});
    net::http_client client(io, url(server));
    BOOST_TEST(ask(client, a_put()).status == 307);
    auto const busy = ask(client, a_put());
    BOOST_TEST(busy.status == 503);
    BOOST_TEST((busy.retry_after == 3s));
    BOOST_TEST(server.connections() == 1);
}

BOOST_AUTO_TEST_CASE(requests_made_at_once_take_turns_in_order) {
    scripted_server server(io, {{read_request(), wait(20ms), send(answer(201)), read_request(),
                                 send(answer(202)), read_request(), send(answer(203)), hold()}});
    net::http_client client(io, url(server));
    std::vector<int> order;
    auto const keep = [&](std::exception_ptr, net::http_answer a) { order.push_back(a.status); };
    for (int i = 0; i < 3; ++i)
        ta::asio::co_spawn(io, client.request(a_put()), keep);
    auto const until = ta::steady_clock::now() + 5s;
    while (order.size() < 3 && ta::steady_clock::now() < until)
        run_for(5ms);
    BOOST_TEST((order == std::vector<int>{201, 202, 203}));
    BOOST_TEST(server.connections() == 1);
}

BOOST_AUTO_TEST_CASE(waiting_for_a_turn_counts_in_the_time) {
    scripted_server server(io, {{read_request(), hold()}});
    net::http_client client(io, url(server));
    std::vector<ta::error> errors;
    auto const keep = [&](std::exception_ptr, net::http_answer a) { errors.push_back(a.transport); };
    auto const now = ta::steady_clock::now();
    ta::asio::co_spawn(io, client.request(a_put(), now + 300ms), keep);
    ta::asio::co_spawn(io, client.request(a_put(), now + 50ms), keep);
    auto const until = now + 5s;
    while (errors.size() < 2 && ta::steady_clock::now() < until)
        run_for(5ms);
    BOOST_REQUIRE(errors.size() == 2U);
    BOOST_TEST((errors[0].code == ta::errc::timed_out));
    BOOST_TEST(errors[0].text.find("behind another request") != std::string::npos);
    BOOST_TEST((errors[1].code == ta::errc::timed_out));
    BOOST_TEST(server.requests().size() == 1U);
}

BOOST_AUTO_TEST_CASE(closing_ends_what_is_under_way_and_a_later_request_opens_anew) {
    scripted_server server(io, {{read_request(), hold()}, {read_request(), send(answer(200))}});
    net::http_client client(io, url(server));
    ta::asio::steady_timer soon(io, 30ms);
    soon.async_wait([&](boost::system::error_code) { client.close(); });
    auto const ended = ask(client, a_put());
    BOOST_TEST((ended.transport.code == ta::errc::connection_lost));
    BOOST_TEST(ended.may_have_arrived);
    BOOST_TEST(!client.is_open());
    BOOST_TEST(ask(client, a_put()).status == 200);
}

BOOST_AUTO_TEST_CASE(a_unix_socket_serves_as_well) {
    std::string dir = (std::filesystem::temp_directory_path() / "ta-net-XXXXXX").string();
    BOOST_REQUIRE(::mkdtemp(dir.data()) != nullptr);
    std::string const path = dir + "/s";
    scripted_server server(
        io, path, {{read_request(), send(answer(200, "hi")), read_request(), send(answer(200)), hold()}});
    net::http_client client(io, net::parse_base_url("unix://" + path).value());
    BOOST_TEST(ask(client, a_put()).body == "hi");
    BOOST_TEST(ask(client, a_put()).status == 200);
    BOOST_TEST(server.connections() == 1);
    BOOST_TEST(server.requests().at(0).find("Host: localhost\r\n") != std::string::npos);
    std::filesystem::remove_all(dir);
    net::http_client nobody(io, net::parse_base_url("unix://" + path).value());
    BOOST_TEST((ask(nobody, a_put()).transport.code == boost::system::errc::no_such_file_or_directory));
}

BOOST_AUTO_TEST_CASE(an_io_context_may_end_before_its_requests_do) {
    for (int steps = 0; steps < 12; ++steps) {
        auto own = std::make_unique<ta::asio::io_context>(1);
        scripted_server server(*own, {{read_request(), hold()}});
        auto client = std::make_unique<net::http_client>(*own, url(server));
        ta::asio::co_spawn(*own, client->request(a_put()), ta::asio::detached);
        ta::asio::co_spawn(*own, client->request(a_put()), ta::asio::detached);
        for (int i = 0; i < steps; ++i)
            own->run_one_for(2ms);
        client.reset();
        own.reset();
    }
}

BOOST_AUTO_TEST_SUITE_END()

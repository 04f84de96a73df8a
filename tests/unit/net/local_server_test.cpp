#include "task_agent/net/local_server.hpp"

#include "support/run_awaitable.hpp"
#include "support/temp_dir.hpp"
#include "task_agent/net/http_client.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/test/unit_test.hpp>

#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include <cstring>

namespace ta = task_agent;
namespace net = ta::net;
using namespace std::chrono_literals;

namespace {

struct fixture {
    ::support::temp_dir folder;
    std::string const path = folder / "agent.sock";
    ta::asio::io_context io{1};
    std::vector<net::local_request> asked;
    net::local_server server{
        io, net::listen_at(path, ::geteuid()).value(), {}, [this](net::local_request const& request) {
            asked.push_back(request);
            net::local_answer answer;
            answer.status = request.body.empty() ? 204 : 200;
            answer.body =
                request.body.empty() ? "" : R"({"bytes":)" + std::to_string(request.body.size()) + "}";
            return answer;
        }};

    fixture() { ta::asio::co_spawn(io, server.run(), ta::asio::detached); }
    ~fixture() { server.close(); }

    net::http_answer ask(std::string const& method, std::string body) {
        net::base_url to;
        to.scheme = net::base_url::scheme_kind::unix_socket;
        to.socket_path = path;
        net::http_client client(io, to);
        net::http_request request;
        request.method = method;
        request.target = "/v1/x?y=1";
        request.body = std::move(body);
        auto answer = ta::support::run(io, client.request(std::move(request)));
        client.close();
        return answer;
    }
    // A peer that says this and waits for the end of the connection; what it was told.
    std::string say(std::string const& bytes) {
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        std::memcpy(address.sun_path, path.data(), path.size());
        ta::unique_fd const peer(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0));
        BOOST_REQUIRE(::connect(peer.get(), reinterpret_cast<sockaddr const*>(&address), sizeof address) ==
                      0);
        BOOST_REQUIRE(::write(peer.get(), bytes.data(), bytes.size()) == static_cast<ssize_t>(bytes.size()));
        std::string told;
        auto const until = ta::steady_clock::now() + 10s;
        while (ta::steady_clock::now() < until) {
            io.run_for(5ms);
            char buffer[4096];
            auto const n = ::read(peer.get(), buffer, sizeof buffer);
            if (n == 0) return told;
            if (n > 0) told.append(buffer, static_cast<std::size_t>(n));
        }
        return told + " and never closed";
    }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(local_server_tests, fixture)

BOOST_AUTO_TEST_CASE(the_socket_is_its_owners_alone) {
    struct stat facts {};
    BOOST_REQUIRE(::stat(path.c_str(), &facts) == 0);
    BOOST_TEST((facts.st_mode & 0777) == 0600U);
    BOOST_TEST(net::listen_at(path, ::geteuid()).has_error(), "what is there is not taken over");
    BOOST_TEST(net::listen_at("/no/such/folder/s", ::geteuid()).error().text.find("/no/such/folder/s") !=
               std::string::npos);
    BOOST_TEST(net::listen_at(std::string(200, 'x'), ::geteuid()).has_error());
}

BOOST_AUTO_TEST_CASE(requests_are_answered_one_a_connection) {
    BOOST_TEST(ask("GET", "").status == 204);
    auto const large = ask("POST", std::string(1 << 20, 'x'));
    BOOST_TEST(large.status == 200);
    BOOST_TEST(large.body == R"({"bytes":1048576})");
    BOOST_REQUIRE(asked.size() == 2U);
    BOOST_TEST(asked[0].method == "GET");
    BOOST_TEST(asked[1].target == "/v1/x?y=1");
}

BOOST_AUTO_TEST_CASE(a_body_beyond_the_limit_is_413_and_not_kept) {
    auto const told = say("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 99999999\r\n\r\nthe beginning");
    BOOST_TEST(told.starts_with("HTTP/1.1 413 "));
    BOOST_TEST(asked.empty());
}

BOOST_AUTO_TEST_CASE(what_is_no_http_is_dropped) {
    BOOST_TEST(say("hello\r\n\r\n") == "");
    BOOST_TEST(asked.empty());
    BOOST_TEST(ask("GET", "").status == 204);
}

BOOST_AUTO_TEST_CASE(a_peer_that_dawdles_is_dropped_after_five_seconds) {
    auto const began = ta::steady_clock::now();
    BOOST_TEST(say("GET / HTTP/1.1\r\n") == "");
    BOOST_TEST((ta::steady_clock::now() - began >= 4900ms));
}

BOOST_AUTO_TEST_SUITE_END()

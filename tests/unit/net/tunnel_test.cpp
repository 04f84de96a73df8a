// https through a proxy's tunnel, against a real `openssl s_server` behind it.
#include "support/certificates.hpp"
#include "support/relay.hpp"
#include "support/run_awaitable.hpp"
#include "support/temp_dir.hpp"
#include "support/tls_server.hpp"
#include "task_agent/net/http_client.hpp"
#include "task_agent/net/tls_context.hpp"

#include <boost/test/unit_test.hpp>

namespace ta = task_agent;
namespace net = ta::net;
using ta::support::relay;

namespace {

struct tunnel_fixture {
    ta::asio::io_context io{1};
    support::temp_dir dir;
    net::tls_options options;

    tunnel_fixture() {
        support::make_certificate(dir.path(), "ca",
                                  {.common_name = "Test CA", .alternative_names = "", .is_authority = true});
        // the name is known to the certificate and the proxy only: who looks it up fails
        support::make_certificate(dir.path(), "server",
                                  {.alternative_names = "DNS:jobs.invalid", .issuer = "ca"});
        options.ca_file = dir / "ca.pem";
    }
    net::http_answer ask(std::string const& proxy) {
        auto const url = net::parse_base_url("https://jobs.invalid:8443").value();
        ta::environment const env({"https_proxy=" + proxy});
        net::transport via{std::make_shared<net::tls_context>(options), net::choose_proxy(url, env).proxy};
        net::http_client client(io, url, {}, std::move(via));
        net::http_request request;
        request.method = "GET";
        request.target = "/";
        request.rule = net::body_rule::refuse_excess;
        return ta::support::run(io, client.request(request));
    }
};

bool has(std::string const& text, std::string_view part) {
    return text.find(part) != text.npos;
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(tunnel_tests, tunnel_fixture)

BOOST_AUTO_TEST_CASE(the_server_is_reached_and_verified_by_its_own_name) {
    support::tls_server server(dir.path(), "server");
    relay proxy(io, server.port());
    auto const got = ask("http://" + proxy.host_and_port());
    BOOST_TEST(got.status == 200, got.transport.text);
    BOOST_REQUIRE(proxy.requests().size() == 1U);
    BOOST_TEST(proxy.requests()[0] ==
               "CONNECT jobs.invalid:8443 HTTP/1.1\r\nHost: jobs.invalid:8443\r\n\r\n");
}

BOOST_AUTO_TEST_CASE(the_proxys_user_is_told_to_the_proxy_and_nobody_else) {
    support::tls_server server(dir.path(), "server");
    relay proxy(io, server.port());
    auto const got = ask("http://user:p%40ss@" + proxy.host_and_port());
    BOOST_TEST(got.status == 200, got.transport.text);
    BOOST_REQUIRE(proxy.requests().size() == 1U);
    BOOST_TEST(has(proxy.requests()[0], "\r\nProxy-Authorization: Basic dXNlcjpwQHNz\r\n"));
}

BOOST_AUTO_TEST_CASE(a_server_that_is_another_is_refused_through_the_tunnel_too) {
    support::make_certificate(dir.path(), "other", {.alternative_names = "IP:127.0.0.1", .issuer = "ca"});
    support::tls_server server(dir.path(), "other");
    relay proxy(io, server.port());
    auto const got = ask("http://user:secret@" + proxy.host_and_port());
    BOOST_TEST((got.transport.code == ta::errc::tls_failed));
    BOOST_TEST(
        has(got.transport.text, "cannot connect to https://jobs.invalid:8443 through the proxy http://127."),
        got.transport.text);
    BOOST_TEST(has(got.transport.text, "not for jobs.invalid but for 127.0.0.1"), got.transport.text);
    BOOST_TEST(!has(got.transport.text, "secret"));
}

BOOST_AUTO_TEST_CASE(a_proxy_that_refuses_is_told_with_its_status) {
    support::tls_server server(dir.path(), "server");
    relay closed(io, server.port(), "HTTP/1.1 403 no\r\nContent-Length: 0\r\n\r\n");
    auto const refused = ask("http://" + closed.host_and_port());
    BOOST_TEST(has(refused.transport.text, "the proxy refuses (HTTP 403)"), refused.transport.text);
    BOOST_TEST(!refused.may_have_arrived);
    relay locked(io, server.port(), "HTTP/1.1 407 who\r\nContent-Length: 0\r\n\r\n");
    auto const unknown = ask("http://user:secret@" + locked.host_and_port());
    BOOST_TEST(has(unknown.transport.text, "HTTP 407"), unknown.transport.text);
    BOOST_TEST(has(unknown.transport.text, "user name and a password"), unknown.transport.text);
    BOOST_TEST(!has(unknown.transport.text, "secret"));
}

BOOST_AUTO_TEST_CASE(a_proxy_may_speak_tls_itself) {
    support::make_certificate(dir.path(), "proxy", {.alternative_names = "IP:127.0.0.1", .issuer = "ca"});
    // its -www answers no CONNECT: that it was verified and asked is what shows
    support::tls_server proxy(dir.path(), "proxy");
    options.ca_file = dir / "server.pem";
    auto const stranger = ask(proxy.url());
    BOOST_TEST((stranger.transport.code == ta::errc::tls_failed));
    BOOST_TEST(has(stranger.transport.text, "the certificate of 127.0.0.1"), stranger.transport.text);
}

BOOST_AUTO_TEST_SUITE_END()

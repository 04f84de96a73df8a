// Which proxy is chosen, as a table; and what a plain request looks like to one.
#include "task_agent/net/proxy.hpp"

#include "support/run_awaitable.hpp"
#include "support/scripted_server.hpp"
#include "task_agent/net/http_client.hpp"

#include <boost/test/unit_test.hpp>

namespace ta = task_agent;
namespace net = ta::net;

namespace {

net::proxy_choice chosen(char const* url, std::vector<std::string> variables) {
    return net::choose_proxy(net::parse_base_url(url).value(), ta::environment(std::move(variables)));
}

std::string proxy_for(char const* url, std::vector<std::string> variables) {
    auto const choice = chosen(url, std::move(variables));
    BOOST_TEST(choice.warning == "");
    return choice.proxy ? choice.proxy->url.text() : "none";
}

bool has(std::string const& text, std::string_view part) {
    return text.find(part) != text.npos;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(proxy_tests)

BOOST_AUTO_TEST_CASE(each_scheme_has_its_variables_and_their_order) {
    struct row {
        char const* url;
        std::vector<std::string> variables;
        char const* proxy;
    };
    row const rows[] = {
        {"http://jobs", {}, "none"},
        {"http://jobs", {"http_proxy=http://p:3128"}, "http://p:3128"},
        {"http://jobs", {"HTTP_PROXY=http://p:3128"}, "none"},  // a CGI server makes it of a header
        {"http://jobs", {"https_proxy=http://p:3128"}, "none"},
        {"http://jobs", {"all_proxy=http://p:3128"}, "http://p:3128"},
        {"http://jobs", {"ALL_PROXY=http://p:3128"}, "http://p:3128"},
        {"http://jobs", {"ALL_PROXY=http://c", "all_proxy=http://b", "http_proxy=http://a"}, "http://a"},
        {"http://jobs", {"ALL_PROXY=http://c", "all_proxy=http://b"}, "http://b"},
        {"http://jobs", {"http_proxy=", "ALL_PROXY=http://c"}, "http://c"},
        {"https://jobs", {"https_proxy=http://p:3128"}, "http://p:3128"},
        {"https://jobs", {"HTTPS_PROXY=http://p:3128"}, "http://p:3128"},
        {"https://jobs", {"HTTPS_PROXY=http://b", "https_proxy=http://a"}, "http://a"},
        {"https://jobs", {"http_proxy=http://p:3128"}, "none"},
        {"https://jobs", {"ALL_PROXY=http://p:3128"}, "http://p:3128"},
        {"https://jobs", {"https_proxy=p:3128"}, "http://p:3128"},
        {"https://jobs", {"https_proxy=p"}, "http://p"},
        {"https://jobs", {"https_proxy=HTTPS://p:3128/"}, "https://p:3128"},
        {"https://jobs", {"https_proxy=http://[fd00::1]:3128"}, "http://[fd00::1]:3128"},
        {"unix:///run/jobs.sock", {"http_proxy=http://p", "all_proxy=http://p"}, "none"},
    };
    for (auto const& row : rows) {
        BOOST_TEST_CONTEXT(row.url << ' ' << (row.variables.empty() ? "" : row.variables.front()))
        BOOST_TEST(proxy_for(row.url, row.variables) == row.proxy);
    }
}

BOOST_AUTO_TEST_CASE(loopback_never_goes_through_a_proxy) {
    for (char const* url :
         {"http://localhost:80", "http://localhost.", "http://LOCALHOST", "http://a.localhost",
          "http://127.0.0.1", "http://127.8.9.1", "http://[::1]", "http://[::ffff:127.0.0.1]"}) {
        BOOST_TEST_CONTEXT(url)
        BOOST_TEST(proxy_for(url, {"all_proxy=http://p", "no_proxy=x"}) == "none");
    }
    for (char const* url :
         {"http://nolocalhost", "http://localhost.test", "http://128.0.0.1", "http://[::2]"}) {
        BOOST_TEST_CONTEXT(url)
        BOOST_TEST(proxy_for(url, {"all_proxy=http://p"}) == "http://p");
    }
}

BOOST_AUTO_TEST_CASE(no_proxy_is_read_as_curl_reads_it) {
    struct row {
        char const* url;
        char const* exempt;
        bool is_exempt;
    };
    row const rows[] = {
        {"http://jobs.example.com", "*", true},
        {"http://jobs.example.com", "*,a", false},  // the star counts alone
        {"http://jobs.example.com", "example.com", true},
        {"http://jobs.example.com", ".example.com", true},
        {"http://jobs.example.com", "example.com.", true},
        {"http://jobs.example.com.", "example.com", true},
        {"http://JOBS.example.com", "jobs.EXAMPLE.com", true},
        {"http://example.com", ".example.com", true},
        {"http://badexample.com", "example.com", false},
        {"http://example.com", "jobs.example.com", false},
        {"http://example.com.evil.test", "example.com", false},
        {"http://jobs.example.com", "a, b\tc,,example.com", true},
        {"http://jobs.example.com", "a b", false},
        {"http://jobs.example.com", ",", false},
        {"http://jobs.example.com", ".", false},
        {"http://10.1.2.3", "10.1.2.3", true},
        {"http://10.1.2.3", "10.1.2.4", false},
        {"http://10.1.2.3", "1.2.3", false},  // no suffix of an address
        {"http://10.1.2.3", "10.0.0.0/8", true},
        {"http://10.1.2.3", "10.1.0.0/16,x", true},
        {"http://10.1.2.3", "10.2.0.0/16", false},
        {"http://10.1.2.3", "10.1.2.0/30", true},
        {"http://10.1.2.4", "10.1.2.0/30", false},
        {"http://10.1.2.3", "0.0.0.0/0", true},
        {"http://10.1.2.3", "10.0.0.0/33", false},
        {"http://10.1.2.3", "10.0.0.0/", false},
        {"http://10.1.2.3", "10.0.0.0/8x", false},
        {"http://[fd00::5]", "fd00::/8", true},
        {"http://[fd00::5]", "[fd00::5]", true},
        {"http://[fd00::5]", "fe00::/8", false},
        {"http://[fd00::5]", "10.0.0.0/0", false},
        {"http://jobs", "10.0.0.0/8", false},
    };
    for (auto const& row : rows) {
        BOOST_TEST_CONTEXT(row.url << " no_proxy=" << row.exempt)
        for (std::string const name : {"no_proxy=", "NO_PROXY="})
            BOOST_TEST((proxy_for(row.url, {"all_proxy=http://p", name + row.exempt}) == "none") ==
                       row.is_exempt);
    }
    BOOST_TEST(proxy_for("http://a", {"all_proxy=http://p", "NO_PROXY=a", "no_proxy=b"}) == "http://p");
}

BOOST_AUTO_TEST_CASE(a_malformed_variable_is_one_warning_and_no_proxy) {
    for (char const* value : {"socks5://user:secret@p:1080", "http://user:secret@", "http://user:secret@p:0",
                              "http://user:secret%4@p", "http://user:secret%zz@p",
                              "http://user:secret@p:port", "user:secret@p p", "http://"}) {
        auto const choice = chosen("http://jobs", {std::string("http_proxy=") + value, "all_proxy=http://q"});
        BOOST_TEST_CONTEXT(value) {
            BOOST_TEST(!choice.proxy);
            BOOST_TEST(choice.warning.starts_with("http_proxy (environment) is ignored, no proxy is used: "));
            BOOST_TEST(!has(choice.warning, "secret"));
            BOOST_TEST(!has(choice.warning, "\n"));
        }
    }
    // one that nobody asks for is nobody's concern
    BOOST_TEST(chosen("https://jobs", {"http_proxy=socks5://p"}).warning == "");
    BOOST_TEST(chosen("http://127.0.0.1", {"http_proxy=socks5://p"}).warning == "");
}

BOOST_AUTO_TEST_CASE(user_information_becomes_basic_authorization_and_leaves_the_url) {
    auto const with = [](std::string const& value) {
        auto choice = chosen("http://jobs", {"http_proxy=" + value});
        return std::move(choice.proxy.value());
    };
    BOOST_TEST(with("http://user:pass@p:3128").authorization == "Basic dXNlcjpwYXNz");
    BOOST_TEST(with("http://user:pass@p:3128").url.text() == "http://p:3128");
    BOOST_TEST(with("user:p%40%3A%25@p").authorization == "Basic dXNlcjpwQDol");
    BOOST_TEST(with("http://us@er:x@p").authorization == "Basic dXNAZXI6eA==");
    BOOST_TEST(with("http://user@p").authorization == "Basic dXNlcjo=");
    BOOST_TEST(with("http://p").authorization == "");
}

BOOST_AUTO_TEST_CASE(a_plain_request_goes_to_the_proxy_with_the_whole_url) {
    using namespace ta::support;
    ta::asio::io_context io(1);
    scripted_server proxy(io,
                          {{read_request(), send(answer(200)), read_request(), send(answer(201)), hold()}});
    // no such host: only the proxy can know it
    auto const url = net::parse_base_url("http://jobs.invalid:8000/base").value();
    ta::environment const env({"http_proxy=http://u:p@127.0.0.1:" + std::to_string(proxy.port())});
    net::http_client client(io, url, {}, net::transport{nullptr, net::choose_proxy(url, env).proxy});
    net::http_request request;
    request.method = "PUT";
    request.target = "/x?y=1";
    request.body = "{}";
    BOOST_TEST(run(io, client.request(request)).status == 200);
    BOOST_TEST(run(io, client.request(request)).status == 201);
    BOOST_TEST(proxy.connections() == 1);
    BOOST_REQUIRE(proxy.requests().size() == 2U);
    BOOST_TEST(proxy.requests()[0].starts_with(
        "PUT http://jobs.invalid:8000/base/x?y=1 HTTP/1.1\r\nHost: jobs.invalid:8000\r\n"));
    BOOST_TEST(has(proxy.requests()[0], "\r\nProxy-Authorization: Basic dTpw\r\n"));
}

BOOST_AUTO_TEST_CASE(a_proxy_that_is_away_is_named_without_its_password) {
    ta::asio::io_context io(1);
    ta::asio::ip::tcp::acceptor free_port(io, {ta::asio::ip::address_v4::loopback(), 0});
    auto const port = std::to_string(free_port.local_endpoint().port());
    free_port.close();
    auto const url = net::parse_base_url("http://jobs.invalid").value();
    ta::environment const env({"http_proxy=http://user:secret@127.0.0.1:" + port});
    net::http_client client(io, url, {}, net::transport{nullptr, net::choose_proxy(url, env).proxy});
    net::http_request request;
    request.method = "GET";
    request.target = "/";
    auto const failed = ta::support::run(io, client.request(request));
    BOOST_TEST(failed.transport.text ==
               "cannot connect to http://jobs.invalid through the proxy http://127.0.0.1:" + port +
                   ": Connection refused");
}

BOOST_AUTO_TEST_SUITE_END()

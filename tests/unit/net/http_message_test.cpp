#include "task_agent/net/http_message.hpp"

#include "task_agent/core/version.hpp"

#include <boost/test/unit_test.hpp>

namespace ta = task_agent;
namespace net = ta::net;

BOOST_AUTO_TEST_SUITE(http_message_tests)

BOOST_AUTO_TEST_CASE(a_request_with_a_body_says_its_length_and_kind) {
    net::http_request request;
    request.method = "PUT";
    request.target = "/apis/x";
    request.headers = {{"X-NMP-Internal", "true"}};
    request.body = "{\"a\":1}";
    auto const bytes = net::serialised(request, net::parse_base_url("http://h:81/base").value()).value();
    BOOST_TEST(
        bytes ==
        std::string("PUT /base/apis/x HTTP/1.1\r\nHost: h:81\r\nUser-Agent: task-agent/") + ta::version +
            "\r\nAccept: application/json\r\nX-NMP-Internal: true\r\nContent-Type: application/json\r\n"
            "Content-Length: 7\r\n\r\n{\"a\":1}");
}

BOOST_AUTO_TEST_CASE(a_get_has_no_length_and_an_empty_post_has_one) {
    net::http_request request;
    request.method = "GET";
    request.target = "/";
    auto const url = net::parse_base_url("unix:///s").value();
    BOOST_TEST(net::serialised(request, url)->find("Content-") == std::string::npos);
    request.method = "POST";
    BOOST_TEST(net::serialised(request, url)->find("Content-Length: 0\r\n\r\n") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(nothing_can_be_smuggled_into_a_head) {
    auto const url = net::parse_base_url("http://h").value();
    net::http_request request;
    request.method = "GET";
    request.target = "/a\r\nX: y";
    BOOST_TEST((net::serialised(request, url).error().code == ta::errc::bad_input));
    request.target = "/a b";
    BOOST_TEST(net::serialised(request, url).has_error());
    request.target = "/a";
    request.headers = {{"X-Id", "a\nb"}};
    auto const refused = net::serialised(request, url);
    BOOST_REQUIRE(refused.has_error());
    BOOST_TEST(refused.error().text.find("X-Id") != std::string::npos);
    request.headers = {{"X Id", "a"}};
    BOOST_TEST(net::serialised(request, url).has_error());
}

BOOST_AUTO_TEST_SUITE_END()

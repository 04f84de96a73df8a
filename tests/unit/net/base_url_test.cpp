#include "task_agent/net/base_url.hpp"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

namespace ta = task_agent;
using ta::net::parse_base_url;
using scheme = ta::net::base_url::scheme_kind;

BOOST_AUTO_TEST_SUITE(base_url_tests)

BOOST_AUTO_TEST_CASE(host_port_and_path_are_told_apart) {
    auto const url = parse_base_url("http://jobs.example:8080/base/v1/").value();
    BOOST_TEST((url.scheme == scheme::http));
    BOOST_TEST(url.host == "jobs.example");
    BOOST_TEST(url.port == 8080);
    BOOST_TEST(url.path == "/base/v1");
    BOOST_TEST(url.host_header() == "jobs.example:8080");
    BOOST_TEST(url.text() == "http://jobs.example:8080/base/v1");
}

BOOST_AUTO_TEST_CASE(the_schemes_own_port_is_not_shown) {
    BOOST_TEST(parse_base_url("http://h/")->host_header() == "h");
    BOOST_TEST(parse_base_url("http://h:80")->host_header() == "h");
    BOOST_TEST(parse_base_url("HTTPS://h")->port == 443);
    BOOST_TEST(parse_base_url("https://h:80")->host_header() == "h:80");
    BOOST_TEST(parse_base_url("http://h:")->port == 80);
}

BOOST_AUTO_TEST_CASE(an_ipv6_address_loses_its_brackets_and_gets_them_back) {
    auto const url = parse_base_url("http://[2001:db8::1]:8080").value();
    BOOST_TEST(url.host == "2001:db8::1");
    BOOST_TEST(url.host_header() == "[2001:db8::1]:8080");
}

BOOST_AUTO_TEST_CASE(a_unix_socket_is_an_absolute_path) {
    auto const url = parse_base_url("unix:///run/a%20b.sock").value();
    BOOST_TEST((url.scheme == scheme::unix_socket));
    BOOST_TEST(url.socket_path == "/run/a b.sock");
    BOOST_TEST(url.host_header() == "localhost");
    BOOST_TEST(parse_base_url("unix:///" + std::string(106, 'x')).has_value());
    BOOST_TEST(parse_base_url("unix:///" + std::string(107, 'x')).has_error());
}

char const* const refused[] = {"",
                               "jobs.example",
                               "jobs.example:8080",
                               "//h",
                               "/path",
                               "ftp://h",
                               "http:",
                               "http://",
                               "http:///p",
                               "http://:80",
                               "http://user@h",
                               "http://user:secret@h",
                               "http://h?q",
                               "http://h#f",
                               "http://h:0",
                               "http://h:65536",
                               "http://h:99999/x",
                               "http://h:80x",
                               "http://h:+80",
                               "http://h:-1",
                               "http://h:http",
                               "http://a b",
                               "http://[::1",
                               "http://h%00",
                               "http://h%2Fx",
                               "http://h\r\nX: y",
                               "unix://host/path",
                               "unix:///",
                               "unix:relative",
                               "unix:///a%00b",
                               "unix:///p?q"};
BOOST_DATA_TEST_CASE(anything_else_is_refused_with_what_is_allowed, boost::unit_test::data::make(refused),
                     text) {
    auto const url = parse_base_url(text);
    BOOST_REQUIRE(url.has_error());
    BOOST_TEST((url.error().code == ta::errc::bad_input));
    BOOST_TEST(url.error().text.find("allowed are http://") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_refusal_does_not_repeat_a_password) {
    BOOST_TEST(parse_base_url("http://me:hunter2@h").error().text.find("hunter2") == std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()

#include "task_agent/wire/secret_codec.hpp"

#include <boost/test/unit_test.hpp>

namespace ta = task_agent;

BOOST_AUTO_TEST_SUITE(secret_codec_tests)

BOOST_AUTO_TEST_CASE(the_value_is_taken_as_it_is) {
    BOOST_TEST(
        ta::parse_secret_value(R"({"name":"n","workspace":"w","value":"a\n\"b\" \u00e9='x'"})").value() ==
        "a\n\"b\" \xc3\xa9='x'");
    BOOST_TEST(ta::parse_secret_value(R"({"value":""})").value() == "");
    BOOST_TEST(ta::parse_secret_value(R"({"value":"{\"value\":\"x\"}"})").value() == R"({"value":"x"})");
}

BOOST_AUTO_TEST_CASE(an_answer_without_a_value_is_an_error_that_does_not_quote_it) {
    for (auto const* body :
         {"", "<html>s3cretive", "[\"s3cretive\"]", "\"s3cretive\"", "{\"value\":\"s3cretive\"",
          "{\"value\":null}", "{\"value\":3}", "{\"Value\":\"s3cretive\"}",
          "{\"value\":{\"x\":\"s3cretive\"}}", "{\"value\":\"s3cretive\\u0000\"}"}) {
        auto const parsed = ta::parse_secret_value(body);
        BOOST_REQUIRE_MESSAGE(parsed.has_error(), body);
        BOOST_TEST((parsed.error().code == ta::errc::bad_document));
        BOOST_TEST(parsed.error().text.find("s3cretive") == std::string::npos);
        BOOST_TEST(!parsed.error().text.empty());
    }
}

BOOST_AUTO_TEST_SUITE_END()

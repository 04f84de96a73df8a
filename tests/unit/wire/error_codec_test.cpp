#include "task_agent/wire/error_codec.hpp"

#include <boost/test/unit_test.hpp>

namespace ta = task_agent;

BOOST_AUTO_TEST_SUITE(error_codec_tests)

BOOST_AUTO_TEST_CASE(a_text_is_taken_as_it_is_and_anything_else_as_json) {
    BOOST_TEST(ta::parse_error_detail(R"({"detail":"Job not found"})").value() == "Job not found");
    BOOST_TEST(ta::parse_error_detail(R"({"detail":{"a":[1,0.5]}})").value() == R"({"a":[1,0.5]})");
    BOOST_TEST(ta::parse_error_detail(R"({"detail":7})").value() == "7");
    BOOST_TEST(ta::parse_error_detail(R"({"detail":["x"]})").value() == R"(["x"])");
}

// what was sent must not come back into logs, nor be mistaken for the name of a refused field
BOOST_AUTO_TEST_CASE(validation_entries_lose_what_they_echo) {
    BOOST_TEST(
        ta::parse_error_detail(R"({"detail":[{"type":"dict_type","loc":["body","error_details"],"msg":"bad",
        "input":"status_details","ctx":{"a":1},"url":"u"}]})")
            .value() == R"([{"type":"dict_type","loc":["body","error_details"],"msg":"bad"}])");
}

BOOST_AUTO_TEST_CASE(a_body_that_is_not_the_platforms_has_no_detail) {
    for (char const* body : {"", "<html>404</html>", "[]", "null", "\"detail\"", "{}", R"({"detail":null})",
                             R"({"message":"x"})", "{\"detail\":\"x"}) {
        BOOST_TEST(!ta::parse_error_detail(body).has_value(), body);
    }
}

BOOST_AUTO_TEST_CASE(a_long_detail_is_cut_at_a_character) {
    std::string euros;
    for (int i = 0; i < 1000; ++i)
        euros += "\xE2\x82\xAC";
    auto const detail = ta::parse_error_detail("{\"detail\":\"" + euros + "\"}");
    BOOST_TEST(detail.value().size() == 2046U);  // the last multiple of three below 2,048
}

BOOST_AUTO_TEST_SUITE_END()

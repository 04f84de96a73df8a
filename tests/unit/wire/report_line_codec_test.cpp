#include "task_agent/wire/report_line_codec.hpp"

#include <boost/test/unit_test.hpp>

namespace ta = task_agent;

namespace {

std::string value_of(std::string_view line) {
    auto const details = ta::parse_report_line(line);
    if (!details) return "error: " + details.error().text;
    return details->size() == 1 && details->contains("key") ? details->at("key") : "no key";
}

std::string error_of(std::string_view line) {
    auto const details = ta::parse_report_line(line);
    return details ? "taken" : details.error().text;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(report_line_codec_tests)

// contract 8.1: a number or a boolean only if printing it gives the same text
BOOST_AUTO_TEST_CASE(a_value_is_a_number_or_boolean_only_where_it_would_be_printed_the_same) {
    for (auto const* same : {"0", "5", "-17", "9223372036854775807", "0.5", "1.0", "-2.75", "true", "false"})
        BOOST_TEST(value_of(std::string("key=") + same) == same);
    for (auto const* text : {"007", "+5", "1.50", "1e5", "0x10", "-0", "9223372036854775808", "nan", "inf",
                             ".5", "True", "null", "1,5", "5 s"})
        BOOST_TEST(value_of(std::string("key=") + text) == '"' + std::string(text) + '"');
}

BOOST_AUTO_TEST_CASE(text_is_quoted_and_only_the_first_equals_sign_counts) {
    BOOST_TEST(value_of("key=a=b \"c\"") == R"("a=b \"c\"")");
    BOOST_TEST(value_of("key=") == R"("")");
    BOOST_TEST(value_of("  key = spaced out \r") == R"("spaced out")");
    BOOST_TEST(value_of("key=\xff") == "\"\xef\xbf\xbd\"");
}

BOOST_AUTO_TEST_CASE(a_colon_before_the_equals_sign_forces_json) {
    BOOST_TEST(value_of("key:=[1, 2]") == "[1, 2]");
    BOOST_TEST(value_of("key:=\"5\"") == "\"5\"");
    BOOST_TEST(value_of("key:=null") == "null");
    BOOST_TEST(error_of("key:=yes").find("not valid JSON") != std::string::npos, error_of("key:=yes"));
}

BOOST_AUTO_TEST_CASE(an_object_gives_each_of_its_members) {
    auto const details = ta::parse_report_line(R"( {"step": 5, "metrics": {"loss": 0.5}, "note": null} )");
    BOOST_TEST_REQUIRE(bool(details));
    BOOST_TEST(details->size() == 3U);
    BOOST_TEST(details->at("step") == "5");
    BOOST_TEST(details->at("metrics") == R"({"loss":0.5})");
    BOOST_TEST(details->at("note") == "null");
}

BOOST_AUTO_TEST_CASE(a_blank_line_reports_nothing) {
    for (auto const* blank : {"", "  ", "\r", "{}"})
        BOOST_TEST((ta::parse_report_line(blank).value().empty()));
}

BOOST_AUTO_TEST_CASE(what_is_no_report_is_told_in_a_sentence) {
    BOOST_TEST(error_of("hello") == "it is neither a JSON object nor KEY=VALUE");
    BOOST_TEST(error_of("[1]") == "it is neither a JSON object nor KEY=VALUE");
    BOOST_TEST(error_of("=5") == "a key is empty");
    BOOST_TEST(error_of(R"({"": 1})") == "a key is empty");
    BOOST_TEST(error_of("\xff=5") == "a key is not UTF-8");
    BOOST_TEST(error_of("{\"a\":").find("line 1") != std::string::npos, error_of("{\"a\":"));
    BOOST_TEST(error_of(std::string(257, 'k') + "=5") == "a key has 257 bytes; allowed are 256");
    BOOST_TEST(error_of("key=" + std::string(ta::report_limit, 'v')) == "it is longer than 1048576 bytes");
    BOOST_TEST(error_of("key=" + std::string(ta::report_limit - 4, 'v')) == "taken");
}

BOOST_AUTO_TEST_SUITE_END()

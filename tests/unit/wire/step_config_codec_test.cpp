#include "task_agent/wire/step_config_codec.hpp"

#include "support/seed.hpp"

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <boost/test/unit_test.hpp>

namespace ta = task_agent;
namespace json = boost::json;

namespace {

std::string config_in(std::string_view body) {
    auto const parsed = ta::parse_step_config(body);
    BOOST_REQUIRE_MESSAGE(parsed.has_value(), body);
    return *parsed;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(step_config_codec_tests)

BOOST_AUTO_TEST_CASE(the_platforms_own_key_goes_and_the_rest_stays_as_written) {
    BOOST_TEST(config_in(R"({"name":"s","config":{"_step_spec_name":"s","epochs":3},"status":"active"})") ==
               R"({"epochs": 3})");
    BOOST_TEST(config_in(R"({"config":{"a":1,"_step_spec_name":"s"}})") == R"({"a": 1})");
    BOOST_TEST(config_in(R"({"config":{"_step_spec_name":"s"}})") == "{}");
    // only the outermost is the platform's
    BOOST_TEST(config_in(R"({"config":{"a":{"_step_spec_name":"s"}}})") ==
               R"({"a": {"_step_spec_name":"s"}})");
    BOOST_TEST(config_in(R"({"config":{"lr":0.30000000000000004,"seed":123456789012345678901234567890}})") ==
               R"({"lr": 0.30000000000000004, "seed": 123456789012345678901234567890})");
}

BOOST_AUTO_TEST_CASE(brackets_quotes_and_blanks_in_values_end_nothing) {
    BOOST_TEST(
        config_in(
            "{ \"config\" :\n{ \"a\" : \"}\\\",{\\\\\" ,\t\"b\":[ 1, {\"c\":\"]\"} ], \"d\" : null } }") ==
        "{\"a\": \"}\\\",{\\\\\", \"b\": [ 1, {\"c\":\"]\"} ], \"d\": null}");
    BOOST_TEST(config_in(R"({"x":{"config":{"no":1}},"config":{"yes":1}})") == R"({"yes": 1})");
}

BOOST_AUTO_TEST_CASE(a_step_without_a_config_has_an_empty_one) {
    BOOST_TEST(config_in("{}") == "{}");
    BOOST_TEST(config_in(R"({"config":null})") == "{}");
    BOOST_TEST(config_in(R"({"config":{}})") == "{}");
}

BOOST_AUTO_TEST_CASE(what_is_no_step_is_an_error) {
    for (auto const* body : {"", "<html>", "[]", "{\"config\":[]}", "{\"config\":\"x\"}", "{\"config\":{}"}) {
        auto const parsed = ta::parse_step_config(body);
        BOOST_REQUIRE_MESSAGE(parsed.has_error(), body);
        BOOST_TEST((parsed.error().code == ta::errc::bad_document));
    }
}

BOOST_AUTO_TEST_CASE(any_document_comes_out_equal_to_what_went_in) {
    constexpr std::string_view awkward = "\"\\{}[],: \n\tx\x01";
    auto random = support::seeded_engine();
    for (int round = 0; round < 300; ++round) {
        json::object config;
        for (auto members = random() % 5; members > 0; --members) {
            std::string text;
            for (auto length = random() % 8; length > 0; --length)
                text += awkward[random() % awkward.size()];
            json::value value = json::value(text);
            if (random() % 3 == 0) value = json::array{value, json::object{{text, value}}, 1.5, nullptr};
            config[text] = value;
        }
        auto const wanted = json::value(config);
        config["_step_spec_name"] = "s";
        auto const body = json::serialize(json::object{{"name", "s"}, {"config", config}});
        BOOST_TEST((json::parse(config_in(body)) == wanted), body);
    }
}

BOOST_AUTO_TEST_SUITE_END()

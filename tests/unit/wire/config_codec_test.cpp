#include "task_agent/wire/config_codec.hpp"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

namespace ta = task_agent;

BOOST_AUTO_TEST_SUITE(config_codec_tests)

BOOST_AUTO_TEST_CASE(scalars_come_with_their_kind_and_comments_and_trailing_commas_pass) {
    auto const entries = ta::parse_config(R"({
        // how long
        "stop-grace": "12s", /* inline */
        "final-timeout": 60,
        "share": 8.3,
        "mask-console": true,
    })");
    BOOST_REQUIRE(entries.has_value());
    BOOST_REQUIRE(entries->size() == 4U);
    BOOST_TEST((*entries)[0].key == "stop-grace");
    BOOST_TEST((*entries)[0].text == "12s");
    BOOST_TEST(((*entries)[0].kind == ta::config_kind::text));
    BOOST_TEST((*entries)[1].text == "60");
    BOOST_TEST(((*entries)[1].kind == ta::config_kind::number));
    BOOST_TEST((*entries)[2].text == "8.3");
    BOOST_TEST((*entries)[3].text == "true");
    BOOST_TEST(((*entries)[3].kind == ta::config_kind::boolean));
}

BOOST_AUTO_TEST_CASE(an_empty_object_sets_nothing) {
    BOOST_TEST(ta::parse_config(" {} ")->empty());
}

char const* const nested[] = {R"({"ok":1,"bad-key":{}})", R"({"bad-key":[1]})", R"({"bad-key":null})"};
BOOST_DATA_TEST_CASE(a_value_that_is_no_scalar_is_named_by_its_key, boost::unit_test::data::make(nested),
                     text) {
    auto const entries = ta::parse_config(text);
    BOOST_REQUIRE(entries.has_error());
    BOOST_TEST((entries.error().code == ta::errc::bad_input));
    BOOST_TEST(entries.error().text.find("\"bad-key\"") != std::string::npos, entries.error().text);
}

BOOST_AUTO_TEST_CASE(a_syntax_error_is_named_by_its_line) {
    auto const entries = ta::parse_config("{\n\"a\": 1\n\"b\": 2}");
    BOOST_REQUIRE(entries.has_error());
    BOOST_TEST(entries.error().text.find("line 3") != std::string::npos, entries.error().text);
}

BOOST_AUTO_TEST_CASE(what_is_no_object_is_refused) {
    for (char const* text : {"", "[]", "1", "{} x"})
        BOOST_TEST(ta::parse_config(text).has_error(), text);
}

BOOST_AUTO_TEST_SUITE_END()

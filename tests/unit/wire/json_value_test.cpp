#include "task_agent/wire/json_value.hpp"

#include "task_agent/base/utf8.hpp"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <limits>
#include <random>

namespace ta = task_agent;

BOOST_AUTO_TEST_SUITE(json_value_tests)

BOOST_AUTO_TEST_CASE(strings_are_escaped_and_repaired) {
    BOOST_TEST(ta::json_string("a\"b\\c\n\t\r\x01") == R"("a\"b\\c\n\t\r\u0001")");
    BOOST_TEST(ta::json_string("\xE2\x82\xAC") == "\"\xE2\x82\xAC\"");
    BOOST_TEST(ta::json_string("a\xFFz") == "\"a\xEF\xBF\xBDz\"");
    BOOST_TEST(ta::json_string(std::string_view("\0", 1)) == R"("\u0000")");
    BOOST_TEST(ta::json_string("") == R"("")");
}

BOOST_AUTO_TEST_CASE(numbers_keep_their_kind_and_every_digit) {
    BOOST_TEST(ta::json_number(std::numeric_limits<std::int64_t>::min()) == "-9223372036854775808");
    BOOST_TEST(ta::json_number(std::numeric_limits<std::uint64_t>::max()) == "18446744073709551615");
    BOOST_TEST(ta::json_number(0.1) == "0.1");
    BOOST_TEST(ta::json_number(100.0) == "100.0");
    BOOST_TEST(ta::json_number(1e300) == "1e+300");
    BOOST_TEST(ta::json_number(std::numeric_limits<double>::infinity()) == "null");
    BOOST_TEST(ta::json_number(std::numeric_limits<double>::quiet_NaN()) == "null");
    BOOST_TEST(ta::json_bool(true) == "true");
}

BOOST_AUTO_TEST_CASE(members_and_items_stand_in_order_with_their_values_as_they_are) {
    ta::json_object object;
    BOOST_TEST(object.is_empty());
    BOOST_TEST(object.text() == "{}");
    object.add("k\"", "1").add("list", ta::json_array().add("2").add("[3 ]").text());
    BOOST_TEST(!object.is_empty());
    BOOST_TEST(object.text() == R"({"k\"":1,"list":[2,[3 ]]})");
    BOOST_TEST(ta::json_array().text() == "[]");
    BOOST_TEST(ta::encode_details({{"a", "1.50"}, {"b", "null"}}) == R"({"a":1.50,"b":null})");
}

char const* const no_values[] = {"",    " ",        "{",    "{} {}",    "nul",     "1 2",
                                 "'a'", "{\"a\":}", "[1,]", "\"\xFF\"", "// x\n1", "NaN"};
BOOST_DATA_TEST_CASE(what_is_not_exactly_one_value_is_refused, boost::unit_test::data::make(no_values),
                     text) {
    BOOST_TEST(ta::checked_json(text).has_error());
}

BOOST_AUTO_TEST_CASE(a_value_passes_as_it_was_written) {
    BOOST_TEST(ta::checked_json(" \n{\"a\": 1.500}\t").value() == "{\"a\": 1.500}");
    BOOST_TEST(ta::checked_json("0").value() == "0");
    BOOST_TEST(ta::checked_json("null").value() == "null");
}

BOOST_AUTO_TEST_CASE(an_error_says_where) {
    auto const checked = ta::checked_json("{\n  \"a\": x}");
    BOOST_REQUIRE(checked.has_error());
    BOOST_TEST(checked.error().text.find("line 2, column") != std::string::npos, checked.error().text);
}

BOOST_AUTO_TEST_CASE(nesting_has_a_bound) {
    auto const nested = [](std::size_t depth) { return std::string(depth, '[') + std::string(depth, ']'); };
    BOOST_TEST(ta::checked_json(nested(32)).has_value());
    BOOST_TEST(ta::checked_json(nested(33)).has_error());
    BOOST_TEST(ta::checked_json(std::string(1'000'000, '[')).has_error());
}

BOOST_AUTO_TEST_CASE(any_bytes_become_a_string_that_reads_as_json) {
    auto const seed = std::random_device{}();
    BOOST_TEST_MESSAGE("seed " << seed);
    std::mt19937 engine(seed);
    for (int round = 0; round < 2000; ++round) {
        std::string bytes(engine() % 40, '\0');
        for (char& c : bytes)
            c = static_cast<char>(engine());
        auto const text = ta::json_string(bytes);
        BOOST_REQUIRE(ta::checked_json(text).has_value());
        BOOST_REQUIRE(ta::is_valid_utf8(text));
    }
}

BOOST_AUTO_TEST_SUITE_END()

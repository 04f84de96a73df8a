#include "task_agent/base/utf8.hpp"

#include <boost/test/unit_test.hpp>

#include <random>

namespace ta = task_agent;

BOOST_AUTO_TEST_SUITE(utf8_tests)

BOOST_AUTO_TEST_CASE(valid_text_of_every_length_passes_unchanged) {
    std::string const text = "a\xC3\xA9\xE2\x82\xAC\xF0\x9F\x98\x80";
    BOOST_TEST(ta::is_valid_utf8(text));
    BOOST_TEST(ta::to_valid_utf8(text) == text);
}

BOOST_AUTO_TEST_CASE(each_bad_part_becomes_one_replacement) {
    BOOST_TEST(ta::to_valid_utf8("a\xFF"
                                 "b") ==
               "a\xEF\xBF\xBD"
               "b");
    BOOST_TEST(ta::to_valid_utf8("\xE2\x82") == "\xEF\xBF\xBD");              // cut in the middle
    BOOST_TEST(ta::to_valid_utf8("\xC0\xAF") == "\xEF\xBF\xBD\xEF\xBF\xBD");  // overlong
    BOOST_TEST(ta::to_valid_utf8("\xED\xA0\x80") == "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD");  // surrogate
}

BOOST_AUTO_TEST_CASE(cuts_never_split_a_character) {
    std::string const text = "x\xE2\x82\xACy";
    BOOST_TEST(ta::utf8_prefix(text, 3) == "x");
    BOOST_TEST(ta::utf8_prefix(text, 4) == "x\xE2\x82\xAC");
    BOOST_TEST(ta::utf8_suffix(text, 3) == "y");
    BOOST_TEST(ta::utf8_suffix(text, 4) == "\xE2\x82\xACy");
    BOOST_TEST(ta::utf8_suffix(text, 99) == text);
}

BOOST_AUTO_TEST_CASE(random_bytes_always_become_valid) {
    auto const seed = std::random_device{}();
    BOOST_TEST_MESSAGE("seed " << seed);
    std::mt19937 engine(seed);
    for (int round = 0; round < 2000; ++round) {
        std::string bytes(engine() % 40, '\0');
        for (char& c : bytes)
            c = static_cast<char>(engine());
        std::string const text = ta::to_valid_utf8(bytes);
        BOOST_REQUIRE(ta::is_valid_utf8(text));
        BOOST_REQUIRE(ta::is_valid_utf8(ta::utf8_prefix(text, engine() % 20)));
        BOOST_REQUIRE(ta::is_valid_utf8(ta::utf8_suffix(text, engine() % 20)));
    }
}

BOOST_AUTO_TEST_SUITE_END()

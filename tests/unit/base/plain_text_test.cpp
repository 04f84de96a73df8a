#include "task_agent/base/plain_text.hpp"

#include "task_agent/base/utf8.hpp"

#include <boost/test/unit_test.hpp>

#include <random>

namespace ta = task_agent;

BOOST_AUTO_TEST_SUITE(plain_text_tests)

BOOST_AUTO_TEST_CASE(colours_titles_and_cursor_moves_disappear) {
    BOOST_TEST(ta::to_plain_text("\x1B[31mred\x1B[0m \x1B[1;38;5;196mbold\x1B[m") == "red bold");
    BOOST_TEST(ta::to_plain_text("\x1B]0;title\x07text") == "text");
    BOOST_TEST(ta::to_plain_text("\x1B]8;;http://x\x1B\\link\x1B]8;;\x1B\\") == "link");
    BOOST_TEST(ta::to_plain_text("\x1B[?25l\x1B[2K\x1B[1Aup\x1B(B\x1B=") == "up");
}

BOOST_AUTO_TEST_CASE(a_sequence_cut_by_the_end_is_dropped) {
    BOOST_TEST(ta::to_plain_text("a\x1B") == "a");
    BOOST_TEST(ta::to_plain_text("a\x1B[3") == "a");
    BOOST_TEST(ta::to_plain_text("a\x1B]0;ti") == "a");
}

BOOST_AUTO_TEST_CASE(an_unended_title_swallows_its_line_only) {
    BOOST_TEST(ta::to_plain_text("\x1B]0;title\nnext line") == "\nnext line");
}

BOOST_AUTO_TEST_CASE(control_characters_go_and_tabs_and_line_ends_stay) {
    using namespace std::string_view_literals;
    BOOST_TEST(ta::to_plain_text("a\0b\x08\tc\r\n\x7F"sv) == "ab\tc\n");
    BOOST_TEST(ta::without_escapes("a\rb\x1B[K") == "a\rb");
}

BOOST_AUTO_TEST_CASE(random_bytes_become_valid_text_without_escapes) {
    auto const seed = std::random_device{}();
    BOOST_TEST_MESSAGE("seed " << seed);
    std::mt19937 engine(seed);
    constexpr std::string_view alphabet = "\x1B[];m0\x07\\\n\r\xE2\x82\xAC\xFFx";
    for (int round = 0; round < 2000; ++round) {
        std::string bytes(engine() % 60, '\0');
        for (char& c : bytes)
            c = alphabet[engine() % alphabet.size()];
        std::string const text = ta::to_plain_text(bytes);
        BOOST_REQUIRE(ta::is_valid_utf8(text));
        BOOST_REQUIRE(text.find('\x1B') == std::string::npos);
    }
}

BOOST_AUTO_TEST_SUITE_END()

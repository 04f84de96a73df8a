#include "task_agent/logic/output_tail.hpp"

#include "task_agent/base/utf8.hpp"

#include <boost/test/unit_test.hpp>

#include <random>

namespace ta = task_agent;

BOOST_AUTO_TEST_SUITE(output_tail_tests)

BOOST_AUTO_TEST_CASE(a_short_output_is_kept_whole) {
    ta::output_tail tail;
    BOOST_TEST(tail.is_at_line_start());
    BOOST_TEST(tail.text() == "");
    tail.append("one\ntwo");
    BOOST_TEST(!tail.is_at_line_start());
    tail.append("\nthree\n");
    BOOST_TEST(tail.text() == "one\ntwo\nthree\n");
    BOOST_TEST(tail.is_at_line_start());
    BOOST_TEST(tail.total_bytes() == 14u);
}

BOOST_AUTO_TEST_CASE(the_last_line_counts_without_its_end) {
    ta::output_tail tail;
    tail.append("one\ntwo");
    BOOST_TEST(tail.text() == "one\ntwo\n");
}

BOOST_AUTO_TEST_CASE(a_first_line_without_its_start_is_dropped) {
    ta::output_tail tail(10);
    tail.append("abcdefgh\nij\nkl\n");
    BOOST_TEST(tail.text() == "ij\nkl\n");
}

BOOST_AUTO_TEST_CASE(one_line_longer_than_the_ring_keeps_its_end) {
    ta::output_tail tail(8);
    tail.append("0123456789abcdef");
    BOOST_TEST(tail.text() == "89abcdef\n");
    tail.append("\n");
    BOOST_TEST(tail.text() == "9abcdef\n");
}

BOOST_AUTO_TEST_CASE(bars_collapse_to_their_last_state) {
    ta::output_tail tail;
    tail.append("\r 1%\r 2%\r 3%\nplain\r\n 1%\r 2%\r");
    BOOST_TEST(tail.text() == " 3%\nplain\n 2%\n");
}

BOOST_AUTO_TEST_CASE(a_ring_full_of_one_bar_still_tells_its_last_state) {
    ta::output_tail tail(64);
    for (int i = 0; i < 1000; ++i)
        tail.append("\r" + std::to_string(i) + "/1000");
    BOOST_TEST(tail.text() == "999/1000\n");
}

BOOST_AUTO_TEST_CASE(colours_and_bad_bytes_become_plain_text) {
    ta::output_tail tail;
    tail.append("\x1B[31mred\x1B[0m\xFF\n");
    BOOST_TEST(tail.text() == "red\xEF\xBF\xBD\n");
}

BOOST_AUTO_TEST_CASE(last_lines_are_the_ones_that_say_something) {
    ta::output_tail tail;
    tail.append("one\n\ntwo\n   \nthree\n\n");
    std::vector<std::string> const two = {"two", "three"};
    BOOST_TEST(tail.last_lines(2) == two);
    std::vector<std::string> const all = {"one", "two", "three"};
    BOOST_TEST(tail.last_lines(16) == all);
    BOOST_TEST(tail.last_lines(0).empty());
}

BOOST_AUTO_TEST_CASE(random_appends_keep_exactly_the_last_bytes) {
    auto const seed = std::random_device{}();
    BOOST_TEST_MESSAGE("seed " << seed);
    std::mt19937 engine(seed);
    for (int round = 0; round < 50; ++round) {
        std::size_t const capacity = 1 + engine() % 20'000;
        ta::output_tail tail(capacity);
        std::string all;
        for (int i = 0; i < 40; ++i) {
            std::string part(engine() % (round % 2 == 0 ? 50 : 3000), '\0');
            for (char& c : part)
                c = engine() % 20 == 0 ? '\n' : static_cast<char>('a' + engine() % 26);
            tail.append(part);
            all += part;
            std::string expected = all.size() > capacity ? all.substr(all.size() - capacity) : all;
            if (all.size() > capacity) {
                std::size_t const stop = expected.find('\n');
                bool const is_only_line =
                    stop == std::string::npos || expected.find_first_not_of('\n', stop) == std::string::npos;
                if (!is_only_line) expected.erase(0, stop + 1);
            }
            if (!expected.empty() && expected.back() != '\n') expected += '\n';
            BOOST_REQUIRE(tail.text() == expected);
        }
    }
}

BOOST_AUTO_TEST_CASE(random_bytes_always_give_valid_text) {
    auto const seed = std::random_device{}();
    BOOST_TEST_MESSAGE("seed " << seed);
    std::mt19937 engine(seed);
    ta::output_tail tail(500);
    for (int round = 0; round < 2000; ++round) {
        std::string part(engine() % 60, '\0');
        for (char& c : part)
            c = static_cast<char>(engine());
        tail.append(part);
        std::string const text = tail.text();
        BOOST_REQUIRE(ta::is_valid_utf8(text));
        BOOST_REQUIRE(text.find('\r') == std::string::npos);
        BOOST_REQUIRE(tail.last_lines(16).size() <= 16u);
    }
}

BOOST_AUTO_TEST_SUITE_END()

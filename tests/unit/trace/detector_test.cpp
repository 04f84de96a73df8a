#include "task_agent/trace/detector.hpp"

#include "task_agent/base/utf8.hpp"

#include <boost/test/unit_test.hpp>

#include "unit/trace/stream_of.hpp"
#include <random>

namespace ta = task_agent;
namespace tr = task_agent::trace;
using namespace std::chrono_literals;

namespace {

std::string trace_of(std::string const& raised) {
    return "Traceback (most recent call last):\n  File \"/app/main.py\", line 3, in step\n    fail()\n" +
           raised + "\n";
}

}  // namespace

BOOST_AUTO_TEST_SUITE(detector_tests)

BOOST_AUTO_TEST_CASE(traces_carry_when_and_where_they_were_seen) {
    tr::stream_of s;
    s.now = tr::detector::pause * 0 + ta::time_point(10s);
    s.feed("one\n\ntwo\n" + trace_of("ValueError: a"));
    s.now += 7s;
    s.feed("later\n" + trace_of("KeyError: 'b'"));
    auto const& found = s.finish();
    BOOST_REQUIRE(found.size() == 2u);
    BOOST_TEST(found[0].first_line == 3u);
    BOOST_TEST((found[0].last_seen == ta::time_point(10s)));
    BOOST_TEST(found[1].first_line == 8u);
    BOOST_TEST((found[1].first_seen == ta::time_point(17s)));
    BOOST_TEST(found[0].text == trace_of("ValueError: a"));
}

BOOST_AUTO_TEST_CASE(what_comes_after_a_pause_is_no_part_of_the_message) {
    tr::stream_of s;
    s.feed(trace_of("RuntimeError: a"));
    s.now += 100ms;
    s.feed("still the message\n");
    s.now += 501ms;
    s.feed("something else\n");
    BOOST_TEST(!s.traces().is_inside_trace());
    auto const& found = s.finish();
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found[0].text == trace_of("RuntimeError: a\nstill the message"));
}

BOOST_AUTO_TEST_CASE(a_process_killed_while_it_printed_leaves_an_incomplete_trace) {
    auto const found =
        tr::traces_in("Traceback (most recent call last):\n  File \"x.py\", line 3, in f\n    g()");
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST((found[0].role == tr::trace_role::incomplete));
    BOOST_TEST(found[0].exception.frames.size() == 1u);
}

BOOST_AUTO_TEST_CASE(of_many_traces_the_first_and_the_last_are_kept_and_the_rest_counted) {
    tr::stream_of s;
    for (int i = 0; i < 1000; ++i)
        s.feed(trace_of("ValueError: " + std::to_string(i)) + "\nretrying\n");
    auto const& found = s.finish();
    BOOST_TEST(found.size() == tr::found_traces::first_kept + tr::found_traces::last_kept);
    BOOST_TEST(s.traces().dropped_traces() + found.size() == 1000u);
    BOOST_TEST(found.front().exception.message == "0");
    BOOST_TEST(found[tr::found_traces::first_kept - 1].exception.message == "3");
    BOOST_TEST(found.back().exception.message == "999");
}

BOOST_AUTO_TEST_CASE(huge_traces_stay_within_the_bytes_that_are_kept) {
    tr::stream_of s;
    for (int i = 0; i < 20; ++i) {
        s.feed("Traceback (most recent call last):\n");
        for (int k = 0; k < 3000; ++k)
            s.feed("  File \"/app/main.py\", line 3, in step\n    fail()\n");
        s.feed("RecursionError: " + std::to_string(i) + "\n\nplain\n");
    }
    auto const& found = s.finish();
    std::size_t bytes = 0;
    for (auto const& t : found)
        bytes += t.text.size();
    BOOST_TEST(bytes <= tr::found_traces::most_bytes + tr::trace_text::usual_room);
    BOOST_TEST(found.size() >= 3U);
    BOOST_TEST(found.back().text.ends_with("RecursionError: 19\n"));
    BOOST_TEST(found.back().exception.frames.size() == 64u);
    BOOST_TEST(s.traces().dropped_traces() + found.size() == 20u);
}

BOOST_AUTO_TEST_CASE(a_long_trace_is_whole_and_costs_no_other_one) {
    tr::stream_of s;
    s.feed(trace_of("ValueError: first") + "\nplain\n");
    std::string long_one = "Traceback (most recent call last):\n";
    for (int k = 0; k < 4500; ++k)
        long_one += "  File \"/app/main.py\", line 3, in step\n    fail()\n";
    long_one += "RecursionError: deep\n";
    BOOST_REQUIRE(long_one.size() > tr::found_traces::most_bytes);
    s.feed(long_one + "\nplain\n");
    auto const& found = s.finish();
    BOOST_REQUIRE(found.size() == 2U);
    BOOST_TEST(found.front().exception.message == "first");
    BOOST_TEST(found.back().text == long_one);
    BOOST_TEST(found.back().cut_lines == 0U);
}

BOOST_AUTO_TEST_CASE(traces_that_are_open_at_once_share_the_room_for_their_text) {
    tr::stream_of s;
    for (int k = -1; k <= 4500; ++k) {
        for (int rank = 0; rank < 3; ++rank) {
            std::string const tag = "[rank" + std::to_string(rank) + "]: ";
            if (k < 0) s.feed(tag + "Traceback (most recent call last):\n");
            if (k >= 0 && k < 4500)
                s.feed(tag + "  File \"/app/main.py\", line 3, in step\n" + tag + "    fail()\n");
            if (k == 4500) s.feed(tag + "RecursionError: deep\n");
        }
    }
    auto const& found = s.finish();
    BOOST_REQUIRE(found.size() == 3U);
    for (auto const& t : found) {
        BOOST_TEST(t.text.size() <= tr::trace_text::usual_room / 3 + 100);
        BOOST_TEST(t.cut_lines > 0U);
        BOOST_TEST(t.text.ends_with("RecursionError: deep\n"));
    }
}

BOOST_AUTO_TEST_CASE(more_open_traces_than_lanes_end_the_oldest) {
    tr::stream_of s;
    for (int rank = 0; rank < 20; ++rank) {
        std::string const tag = "[rank" + std::to_string(rank) + "]: ";
        s.feed(tag + "Traceback (most recent call last):\n" + tag + "  File \"x.py\", line 3, in f\n");
    }
    BOOST_TEST(s.finish().size() == tr::found_traces::first_kept + tr::found_traces::last_kept);
}

BOOST_AUTO_TEST_CASE(lines_of_traces_in_random_order_never_crash_nor_grow) {
    auto const seed = std::random_device{}();
    BOOST_TEST_MESSAGE("seed " << seed);
    std::mt19937 engine(seed);
    std::vector<std::string> const parts = {
        "Traceback (most recent call last):",
        "  File \"x.py\", line 3, in f",
        "  File \"x.py\", line 3",
        "    source()",
        "    ^^^",
        "ValueError: x",
        "AssertionError",
        "SyntaxError: x",
        "",
        "\"\"\"",
        "  + Exception Group Traceback (most recent call last):",
        "  | ExceptionGroup: x (1 sub-exception)",
        "  +-+---------------- 1 ----------------",
        "    +------------------------------------",
        "    | ValueError: 1",
        "    +---------------- 2 ----------------",
        "[rank0]: Traceback (most recent call last):",
        "[rank0]:   File \"x.py\", line 3, in f",
        "[rank0]: ValueError: x",
        "The above exception was the direct cause of the following exception:",
        "During handling of the above exception, another exception occurred:",
        "Exception in thread x:",
        "Exception ignored in: x",
        "multiprocessing.pool.RemoteTraceback: ",
        "  [Previous line repeated 3 more times]",
        "plain",
        "\xFF\xFE",
        "\x1B[31m",
        "  |",
        "  +",
        "+",
        "|",
        " ",
        ":"};
    for (int round = 0; round < 300; ++round) {
        tr::stream_of s;
        for (int i = 0; i < 200; ++i) {
            s.now += std::chrono::milliseconds(engine() % 4 == 0 ? engine() % 600 : 0);
            s.feed(parts[engine() % parts.size()] + "\n");
        }
        for (auto const& t : s.finish()) {
            BOOST_REQUIRE(ta::is_valid_utf8(t.text));
            BOOST_REQUIRE(ta::is_valid_utf8(t.cause_line));
            BOOST_REQUIRE(!t.text.empty());
            BOOST_REQUIRE(t.exception.chain.size() <= 32u);
        }
    }
}

BOOST_AUTO_TEST_CASE(random_bytes_never_crash_nor_grow) {
    auto const seed = std::random_device{}();
    BOOST_TEST_MESSAGE("seed " << seed);
    std::mt19937 engine(seed);
    constexpr std::string_view alphabet = "\n\r |+-:\"ab\xE2\x82\xAC\xFF\x1B[m";
    tr::stream_of s;
    for (int round = 0; round < 20'000; ++round) {
        std::string bytes(engine() % 50, '\0');
        for (char& c : bytes)
            c = round % 2 == 0 ? static_cast<char>(engine()) : alphabet[engine() % alphabet.size()];
        if (engine() % 10 == 0) bytes += "Traceback (most recent call last):\n";
        if (engine() % 10 == 0) bytes += "  File \"x\", line 1";
        s.feed(bytes);
    }
    std::size_t bytes = 0;
    for (auto const& t : s.finish())
        bytes += t.text.size();
    BOOST_TEST(bytes <= tr::found_traces::most_bytes);
}

BOOST_AUTO_TEST_SUITE_END()

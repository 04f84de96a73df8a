#include "task_agent/logic/line_splitter.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <ostream>
#include <random>
#include <vector>

namespace ta = task_agent;

namespace {

struct seen_line {
    std::string text;
    std::uint64_t skipped = 0;
    bool transient = false;
    bool unterminated = false;
    bool operator==(seen_line const&) const = default;
};

std::ostream& operator<<(std::ostream& out, seen_line const& l) {
    return out << '[' << l.text << "] skipped " << l.skipped << (l.transient ? " transient" : "")
               << (l.unterminated ? " unterminated" : "");
}

using seen_lines = std::vector<seen_line>;

void feed(ta::line_splitter& splitter, std::string_view chunk, seen_lines& lines) {
    ta::output_line line;
    splitter.feed(chunk);
    while (splitter.next(line))
        lines.push_back({std::string(line.text), line.skipped, line.transient, line.unterminated});
}

void flush(ta::line_splitter& splitter, seen_lines& lines) {
    ta::output_line line;
    while (splitter.flush(line))
        lines.push_back({std::string(line.text), line.skipped, line.transient, line.unterminated});
}

seen_lines split(std::vector<std::string> const& chunks, std::size_t cap = ta::line_splitter::default_cap) {
    ta::line_splitter splitter(cap);
    seen_lines lines;
    for (std::string const& chunk : chunks)
        feed(splitter, chunk, lines);
    flush(splitter, lines);
    return lines;
}

void check(seen_lines const& found, seen_lines const& expected) {
    BOOST_CHECK_EQUAL_COLLECTIONS(found.begin(), found.end(), expected.begin(), expected.end());
}

seen_line plain(std::string text) {
    return {std::move(text), 0, false, false};
}
seen_line state(std::string text) {
    return {std::move(text), 0, true, false};
}
seen_line last(std::string text) {
    return {std::move(text), 0, false, true};
}

}  // namespace

BOOST_AUTO_TEST_SUITE(line_splitter_tests)

BOOST_AUTO_TEST_CASE(lines_come_out_whole_and_empty_ones_count) {
    check(split({"a\n\nb\nc"}), {plain("a"), plain(""), plain("b"), last("c")});
    check(split({}), {});
    check(split({""}), {});
}

BOOST_AUTO_TEST_CASE(carriage_return_and_newline_are_one_end_even_across_chunks) {
    check(split({"a\r\nb\r\r\nc\r", "\nd"}), {plain("a"), plain("b"), plain("c"), last("d")});
    check(split({"a\r", "\r", "\n"}), {plain("a")});
}

BOOST_AUTO_TEST_CASE(replaced_states_of_a_bar_are_transient_and_its_last_one_is_a_line) {
    check(split({"\r 1%\r 2%\r 3%\nnext\n"}), {state(" 1%"), state(" 2%"), plain(" 3%"), plain("next")});
    check(split({" 1%\r 2%\r", "done\n"}), {state(" 1%"), state(" 2%"), plain("done")});
    check(split({" 1%\r 2%\r"}), {state(" 1%"), last(" 2%")});
}

BOOST_AUTO_TEST_CASE(an_unfinished_bar_shows_its_newest_state) {
    ta::line_splitter splitter;
    seen_lines lines;
    feed(splitter, "\r 10%\r 20%", lines);
    check(lines, {state(" 10%")});
    BOOST_TEST(splitter.partial() == " 20%");
    feed(splitter, "\n", lines);
    BOOST_TEST(splitter.partial().empty());
}

BOOST_AUTO_TEST_CASE(a_line_over_the_cap_is_cut_and_the_rest_counted) {
    check(split({"0123456789\nok\n"}, 4), {{"0123", 6, false, false}, plain("ok")});
    check(split({"01", "23", "45", "67\nok"}, 4), {{"0123", 4, false, false}, last("ok")});
    check(split({"012345"}, 4), {{"0123", 2, false, true}});
}

BOOST_AUTO_TEST_CASE(a_whole_line_is_a_view_into_its_chunk) {
    ta::line_splitter splitter;
    ta::output_line line;
    std::string const chunk = "first\nsecond\npart";
    splitter.feed(chunk);
    BOOST_REQUIRE(splitter.next(line));
    BOOST_TEST((line.text.data() == chunk.data()));
    BOOST_REQUIRE(splitter.next(line));
    BOOST_TEST((line.text.data() == chunk.data() + 6));
    BOOST_TEST(!splitter.next(line));
}

BOOST_AUTO_TEST_CASE(random_bytes_give_the_same_lines_however_they_are_cut) {
    auto const seed = std::random_device{}();
    BOOST_TEST_MESSAGE("seed " << seed);
    std::mt19937 engine(seed);
    constexpr std::string_view alphabet = "ab\r\n\r\nxyz";
    for (int round = 0; round < 3000; ++round) {
        std::string text(engine() % 80, '\0');
        for (char& c : text)
            c = alphabet[engine() % alphabet.size()];
        std::vector<std::string> chunks;
        for (std::size_t at = 0; at < text.size();) {
            std::size_t const n = 1 + engine() % 12;
            chunks.push_back(text.substr(at, n));
            at += n;
        }
        std::size_t const cap = 1 + engine() % 9;
        BOOST_REQUIRE((split(chunks, cap) == split({text}, cap)));
        // What has a plain end, as simple reading of the rules gives it.
        std::uint64_t bytes = 0;
        for (seen_line const& line : split(chunks, cap)) {
            BOOST_REQUIRE(line.text.size() <= cap);
            BOOST_REQUIRE(line.text.find_first_of("\r\n") == std::string::npos);
            bytes += line.text.size() + line.skipped;
        }
        std::uint64_t const ends = static_cast<std::uint64_t>(std::count(text.begin(), text.end(), '\r') +
                                                              std::count(text.begin(), text.end(), '\n'));
        BOOST_REQUIRE(bytes + ends == text.size());
    }
}

BOOST_AUTO_TEST_CASE(a_huge_line_is_not_kept_in_memory_after_it) {
    ta::line_splitter splitter(1000);
    seen_lines lines;
    std::string const part(1'000'000, 'x');
    for (int i = 0; i < 10; ++i)
        feed(splitter, part, lines);
    feed(splitter, "\n", lines);
    BOOST_REQUIRE(lines.size() == 1u);
    BOOST_TEST(lines[0].text.size() == 1000u);
    BOOST_TEST(lines[0].skipped == 10'000'000u - 1000u);
    BOOST_TEST(splitter.cut_lines() == 1u);
}

BOOST_AUTO_TEST_SUITE_END()

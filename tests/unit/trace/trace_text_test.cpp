#include "task_agent/trace/trace_text.hpp"

#include "task_agent/base/utf8.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>

namespace tr = task_agent::trace;

BOOST_AUTO_TEST_SUITE(trace_text_tests)

BOOST_AUTO_TEST_CASE(short_texts_are_whole_and_end_with_one_line_end) {
    tr::trace_text text;
    text.append("a");
    text.append("");
    text.append("b");
    text.append("");
    BOOST_TEST(text.text() == "a\n\nb\n");
    BOOST_TEST(text.cut_lines() == 0u);
}

BOOST_AUTO_TEST_CASE(a_long_text_keeps_both_ends_and_counts_the_lines_between) {
    tr::trace_text text;
    for (int i = 0; i < 200'000; ++i)
        text.append("line " + std::to_string(i));
    std::string const all = text.text();
    BOOST_TEST(all.size() <= tr::trace_text::usual_room + 100);
    BOOST_TEST(all.starts_with("line 0\n"));
    BOOST_TEST(all.ends_with("\nline 199999\n"));
    auto const kept = static_cast<std::uint64_t>(std::count(all.begin(), all.end(), '\n')) - 1;
    BOOST_TEST(kept + text.cut_lines() == 200'000u);
    BOOST_TEST(all.find("  ... " + std::to_string(text.cut_lines()) + " lines (") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_text_that_got_less_room_keeps_both_ends) {
    tr::trace_text text;
    for (int i = 0; i < 15'000; ++i)
        text.append("line " + std::to_string(i));
    text.fit(0);
    text.append("last");
    std::string const all = text.text();
    BOOST_TEST(all.size() <= tr::trace_text::least_room + 100);
    BOOST_TEST(all.starts_with("line 0\n"));
    BOOST_TEST(all.ends_with("\nline 14999\nlast\n"));
    auto const kept = static_cast<std::uint64_t>(std::count(all.begin(), all.end(), '\n')) - 1;
    BOOST_TEST(kept + text.cut_lines() == 15'001u);
}

BOOST_AUTO_TEST_CASE(a_text_that_is_shortened_counts_what_was_cut_before_too) {
    for (int const lines : {10'000, 100'000}) {
        tr::trace_text text;
        for (int i = 0; i < lines; ++i)
            text.append("line " + std::to_string(i));
        std::uint64_t cut = text.cut_lines();
        BOOST_TEST((cut > 0) == (lines == 100'000));
        std::string const all = tr::trace_text::shortened(text.text(), cut);
        BOOST_TEST(all.size() <= tr::trace_text::least_room + 100);
        BOOST_TEST(all.starts_with("line 0\n"));
        BOOST_TEST(all.ends_with("\nline " + std::to_string(lines - 1) + "\n"));
        auto const kept = static_cast<std::uint64_t>(std::count(all.begin(), all.end(), '\n')) - 1;
        BOOST_TEST(kept + cut == static_cast<std::uint64_t>(lines));
        BOOST_TEST(all.find("  ... " + std::to_string(cut) + " lines") != std::string::npos);
    }
}

BOOST_AUTO_TEST_CASE(a_line_nobody_reads_to_its_end_is_cut_with_its_length) {
    tr::trace_text text;
    text.append("\xE2\x82\xAC" + std::string(60'000, 'x'));
    BOOST_TEST(text.text().size() < 4200u);
    BOOST_TEST(text.text().ends_with(" ... (60003 bytes)\n"));
    text.append("\xFF");
    BOOST_TEST(task_agent::is_valid_utf8(text.text()));
}

BOOST_AUTO_TEST_SUITE_END()

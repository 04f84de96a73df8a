#include "task_agent/trace/prefix.hpp"

#include "task_agent/trace/line_scan.hpp"

#include <boost/test/unit_test.hpp>

#include <random>
#include <string>
#include <vector>

namespace tr = task_agent::trace;
using namespace std::string_view_literals;

namespace {

std::string text_of(std::string_view line) {
    return std::string(line.substr(tr::find_prefix(line).end()));
}

}  // namespace

BOOST_AUTO_TEST_SUITE(prefix_tests)

BOOST_AUTO_TEST_CASE(the_usual_prefixes_are_taken_off_and_the_indentation_of_the_text_stays) {
    for (auto const* prefix : {"2026-11-22 12:00:00,123 ERROR ",
                               "2026-11-22T12:00:00.123456789Z stderr F ",
                               "[rank0]: ",
                               "[rank1]: 2026-11-22 12:00:00 ",
                               "[1,3]<stderr>:",
                               "[default0]:",
                               "(worker pid=123, ip=10.0.0.1) ",
                               "0: ",
                               "Nov 22 12:00:00 host job[12]: ",
                               "collectd[2736]: ",
                               "2026-11-22 12:00:00,123 build-4 ",
                               "2026-11-22T12:00:00.123Z app[web.1]: ",
                               "2026/11/22 12:00:00 ",
                               "12:00:00.123 ",
                               "[2026-11-22 12:00:00] ",
                               "worker-1  | ",
                               "1:M 22 Nov 2026 12:00:00.123 # ",
                               "#12 0.037 ",
                               "#7 104.2 2026-11-22 12:00:00 ERROR ",
                               "node12: ",
                               "ERROR:root:",
                               "[NeMo W 2026-11-22 12:00:00 nemo_logging:349] ",
                               "[rank0]:[W1122 12:00:42.123456789 init.cpp:767] ",
                               "ERROR 11-22 12:00:41 engine.py:366] ",
                               "INFO     | ",
                               "22-Nov-2026 12:00:00.123 ",
                               "22/Nov/2026:12:00:00 +0000 ",
                               "Sun Nov 22 12:00:00 2026 ",
                               "Sun Nov 22 12:00:00 2026: ",
                               "Sun Nov 22 12:00:00 2026[1,3]<stderr>:",
                               "Sun Nov 22 12:00:00 2026<stderr>:",
                               "[2026-11-22, 12:00:00 UTC] ",
                               "2026-11-22T12:00:00.123456Z 01E ",
                               "1764323998.123456 ",
                               "1764323998 ",
                               "[1764323998] ",
                               "[1764323998.12] [rank0]: ",
                               "[2026-11-22, 12:00:00 UTC] {subprocess.py:93} INFO - ",
                               "2026-11-22 12:00:00.123 | ERROR    | train.loop:step:44 - ",
                               "2026-11-22 12:00:00.123 | ERROR    | __main__:<module>:3 - ",
                               "2026-11-22 12:00:00,123 ERROR [main] com.acme.Main: ",
                               "train stderr | ",
                               "2026-11-22T12:00:00.123456Z train-0-xyz stderr: ",
                               "rank 3: ",
                               "E1122 12:00:00.123456   12345 main.cc:12] ",
                               "Nov 22, 2026 12:00:00 PM ",
                               "2026-11-22 12:00:00,123|ERROR|app.train|",
                               "2026-11-22 12:00:00.123|ERROR   |train|",
                               "2026-11-22 12:00:00 |main|WARN |app.train|",
                               "[ERROR] ",
                               "2026-11-22 12:00:00,123 INFO app.train: "}) {
        BOOST_TEST_CONTEXT(prefix) {
            BOOST_TEST(text_of(std::string(prefix) + "text") == "text");
            // Python's "ERROR:root:" has no blank behind it, other loggers do: nobody can tell
            if (std::string_view(prefix) != "ERROR:root:")
                BOOST_TEST(text_of(std::string(prefix) + "  text") == "  text");
        }
    }
}

BOOST_AUTO_TEST_CASE(what_runtimes_print_is_no_prefix) {
    for (auto const* line : {"Error: no such table",
                             "ValueError: x",
                             "  File \"x.py\", line 3",
                             "    at f (x.js:3:4)",
                             "step 12 of 13",
                             "Traceback (most recent call last):",
                             "panic: x",
                             "make[12]: x",
                             "rows[12] x",
                             "Exception in thread \"main\" x",
                             "",
                             "123",
                             "12:34",
                             "# 3.2 rows",
                             "#12 of 3",
                             "12:C 22 Nov 2026 12:00:00 x",
                             "3:A 22 rows",
                             "#12 [2/3] RUN make",
                             "4294967296 rows",
                             "17643239981.2 x",
                             "Sun Nov 22 nothing",
                             "<stderr> x"})
        BOOST_TEST(text_of(line) == line);
}

BOOST_AUTO_TEST_CASE(bars_between_the_fields_of_a_record_are_told_from_those_of_a_table) {
    BOOST_TEST((tr::find_prefix("2026-11-22 12:00:00|main|SEVERE |x.Y|no").level == tr::log_level::error));
    BOOST_TEST(text_of("2026-11-22|book|ERROR rate|0.2") == "|book|ERROR rate|0.2");
    BOOST_TEST(text_of("12:00:00|book|3") == "|book|3");
    BOOST_TEST(text_of("2026-11-22 12:00:00|INFO|step|loss|0.2") == "loss|0.2");
}

BOOST_AUTO_TEST_CASE(an_exception_behind_a_thread_is_no_logger) {
    BOOST_TEST(text_of("2026-11-22 12:00:00 ERROR [main] java.io.IOException: x") ==
               "java.io.IOException: x");
    BOOST_TEST(text_of("2026-11-22 12:00:00 ERROR [main] java.lang.OutOfMemoryError: x") ==
               "java.lang.OutOfMemoryError: x");
}

BOOST_AUTO_TEST_CASE(levels_are_told) {
    BOOST_TEST((tr::find_prefix("12:C 22 Nov 2026 12:00:00.123 * x").level == tr::log_level::info));
    BOOST_TEST((tr::find_prefix("12:C 22 Nov 2026 12:00:00.123 # x").level == tr::log_level::none));
    BOOST_TEST((tr::find_prefix("2026-11-22 12:00:00 WARNING x").level == tr::log_level::warning));
    BOOST_TEST((tr::find_prefix("[error] x").level == tr::log_level::error));
    BOOST_TEST((tr::find_prefix("12:00:00 info x").level == tr::log_level::info));
    BOOST_TEST((tr::find_prefix("W1122 12:00:00.123456 1 f.cc:1] x").level == tr::log_level::warning));
    BOOST_TEST((tr::find_prefix("error: x").level == tr::log_level::none));
}

BOOST_AUTO_TEST_CASE(a_level_of_one_letter_counts_beside_a_time_in_the_same_bracket) {
    BOOST_TEST((tr::find_prefix("[NeMo E 2026-11-22 12:00:00 train:50] x").level == tr::log_level::error));
    BOOST_TEST(
        (tr::find_prefix("[W1122 12:00:42.123456789 init.cpp:767] x").level == tr::log_level::warning));
    BOOST_TEST((tr::find_prefix("[E step 4] x").level == tr::log_level::none));
    BOOST_TEST((tr::find_prefix("[NeMo E 2026-11-22 12:00:00 train:50").level == tr::log_level::none));
}

BOOST_AUTO_TEST_CASE(what_was_learnt_from_other_lines_changes_nothing) {
    auto const seed = std::random_device{}();
    BOOST_TEST_MESSAGE("seed " << seed);
    std::mt19937 engine(seed);
    std::vector<std::string> const parts = {"2026-11-22 12:00:00,123 ",
                                            "2026-11-22 12:00:00 ",
                                            "2026-11-22 ",
                                            "12:00:00 ",
                                            "INFO ",
                                            "ERROR ",
                                            "INFO",
                                            "root: ",
                                            "app.train: ",
                                            "[rank0]: ",
                                            "[1,3]<stderr>:",
                                            "0: ",
                                            "- ",
                                            "| ",
                                            " ",
                                            "UTC ",
                                            "AM ",
                                            "+01:00 ",
                                            ":",
                                            "x",
                                            "[",
                                            "(pid=12) ",
                                            "text of a line that is as long as lines are",
                                            "worker-1  | ",
                                            "Traceback",
                                            "7",
                                            "{\"a\":1}",
                                            "W1122 ",
                                            "|",
                                            "|INFO|",
                                            "main|ERROR |",
                                            "Sun Nov 22 12:00:00 2026",
                                            "22/Nov/2026:12:00:00 +0000 ",
                                            "[2026-11-22, 12:00:00 UTC] ",
                                            "<stderr>:",
                                            "1764323998",
                                            "9764323998",
                                            "[1764323998.5] ",
                                            "[9764323998] ",
                                            "01E ",
                                            "{loop.py:93} ",
                                            "train.loop:step:44 - ",
                                            "aB:<module>:3 - ",
                                            "[main] ",
                                            "com.acme.Main: ",
                                            "train stderr | ",
                                            "train-0 stderr: ",
                                            "#12 0.037 "};
    tr::prefix_reader reader;
    int alike = 0;
    for (int round = 0; round < 200'000; ++round) {
        std::string line;
        for (unsigned i = 0, n = 1 + engine() % 6; i < n; ++i)
            line += parts[engine() % parts.size()];
        if (engine() % 2 == 0) line += parts[22];
        auto const expected = tr::find_prefix(line);
        auto const found = reader.read(line);
        BOOST_REQUIRE_MESSAGE(found.count == expected.count, line);
        BOOST_REQUIRE_MESSAGE(found.level == expected.level, line);
        for (std::size_t i = 0; i < found.count; ++i) {
            BOOST_REQUIRE_MESSAGE(found.piece[i].begin == expected.piece[i].begin &&
                                      found.piece[i].end == expected.piece[i].end &&
                                      found.piece[i].kind == expected.piece[i].kind,
                                  line);
        }
        alike += found.count > 0 ? 1 : 0;
    }
    BOOST_TEST(alike > 10'000);
}

BOOST_AUTO_TEST_CASE(inner_signs_are_found_wherever_they_stand) {
    auto const seed = std::random_device{}();
    BOOST_TEST_MESSAGE("seed " << seed);
    std::mt19937 engine(seed);
    for (int round = 0; round < 20'000; ++round) {
        std::string line(engine() % 70, '.');
        BOOST_REQUIRE(!tr::scan_line(line).anchor && !tr::scan_line(line).escape);
        for (std::string_view const sign :
             {"rro", "RRo", "sser", "SSER", "ne 1", "t f", "SH: ", "K f", "\x1B"}) {
            if (line.size() < sign.size()) continue;
            std::string with = line;
            with.replace(engine() % (line.size() - sign.size() + 1), sign.size(), sign);
            auto const seen = tr::scan_line(with);
            BOOST_REQUIRE_MESSAGE(sign == "\x1B" ? seen.escape : seen.anchor || with.size() < 4, with);
        }
    }
}

BOOST_AUTO_TEST_CASE(a_logger_may_be_named_before_the_level_or_behind_its_padding) {
    auto const said = [](std::string_view line) {
        auto const prefix = tr::find_prefix(line);
        return std::pair(line.substr(prefix.end()), prefix.level);
    };
    using enum tr::log_level;
    BOOST_TEST((said("2026-01-02 03:04:05,678 book.day ERROR no page") == std::pair("no page"sv, error)));
    BOOST_TEST((said("03:04:05 book INFO 3 pages") == std::pair("3 pages"sv, info)));
    BOOST_TEST((said("03:04:05 ERROR    book: no page") == std::pair("no page"sv, error)));
    // no level
    BOOST_TEST((said("03:04:05 book Error x") == std::pair("book Error x"sv, none)));
    // the text is indented
    BOOST_TEST((said("03:04:05 INFO   page 3: x") == std::pair("  page 3: x"sv, info)));
}

BOOST_AUTO_TEST_CASE(the_name_of_a_process_between_the_time_and_a_bar_is_a_tag) {
    for (auto const* prefix : {"09:25:46 web.1  | ", "09:25:46 walk| "}) {
        std::string const line = std::string(prefix) + "make: *** no nut";
        BOOST_TEST(text_of(line) == "make: *** no nut", prefix);
        BOOST_TEST(tr::wears_tag(line), prefix);
    }
    BOOST_TEST(!tr::wears_tag("09:25:46 E | no nut"));
}

BOOST_AUTO_TEST_CASE(short_levels_count_between_brackets_only) {
    BOOST_TEST((tr::find_prefix("10:38:51 [FTL] walk: no nut").level == tr::log_level::error));
    BOOST_TEST((tr::find_prefix("10:38:51 [INF] walk: 3 nuts").level == tr::log_level::info));
    BOOST_TEST((tr::find_prefix("10:38:51 FTL was here").level == tr::log_level::none));
}

BOOST_AUTO_TEST_CASE(what_was_learnt_from_a_line_without_a_level_is_not_used_for_one_with_it) {
    std::string const rest = " 3 of the bags are carried over to the shelf";
    for (auto const* word : {"INFO", "ERROR", "Error", "info", "| x", "-"}) {
        tr::prefix_reader reader;
        (void)reader.read("22:40:45 mqtt       lost" + rest);
        std::string const line = "22:40:45 mqtt       " + std::string(word) + rest;
        auto const found = tr::find_prefix(line);
        auto const read = reader.read(line);
        BOOST_TEST(read.end() == found.end(), word);
        BOOST_TEST((read.level == found.level), word);
    }
}

BOOST_AUTO_TEST_SUITE_END()

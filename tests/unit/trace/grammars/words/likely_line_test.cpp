#include "task_agent/trace/grammars/words/likely_line.hpp"

#include "task_agent/trace/grammars/words/likely_signs.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <string>
#include <vector>

namespace tr = task_agent::trace;

namespace {

// The line that was chosen, of a log given as its lines; empty where none was.
std::string likeliest(std::vector<std::string> const& lines) {
    tr::line_history history;
    for (std::size_t i = 0; i < lines.size(); ++i)
        history.push(lines[i], i);
    auto const n = tr::likeliest_line(history);
    return n ? std::string(history.back(n->at, {})->text) : std::string();
}

// Its number, from 1; 0 where none was chosen.
std::size_t at_of(std::string_view log) {
    std::vector<std::string> lines;
    for (std::size_t begin = 0; begin < log.size();) {
        std::size_t const end = log.find('\n', begin);
        lines.emplace_back(log.substr(begin, end - begin));
        begin = end + 1;
    }
    auto const found = likeliest(lines);
    if (found.empty()) return 0;
    return static_cast<std::size_t>(std::find(lines.begin(), lines.end(), found) - lines.begin()) + 1;
}

bool has(std::string_view said, tr::line_sign sign, tr::log_level level = tr::log_level::none) {
    return (tr::signs_of(said, level) >> static_cast<unsigned>(sign) & 1) != 0;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(likely_line_tests)

BOOST_AUTO_TEST_CASE(what_complains_is_chosen_among_what_tidies_up_advises_and_counts) {
    std::string const due = "feed 'north' has no row for 2026-11-26";
    BOOST_TEST(likeliest({"reading 3 feeds", "feed 1 of 3", due, "removing the lock file",
                          "see the manual of feeds for more", "left after 1 of 3 feeds", "exit code 4"}) ==
               due);
    BOOST_TEST(likeliest({due, "closing 3 connections"}) == due);
    std::string const head = "7:M 26 Nov 2026 12:00:00.123 # ";
    BOOST_TEST(likeliest({head + "WARNING The memory is too small, feeds cannot be missing",
                          head + "Feed 'north' failed to load: cannot open it"}) ==
               head + "Feed 'north' failed to load: cannot open it");
    BOOST_TEST(likeliest({"12:00:01 INFO no feed is missing yet", "12:00:02 ERROR " + due,
                          "12:00:03 INFO no feed was sent"}) == "12:00:02 ERROR " + due);
}

BOOST_AUTO_TEST_CASE(of_lines_that_are_equally_likely_the_last_tells_or_what_stands_directly_above_it) {
    BOOST_TEST(likeliest({"cannot read 'a'", "table 3", "table 4", "cannot read 'b'", "2 tables"}) ==
               "cannot read 'b'");
    BOOST_TEST(likeliest({"cannot read 'a'", "cannot read 'b'", "2 tables"}) == "cannot read 'a'");
    BOOST_TEST(likeliest({"cannot read 'a'", "table 3", "cannot read 'b'"}) == "cannot read 'a'");
    BOOST_TEST(likeliest({"cannot read 'a'", "", "cannot read 'b'"}) == "cannot read 'b'");
}

BOOST_AUTO_TEST_CASE(what_measures_errors_or_goes_on_is_not_chosen) {
    BOOST_TEST(likeliest({"epoch 1 error 0.25", "epoch 2 error: 0.12", "read errors=0"}) == "");
    BOOST_TEST(likeliest({"uploading", "12/40", "87%"}) == "");
    BOOST_TEST(likeliest({"warning: part 3 of it will be skipped"}) == "");
    BOOST_TEST(likeliest({R"({"level": "info", "msg": "no plan is due"})", "level=info msg=\"x y z\"",
                          "row 1"}) == "");
    BOOST_TEST(likeliest({}) == "");
    BOOST_TEST(likeliest({"", "  ", "done"}) == "");
}

BOOST_AUTO_TEST_CASE(of_lines_in_one_form_of_errors_the_first_tells) {
    std::string const first = "load: error: row 3: a unit is missing";
    std::string const second = "load: error: row 7: 'kg' is not the unit of 'm'";
    BOOST_TEST(likeliest({"load: 9 rows", first, "  3 | 12", "", "  4 | 13", second, "2 rows"}) == first);
    // it went on between them
    BOOST_TEST(likeliest({first, "load: trying again", second}) == second);
    BOOST_TEST(likeliest({first, "12:00:01 INFO load 2 begins", second}) == second);
    // too far away, or of another tool
    std::vector<std::string> lines(12, "row");
    lines.front() = first;
    lines.push_back(second);
    BOOST_TEST(likeliest(lines) == second);
    BOOST_TEST(likeliest({"save: error: a unit is missing", "table", "table", second}) == second);
}

BOOST_AUTO_TEST_CASE(signs_are_read_from_the_words) {
    using enum tr::line_sign;
    for (std::string const line :
         {"file not found", "Cannot open x", "table x already exists", "was rejected"})
        BOOST_TEST(has(line, complains), line);
    for (std::string_view const line :
         {"the port is in use", "socket unreachable", "fewer than 3 rows", "key wants a name", "2 ran out"})
        BOOST_TEST(has(line, complains), line);
    BOOST_TEST(!has("notable results, 3 annotations", complains));
    BOOST_TEST(!has("the unit is ready, main use", complains));
    for (std::string const line :
         {"error: x", "load: Error: x", "load: a.c: fatal error: x", "[ERROR] x", "Unhandled exception: x"})
        BOOST_TEST(has(line, begins_so), line);
    for (std::string const line :
         {"mean error of all parts: 3", "errors were seen by nobody at all, it seems"})
        BOOST_TEST(!has(line, begins_so), line);
    BOOST_TEST(has("plan.txt:12: x", is_place));
    BOOST_TEST(!has("plan.txt: x", is_place));
    BOOST_TEST(has("no unit '7'", quotes));
    BOOST_TEST(
        has("no unit \xE2\x80\x98"
            "7\xE2\x80\x99",
            quotes));
    BOOST_TEST(!has("don't", quotes));
    BOOST_TEST(has("loss 0.5", is_measure));
    BOOST_TEST(!has("value 22 not in range 0 to 18", is_measure));
    BOOST_TEST(has("Removing the lock", is_aftermath));
    BOOST_TEST(has("Try 'load --help' for more", is_aftermath));
    BOOST_TEST(has("x y", error_level, tr::log_level::error));
    BOOST_TEST(has("x y", calm_level, tr::log_level::debug));
    BOOST_TEST(has("x y", is_short));
    BOOST_TEST(has("x", is_word));
    BOOST_TEST(!has("x y", is_word));
}

BOOST_AUTO_TEST_CASE(signs_tell_a_reason_from_what_is_said_of_the_whole) {
    using enum tr::line_sign;
    for (std::string const line : {"3 errors", "2 of 9 checks failed", "errors: 4", "the set contains errors",
                                   "giving up", "nothing was sent", "Test failures"})
        BOOST_TEST(has(line, is_of_whole), line);
    for (std::string const line : {"no errors", "the disk is full", "answer 500", "written to 3 parts"})
        BOOST_TEST(!has(line, is_of_whole), line);
    for (std::string const line : {"want 3, got 4", "is not 'x' but 'y'", "less than 3"})
        BOOST_TEST(has(line, contrasts), line);
    BOOST_TEST(!has("butter and gotten", contrasts));
    for (std::string const line : {"attempt 2: x", "row 3 skipped", "a retry helps"})
        BOOST_TEST(has(line, speaks_of_attempt), line);
    for (std::string const line :
         {"load failed: x", "check failed with x", "Error in load", "load: error: x"})
        BOOST_TEST(has(line, says_of_what), line);
    BOOST_TEST(!has("it failed", says_of_what));
    BOOST_TEST(has("a b c d e f g h i j k l m", is_long));
    BOOST_TEST(!has("a b c d e f g h i j k l", is_long));
}

BOOST_AUTO_TEST_CASE(signs_are_not_misled_by_how_a_line_begins_or_ends) {
    using enum tr::line_sign;
    BOOST_TEST(has("Use the manual", is_aftermath));
    BOOST_TEST(!has("Use of an empty value", is_aftermath));
    BOOST_TEST(has("If there are any, see the log", is_aftermath));
    // a place or a code is no measure
    BOOST_TEST(has("at load.pl line 8", is_place) == false);
    BOOST_TEST(!has("x at load.pl line 8.", is_measure));
    BOOST_TEST(!has("state of a row (19)", is_measure));
    BOOST_TEST(has("rows (of all) 19", is_measure));
    BOOST_TEST(has("rotate info: cannot find x", calm_level));
    BOOST_TEST(!has("information: cannot find x", calm_level));
    BOOST_TEST(has("no work to do", is_success));
    BOOST_TEST(!has("no work to do", complains));
    BOOST_TEST(has("the step failed", complains));
    BOOST_TEST(has("terminate called after x", complains));
    BOOST_TEST(!has("failed 3 times", complains));
    BOOST_TEST(has("the check failed: x > 0", complains));
    BOOST_TEST(!has("this job failed:", complains));
}

BOOST_AUTO_TEST_CASE(a_mark_or_a_class_begins_an_error_as_its_word_does) {
    using enum tr::line_sign;
    for (std::string const line : {"!!! bag 3: x", "\xE2\x9C\x97 bag 3", "CommandError: bag 3", "[x] bag 3"})
        BOOST_TEST(has(line, begins_so), line);
    for (std::string const line : {"MyError in bag 3", "![x](y)", "NoErrors: 3"})
        BOOST_TEST(!has(line, begins_so), line);
}

BOOST_AUTO_TEST_CASE(what_calls_itself_an_error_does_not_follow_from_what_does_not) {
    BOOST_TEST(at_of("closing\nbag 4: no nuts\nSortError: bag 2 was counted three short of it\n") == 3u);
    BOOST_TEST(at_of("closing\nbag 4: no nuts\nbag 2: no 'shells'\n") == 2u);
}

BOOST_AUTO_TEST_CASE(of_a_list_the_first_tells) {
    BOOST_TEST(
        at_of("12 bags\n  bag  4 nuts  is below 1\n  bag 11 name  cannot be read\n  bag 12 size  '1,5' is "
              "not a number\n") == 2u);
}

BOOST_AUTO_TEST_CASE(what_was_said_before_and_went_by_again_tells_nothing) {
    std::string const error = "ERROR bag 5: no label found, sorted by size\n";
    std::string const again = "ERROR bag 8: no label found, sorted by size\n";
    std::string const calm = "bag 6: 12 nuts\nbag 7: 18 nuts\n";
    BOOST_TEST(at_of(error + calm + again + calm) == 0u);
    BOOST_TEST(at_of(error + again + calm) == 1u);
    BOOST_TEST(at_of(error + calm + again) == 4u);
    BOOST_TEST(at_of(error + calm + again + calm + "sorting failed\n") == 4u);
}

BOOST_AUTO_TEST_CASE(what_was_said_when_all_attempts_were_over_tells) {
    std::string const tries = "attempt 1: bag 3 is locked\nattempt 2: bag 3 is locked\n";
    BOOST_TEST(at_of(tries + "bag 3: not found 'label'\n") == 3u);
    BOOST_TEST(at_of(tries + "sorting ended\n") == 1u);
}

BOOST_AUTO_TEST_CASE(what_its_script_carried_on_behind_tells_nothing) {
    std::string const error = "cat: bag.list: No such file or directory\n";
    BOOST_TEST(at_of(error + "+ true\n+ walk\nwalk is over\n") == 0u);
    BOOST_TEST(at_of(error + "carrying on\nwalk is over\n") == 0u);
    BOOST_TEST(at_of(error + "+ walk\nwalk is over\n") == 1u);
}

BOOST_AUTO_TEST_CASE(what_says_what_was_done_instead_tells_nothing) {
    BOOST_TEST(at_of("walk\nbag 3 is not usable: 'label', put aside\n4: a,b4\nbag 5\n") == 0u);
    BOOST_TEST(at_of("walk\nbag 3 is not usable: 'label', expected 5 nuts\n4: a,b4\nbag 5\n") == 2u);
}

BOOST_AUTO_TEST_CASE(with_calm_lines_between_the_later_of_two_likely_ones_tells) {
    std::string const early = "cp: cannot stat 'bag.extra': No such file\n";
    std::string const late = "cat: cannot write bag.extra: No space left\n";
    BOOST_TEST(at_of(early + "walk 1\nwalk 2\n" + late) == 4u);
    BOOST_TEST(at_of(early + "walk failed\n" + late) == 1u);
}

BOOST_AUTO_TEST_CASE(what_stands_behind_a_conclusion_is_its_reason) {
    using enum tr::line_sign;
    BOOST_TEST(!has("export stopped: bag 3 has no label", is_of_whole));
    BOOST_TEST(has("export stopped: bag 3 has no label", says_of_what));
    BOOST_TEST(has("export stopped", is_of_whole));
    BOOST_TEST(has("export stopped: bag 3", is_of_whole));
    BOOST_TEST(has("bag 3 is broken: nothing was exported", is_of_whole));
    BOOST_TEST(!has("report cannot be released", is_aftermath));
    BOOST_TEST(has("report is in 'walk.txt'", is_aftermath));
}

BOOST_AUTO_TEST_SUITE_END()

#include "task_agent/trace/handling_words.hpp"

#include "task_agent/trace/cause.hpp"

#include <boost/test/unit_test.hpp>

#include "unit/trace/stream_of.hpp"

namespace tr = task_agent::trace;

namespace {

std::string const trace =
    "Traceback (most recent call last):\n  File \"/app/main.py\", line 3, in step\nValueError: a\n";

tr::found_trace const* chosen_in(std::string const& log) {
    static std::vector<tr::found_trace> found;
    found = tr::traces_in(log);
    tr::end_facts facts;
    facts.err_traces = found;
    facts.err_tail = log;
    return tr::choose_cause(facts).trace;
}

std::string many_lines() {
    std::string text;
    for (int i = 0; i < 30; ++i)
        text += "INFO step " + std::to_string(i) + "\n";
    return text;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(handling_words_tests)

BOOST_AUTO_TEST_CASE(what_nobody_caught_is_the_cause_whatever_follows) {
    BOOST_TEST(chosen_in(trace + many_lines()));
    BOOST_TEST(chosen_in("INFO step 1\n" + trace + many_lines()));
}

BOOST_AUTO_TEST_CASE(what_a_logger_wrote_below_error_and_was_survived_is_not) {
    BOOST_TEST(!chosen_in("2026-11-22 12:00:00 WARNING cannot read\n" + trace + many_lines()));
    BOOST_TEST(!chosen_in("cannot read, retrying in 5 s\n" + trace + many_lines()));
    BOOST_TEST(chosen_in("2026-11-22 12:00:00 WARNING cannot read\n" + trace));
    BOOST_TEST(
        chosen_in("2026-11-22 12:00:00 ERROR cannot read\n" + trace + many_lines() + "closing files\n"));
    BOOST_TEST(!chosen_in("2026-11-22 12:00:00 ERROR cannot read\n" + trace + many_lines()));
    BOOST_TEST(!chosen_in(trace + "INFO switched off, going on without\n" + many_lines()));
    BOOST_TEST(!chosen_in(trace + many_lines() + "backup complete: 30 blocks, 0 errors\n"));
}

BOOST_AUTO_TEST_CASE(what_ended_the_process_goes_before_what_was_logged) {
    std::string const last =
        "Traceback (most recent call last):\n  File \"/app/main.py\", line 9, in end\nKeyError: 'b'\n";
    auto const* const one = chosen_in("ERROR cannot read\n" + trace + "\nstep 2\n" + last);
    BOOST_REQUIRE(one);
    BOOST_TEST(one->cause_line == "KeyError: 'b'");
    auto const* const other = chosen_in(last + "\nERROR cannot read\n" + trace);
    BOOST_REQUIRE(other);
    BOOST_TEST(other->cause_line == "KeyError: 'b'");
}

BOOST_AUTO_TEST_CASE(quoted_and_expected_traces_are_none) {
    std::string quoted;
    for (auto const* line :
         {"Traceback (most recent call last):", "  File \"/app/main.py\", line 3, in step", "ValueError: a"})
        quoted += std::string("    > ") + line + "\n";
    BOOST_TEST(!chosen_in("It says\n" + quoted + "and ends\n"));
    BOOST_TEST(!chosen_in(trace + "ok\n"));
    BOOST_TEST(!chosen_in(trace + "ended with 1 as expected\n"));
}

BOOST_AUTO_TEST_CASE(a_log_that_ends_with_success_has_no_cause_far_above) {
    BOOST_TEST(!chosen_in(trace + many_lines() + "training finished\n"));
    BOOST_TEST(chosen_in(trace + many_lines() + "training did not finish: error\n"));
}

BOOST_AUTO_TEST_CASE(a_level_that_every_line_wears_is_the_launchers) {
    std::string const tag = "2026-11-22 12:00:00 INFO ";
    std::string log;
    for (auto const* line :
         {"Traceback (most recent call last):", "  File \"/app/main.py\", line 3, in step", "ValueError: a"})
        log += tag + line + "\n";
    BOOST_TEST(chosen_in(log + many_lines()));
}

BOOST_AUTO_TEST_SUITE_END()

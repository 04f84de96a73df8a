#include <boost/test/unit_test.hpp>

#include "unit/trace/only_one_in.hpp"

namespace tr = task_agent::trace;

namespace {

std::string const rule = "\xE2\x80\x95\xE2\x80\x95\xE2\x80\x95\xE2\x80\x95\xE2\x80\x95";
std::string const failed = "3/4 nuts FAIL            0.01s   exit status 1\n";
std::string const counts =
    "\nOk:                 3   \nExpected Fail:      0   \nFail:               1   \n"
    "Unexpected Pass:    0   \nSkipped:            0   \nTimeout:            0   \n";

std::string shown(std::string const& test, std::string const& output) {
    return test + ">>> SEED_=119 /app/out/nuttest\n" + rule + " \xE2\x9C\x80  " + rule + "\n" + output +
           rule + "\n";
}

std::string list_of(std::string const& tests) {
    return "\n\nSummary of Failures:\n\n" + tests + counts;
}

// What meson says of the first test that failed, and of others and all behind it.
tr::found_trace only(std::string const& text, std::string const& behind) {
    auto const found = tr::only_one_in(
        "1/4 shop OK              0.01s\n" + text + behind + "\nFull log written to x.txt\n", "make");
    BOOST_TEST(found.exception.type == "test failed");
    BOOST_TEST(found.text == text);
    BOOST_TEST((found.role == tr::trace_role::detached));
    return found;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(meson_test_tests)

BOOST_AUTO_TEST_CASE(what_a_test_said_on_stderr_is_told) {
    std::string const output = "stdout:\nselling\nstderr:\nnuttest.c:14: nut 2 is not sold\nbye\n";
    auto found = only(shown(failed, output), list_of(failed));
    BOOST_TEST(found.exception.message == "nut 2 is not sold");
    BOOST_REQUIRE(found.exception.frames.size() == 1u);
    BOOST_TEST(found.exception.frames[0].file == "nuttest.c");
    BOOST_TEST(found.exception.frames[0].line == 14);
    // the first test that failed tells
    std::string const next = "4/4 salt FAIL            0.01s   exit status 1\n";
    found = only(shown(failed, output), shown(next, "stderr:\nno salt left\n") + list_of(failed + next));
    BOOST_TEST(found.exception.message == "nut 2 is not sold");
}

BOOST_AUTO_TEST_CASE(without_errors_the_last_of_its_output_or_its_end_is_told) {
    BOOST_TEST(only(shown(failed, "stdout:\nselling\nno nut left\n"), list_of(failed)).exception.message ==
               "no nut left");
    // its output is not shown, or was lost
    for (std::string const command : {"", ">>> SEED_=119 /app/out/nuttest\n"})
        BOOST_TEST(only(failed + command, "no nut left\n" + list_of(failed)).exception.message ==
                   "3/4 nuts FAIL            0.01s   exit status 1");
    BOOST_TEST(tr::only_one_in(list_of(failed), "make").exception.message ==
               "3/4 nuts FAIL            0.01s   exit status 1");
    std::string const late = "3/4 shop / nuts TIMEOUT         1.01s   killed by signal 15 SIGTERM";
    BOOST_TEST(only(shown(late + "\n", "stdout:\nselling\n"), list_of(late + "\n")).exception.message ==
               late);
    std::string const killed = "3/4 shop / nuts FAIL            1.01s   killed by signal 11 SIGSEGV";
    BOOST_TEST(only(shown(killed + "\n", "stdout:\nselling\n"), list_of(killed + "\n")).exception.message ==
               killed);
}

BOOST_AUTO_TEST_CASE(other_tests_and_other_lists_are_none) {
    BOOST_TEST(tr::traces_in("3/4 nuts OK              0.01s\n>>> SEED_=119 /app/out/nuttest\n").empty());
    BOOST_TEST(tr::traces_in("3/4 of the nuts FAIL to grow\n>>> sell(3)\n").empty());
    BOOST_TEST(tr::traces_in("3/4 nuts FAIL of all\n" + counts).empty());
    BOOST_TEST(tr::traces_in("3/4 nuts OK              0.01s\n\nSummary of Failures:\n\nno nut\n").empty());
}

BOOST_AUTO_TEST_SUITE_END()

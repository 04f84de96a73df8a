#include <boost/test/unit_test.hpp>

#include "unit/trace/only_one_in.hpp"

namespace tr = task_agent::trace;

namespace {

std::string const rule = "\xE2\x80\x95\xE2\x80\x95\xE2\x80\x95\xE2\x80\x95\xE2\x80\x95";
std::string const failed = "3/4 nuts FAIL            0.01s   exit status 1\n>>> SEED_=119 /app/out/nuttest\n";

std::string shown(std::string const& output) {
    return failed + rule + " \xE2\x9C\x80  " + rule + "\n" + output + rule + "\n";
}

}  // namespace

BOOST_AUTO_TEST_SUITE(meson_test_tests)

BOOST_AUTO_TEST_CASE(what_a_test_said_on_stderr_is_told) {
    std::string const text = shown("stdout:\nselling\nstderr:\nnuttest.c:14: nut 2 is not sold\nbye\n");
    auto const found = tr::only_one_in("1/4 shop OK              0.01s\n" + text + "\nOk:  1\n", "cpp");
    BOOST_TEST(found.exception.type == "test failed");
    BOOST_TEST(found.exception.message == "nut 2 is not sold");
    BOOST_TEST(found.exception.frames.back().file == "nuttest.c");
    BOOST_TEST(found.exception.frames.back().line == 14);
    BOOST_TEST(found.text == text);
    BOOST_TEST((found.role == tr::trace_role::detached));
}

BOOST_AUTO_TEST_CASE(without_errors_the_last_of_its_output_or_its_end_is_told) {
    BOOST_TEST(tr::only_one_in(shown("stdout:\nselling\nno nut left\n"), "cpp").exception.message ==
               "no nut left");
    auto const silent = tr::only_one_in(
        " 3/14 shop / nuts TIMEOUT         1.01s   killed by signal 15 SIGTERM\n"
        ">>> SEED_=119 /app/out/nuttest\n\nOk:  1\n",
        "cpp");
    BOOST_TEST(silent.exception.message ==
               "3/14 shop / nuts TIMEOUT         1.01s   killed by signal 15 SIGTERM");
    std::string const late = "3/4 nuts TIMEOUT         1.01s   killed by signal 15 SIGTERM";
    BOOST_TEST(tr::only_one_in(late + shown("stdout:\nselling\n").substr(failed.find('\n')), "cpp")
                   .exception.message == late);
}

BOOST_AUTO_TEST_CASE(other_tests_and_other_prompts_are_none) {
    BOOST_TEST(tr::traces_in("3/4 nuts OK              0.01s\n>>> SEED_=119 /app/out/nuttest\n").empty());
    BOOST_TEST(tr::traces_in("3/4 of the nuts FAIL to grow\n>>> sell(3)\n").empty());
}

BOOST_AUTO_TEST_SUITE_END()

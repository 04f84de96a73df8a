#include "task_agent/trace/trace_weight.hpp"

#include <boost/test/unit_test.hpp>

#include "unit/trace/only_one_in.hpp"

namespace tr = task_agent::trace;

BOOST_AUTO_TEST_SUITE(r_tests)

BOOST_AUTO_TEST_CASE(the_call_is_the_only_frame) {
    std::string const text = "Error in go(car) : \n  no fuel\nCalls: main -> go\nExecution halted\n";
    auto const found = tr::traces_in("before\n" + text + "after\n");
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found[0].text == text);
    BOOST_TEST(found[0].exception.message == "no fuel");
    BOOST_TEST(found[0].exception.frames.back().function == "go(car)");
}

BOOST_AUTO_TEST_CASE(an_error_that_try_printed_is_no_trace) {
    BOOST_TEST(tr::traces_in("Error in go(car) : no fuel\nwalking\n").empty());
    BOOST_TEST(tr::traces_in("Execution halted\n").empty());
}

BOOST_AUTO_TEST_CASE(rlang_prints_its_message_below_and_causes_behind) {
    std::string const text =
        "Error in `drive()`:\n! cannot drive\nCaused by error in `fuel()`:\n! tank is empty\nBacktrace:\n"
        "    \u2586\n 1. \u251C\u2500global drive()\n 2. \u2514\u2500global fuel()\nExecution halted\n";
    auto const found = tr::traces_in("before\n" + text + "after\n");
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found[0].text == text);
    BOOST_TEST(found[0].exception.message == "cannot drive");
    BOOST_TEST(found[0].exception.frames.back().function == "drive()");
    BOOST_REQUIRE(found[0].exception.chain.size() == 1u);
    BOOST_TEST(found[0].exception.chain[0].message == "tank is empty");
    BOOST_TEST(found[0].root_line == "tank is empty");
}

BOOST_AUTO_TEST_CASE(a_handler_that_prints_the_calls_ends_the_program_itself) {
    std::string const text =
        "Error in go(car) : \n  no fuel,\n but a driver\nCalls: main -> go\n3: (function () \n   {\n"
        "       traceback(2)\n   })()\n2: go(car)\n1: main(car)\n";
    auto const found = tr::traces_in("before\n" + text + "after\n");
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found[0].text == text);
    BOOST_TEST(found[0].exception.message == "no fuel,");
    auto const single =
        tr::traces_in("Error in go(car) : no fuel\n2: stop(\"no fuel\")\n1: go(car)\nafter\n");
    BOOST_REQUIRE(single.size() == 1u);
    BOOST_TEST(single[0].last_line == 2u);
}

BOOST_AUTO_TEST_CASE(warnings_stand_before_the_last_line) {
    auto const found = tr::traces_in(
        "Error in file(f) : cannot open\nCalls: read -> file\nIn addition: Warning message:\nIn file(f) :\n"
        "  no such file\nExecution halted\nafter\n");
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found[0].last_line == 5u);
}

BOOST_AUTO_TEST_CASE(output_behind_the_calls_is_not_of_the_trace) {
    auto const found = tr::traces_in("Error in go(car) : no fuel\nCalls: main -> go\nwalking\nhome\n");
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found[0].last_line == 1u);
}

BOOST_AUTO_TEST_CASE(a_script_that_is_not_there_and_a_crash_of_r_itself) {
    auto const none = tr::traces_in("Fatal error: cannot open file 'go.R': No such file or directory\n");
    BOOST_REQUIRE(none.size() == 1u);
    BOOST_TEST(none[0].exception.message == "cannot open file 'go.R': No such file or directory");
    std::string const text =
        " *** caught segfault ***\naddress 0x10, cause 'memory not mapped'\n\nTraceback:\n 1: go(car)\n 2: "
        "main()\n"
        "An irrecoverable exception occurred. R is aborting now ...\n";
    auto const found = tr::traces_in(text + "after\n");
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found[0].text == text);
    BOOST_TEST((found[0].role == tr::trace_role::native_crash));
    BOOST_TEST(found[0].exception.type == "segfault");
    BOOST_TEST(found[0].exception.frames.back().function == "go(car)");
}

BOOST_AUTO_TEST_CASE(lists_that_look_like_calls_are_none) {
    for (auto const* text : {"2: buy milk\n1: pay\n", "Error: bad luck\n1: pay\n", "Calls: 3 today\n",
                             "Error in go(car) : no fuel\nlate\n1: pay\n"})
        BOOST_TEST(tr::traces_in(text).empty(), text);
}

BOOST_AUTO_TEST_CASE(the_words_between_call_and_message_may_stand_in_the_call) {
    auto const found = tr::traces_in("Error in f(\"a : b\") : no nut\nExecution halted\n");
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found[0].exception.message == "no nut");
    BOOST_TEST(found[0].exception.frames.at(0).function == "f(\"a : b\")");
}

BOOST_AUTO_TEST_CASE(source_that_a_parser_shows_is_no_list_of_calls) {
    auto const found = tr::traces_in(
        "Error in parse(text = \"1 +* 2\") : <text>:1:4: unexpected '*'\n1: 1 +*\n       ^\n"
        "Calls: eval -> parse\nExecution halted\n");
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found[0].first_line == 0u);
    BOOST_TEST(found[0].last_line == 4u);
}

BOOST_AUTO_TEST_CASE(an_error_may_have_no_words) {
    auto const found = tr::traces_in("Error in f() : \nExecution halted\n");
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found[0].exception.message.empty());
    BOOST_TEST(found[0].exception.frames.at(0).function == "f()");
}

BOOST_AUTO_TEST_CASE(what_was_caught_is_a_notice_as_the_last_word) {
    for (std::string const line : {"Error in f() : no nut", "<simpleError in f(): no nut>"}) {
        auto const found = tr::traces_in("working\n" + line + "\n");
        BOOST_REQUIRE_MESSAGE(found.size() == 1u, line);
        BOOST_TEST((found[0].role == tr::trace_role::notice));
        BOOST_TEST(found[0].exception.message == "no nut");
        BOOST_TEST(tr::traces_in(line + "\ngoing on\n").empty());
    }
    BOOST_TEST(tr::traces_in("Error in the second row : 3\n").empty());
}

BOOST_AUTO_TEST_CASE(a_report_that_was_quit_names_its_lines_first) {
    auto const found =
        tr::traces_in("Quitting from lines 3-5 (shop.Rmd) \nError in f() : no nut\nExecution halted\n");
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found[0].first_line == 0u);
    BOOST_TEST(found[0].exception.message == "no nut");
}

BOOST_AUTO_TEST_CASE(many_calls_of_rlang_stand_below_the_error) {
    std::string text = "Error in `open()`:\n! no lid\nBacktrace:\n";
    for (int i = 1; i <= 60; ++i)
        text += " " + std::to_string(i) + ". |-shop::open()\n";
    text += "Execution halted\n";
    auto const found = tr::only_one_in("3 rows\n" + text, "r");
    BOOST_TEST(found.exception.message == "no lid");
    BOOST_TEST(found.text == text);
    BOOST_TEST(tr::only_one_in("Error in `map()`:\n\u2139 In index: 3.\nExecution halted\n", "r")
                   .exception.message == "In index: 3.");
}

BOOST_AUTO_TEST_CASE(a_worker_that_lost_its_master_did_not_fail_first) {
    auto const found = tr::traces_in(
        "Error in unserialize(node$con) : error reading from connection\nCalls: <Anonymous> -> recvData\n"
        "Execution halted\n");
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST(tr::is_cascade(found[0]));
}

BOOST_AUTO_TEST_CASE(what_optparse_was_stopped_by_is_told_behind_the_script) {
    auto const found = tr::only_one_in(
        "Usage: bag.R [options]\n\nbag.R: error: Error in getopt(spec = spec) : no flag \"nust\"\n\n", "r");
    BOOST_TEST(found.exception.message == "no flag \"nust\"");
    BOOST_TEST(found.first_line == 2u);
    BOOST_TEST((found.role == tr::trace_role::notice));
    BOOST_TEST(
        tr::traces_in("bag.R: error: Error in getopt(spec = spec) : no flag\nrow 1\nrow 2\nrow 3\n").empty());
}

BOOST_AUTO_TEST_CASE(a_package_that_cannot_be_parsed_is_told_by_its_source) {
    std::string const text =
        "Error in parse(outFile) : \n  /srv/car/R/go.R:3:5: unexpected symbol\n2: go <- function(a) {\n3:   "
        "a b\n      ^\n";
    auto const found = tr::only_one_in(
        "* installing *source* package ‘car’ ...\n" + text +
            "ERROR: unable to collate and parse R files for package ‘car’\n* removing ‘/usr/lib/R/car’\n",
        "r");
    BOOST_TEST(found.text == text);
    BOOST_TEST(found.exception.message == "/srv/car/R/go.R:3:5: unexpected symbol");
    BOOST_TEST((found.role == tr::trace_role::raised));
    BOOST_TEST(tr::traces_in("* installing *source* package ‘car’\n* removing ‘car’\nrow\n").empty());
}

BOOST_AUTO_TEST_SUITE_END()

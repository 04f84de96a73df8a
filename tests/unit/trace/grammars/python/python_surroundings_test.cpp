// Tracebacks that are quoted, expected by a test or drawn by a logger.
#include "task_agent/trace/trace_weight.hpp"

#include <boost/test/unit_test.hpp>

#include "unit/trace/stream_of.hpp"

namespace tr = task_agent::trace;

namespace {

std::string trace_with(std::string const& margin) {
    return margin + "Traceback (most recent call last):\n" + margin + "  File \"a.py\", line 3, in f\n" +
           margin + "    g()\n" + margin + "ValueError: bad";
}

}  // namespace

BOOST_AUTO_TEST_SUITE(python_surroundings_tests)

BOOST_AUTO_TEST_CASE(quoted_tracebacks_are_none) {
    std::string const trace = trace_with("");
    for (std::string const& text :
         {"```\n" + trace + "\n```", "It says:\n" + trace + "\n```\n", "<p>\n<pre>\n" + trace + "\n</pre>",
          "<pre>" + trace + "</pre>", "{code}\n" + trace + "\n{code}",
          "INSERT INTO log VALUES (3, '" + trace + "');", "id,log\n1,\"" + trace + "\"", trace_with("+"),
          trace_with("-"), "12:01 <ann> it fails\n" + trace_with("12:01 <ann> ")})
        BOOST_TEST(tr::traces_in(text + "\nfine\n").empty(), text);
}

BOOST_AUTO_TEST_CASE(bars_and_streams_before_a_header_are_no_quotation) {
    for (std::string const before : {"", " 10%|#   | 1/10 [00:01<00:09]", "loading ... ", "[1,3]<stderr>:"})
        BOOST_TEST(tr::traces_in(before + trace_with("") + "\n").size() == 1u, before);
}

BOOST_AUTO_TEST_CASE(what_tests_that_passed_have_printed_is_no_cause) {
    for (std::string const behind :
         {".\n1 passed in 0.01s\n", "...\n-------------------\nRan 3 tests in 0.1s\n\nOK\n",
          "---------- Captured log call ----------\nINFO x\n======= 2 passed, 1 warning in 0.1s =======\n",
          "\n-----------------------\nRan 1 test in 0.000s\n\nOK (expected failures=1)\n"}) {
        auto const found = tr::traces_in(trace_with("") + "\n" + behind);
        BOOST_REQUIRE(found.size() == 1u);
        BOOST_TEST(tr::weight_of(found[0]) < tr::doubtful, behind);
        BOOST_TEST(found[0].text == trace_with("") + "\n");
    }
}

BOOST_AUTO_TEST_CASE(a_test_that_failed_keeps_its_trace) {
    auto const found = tr::traces_in("ERROR: test_a (t.T)\n-----------\n" + trace_with("") +
                                     "\n\n--------------\nRan 1 test in 0.1s\n\nFAILED (errors=1)\n");
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST(tr::weight_of(found[0]) >= tr::doubtful);
}

BOOST_AUTO_TEST_CASE(a_task_lost_behind_the_programs_word_of_success_is_no_cause) {
    std::string const lost =
        "Task exception was never retrieved\nfuture: <Task finished name='Task-2'>\n" + trace_with("") + "\n";
    auto const well = tr::traces_in("all 3 batches stored, done\n" + lost);
    BOOST_REQUIRE(well.size() == 1u);
    BOOST_TEST(tr::weight_of(well[0]) < tr::doubtful);
    BOOST_TEST(well[0].exception.type == "ValueError");
    auto const unwell = tr::traces_in("batch 3 of 9\n" + lost);
    BOOST_REQUIRE(unwell.size() == 1u);
    BOOST_TEST(tr::weight_of(unwell[0]) >= tr::doubtful);
}

BOOST_AUTO_TEST_CASE(a_record_that_could_not_be_written_ends_nothing) {
    std::string const text = "--- Logging error ---\n" + trace_with("") +
                             "\nCall stack:\n  File \"b.py\", line 9, in main\n    log.info(\"%d\", name)\n"
                             "Message: '%d'\nArguments: ('x',)\n";
    auto const found = tr::traces_in(text + "going on\n");
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST((found[0].role == tr::trace_role::ignored));
    BOOST_TEST(found[0].text == text);
    BOOST_TEST(found[0].exception.frames.back().file == "a.py");
    auto const old = tr::traces_in(trace_with("") + "\nLogged from file b.py, line 9\ngoing on\n");
    BOOST_REQUIRE(old.size() == 1u);
    BOOST_TEST((old[0].role == tr::trace_role::ignored));
    BOOST_TEST(old[0].text == trace_with("") + "\nLogged from file b.py, line 9\n");
}

BOOST_AUTO_TEST_CASE(a_second_trace_among_a_test_runners_lines_is_its_own) {
    auto const found = tr::traces_in(trace_with("") + "\n..\n" + trace_with("") + "\n");
    BOOST_TEST(found.size() == 2u);
}

BOOST_AUTO_TEST_CASE(logurus_mark_and_values_belong_to_its_frames) {
    std::string const text =
        "Traceback (most recent call last):\n\n  File \"a.py\", line 9, in <module>\n    main()\n"
        "    └ <function main at 0x7f>\n\n> File \"a.py\", line 3, in main\n    return 1 / x\n               "
        "└ 0\n\n"
        "ZeroDivisionError: division by zero\n";
    auto const found = tr::traces_in(text + "next\n");
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found[0].exception.frames.size() == 2u);
    BOOST_TEST(found[0].exception.frames.back().function == "main");
    BOOST_TEST(found[0].exception.type == "ZeroDivisionError");
}

BOOST_AUTO_TEST_SUITE_END()

#include <boost/test/unit_test.hpp>

#include "unit/trace/stream_of.hpp"

namespace tr = task_agent::trace;

BOOST_AUTO_TEST_SUITE(node_tests)

BOOST_AUTO_TEST_CASE(an_uncaught_error_is_read_from_its_excerpt_to_its_last_cause) {
    std::string const text =
        "/app/a.js:3\n  throw e;\n  ^\n\nTypeError [ERR_X]: outer\nsecond line\n"
        "    at Object.<anonymous> (/app/a.js:3:9)\n    ... 4 lines matching cause stack trace ...\n"
        "    at node:internal/main/run_main_module:28:49 {\n  code: 'ERR_X',\n"
        "  [cause]: RangeError: inner\n      at f (/app/a.js:1:2)\n}\n";
    auto const found = tr::traces_in("before\n" + text + "\nNode.js v20.1.0\nafter\n");
    BOOST_REQUIRE(found.size() == 1u);
    auto const& e = found[0].exception;
    BOOST_TEST(found[0].text == text);
    BOOST_TEST(e.type == "TypeError");
    BOOST_TEST(e.message == "outer");
    BOOST_TEST(found[0].root_line == "RangeError: inner");
    BOOST_REQUIRE(e.frames.size() == 2u);
    BOOST_TEST(e.frames[1].file == "/app/a.js");
    BOOST_TEST(e.frames[1].line == 3);
    BOOST_TEST((found[0].role == tr::trace_role::raised));
}

BOOST_AUTO_TEST_CASE(a_process_that_ends_does_not_go_on_with_what_was_to_be_tried) {
    auto const found = tr::traces_in(
        "{\"level\":\"ERROR\",\"message\":\"no bag, trying another bag from the list\"}\n"
        "node:internal/process/promises:391\n    triggerUncaughtException(err, true);\n    ^\n\n"
        "NoBagError\n  Caused by: BagError: bag 3 is gone\n    at f (/app/a.js:1:2) {\n  retries: 2\n}\n\n"
        "Node.js v20.1.0\n");
    BOOST_REQUIRE(!found.empty());
    BOOST_TEST(found.back().exception.type == "NoBagError");
    BOOST_TEST((found.back().handled == tr::handling::none));
}

BOOST_AUTO_TEST_CASE(a_thrown_value_is_known_by_the_hint_below_it) {
    std::string const text =
        "/app/p.js:1\nthrow 'plain'\n^\nplain\n"
        "(Use `node --trace-uncaught ...` to show where the exception was thrown)\n";
    auto const found = tr::traces_in("\n" + text + "\nNode.js v20.1.0\n");
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found[0].text == text);
    BOOST_TEST(found[0].cause_line == "plain");
}

BOOST_AUTO_TEST_CASE(printed_errors_are_traces_of_their_own) {
    std::string const one = "Error: one\n    at f (/a.js:1:2)\n";
    auto const found = tr::traces_in(one + "Error: two\n    at /a.js:2:2 {\n  code: 2\n}\nafter\n");
    BOOST_REQUIRE(found.size() == 2u);
    BOOST_TEST(found[0].text == one);
    BOOST_TEST(found[1].text.ends_with("}\n"));
    BOOST_TEST((found[0].role == tr::trace_role::detached));
}

BOOST_AUTO_TEST_CASE(a_full_heap_is_a_resource) {
    std::string const text =
        "<--- Last few GCs --->\n\n[1:0x1]  92 ms: Mark-Compact 16.8 (49.5)\n\n<--- JS stacktrace --->\n\n"
        "FATAL ERROR: Reached heap limit Allocation failed - JavaScript heap out of memory\n"
        "----- Native stack trace -----\n\n 1: 0xb78db3 node::f() [node]\n10: 0x195e476  [node]\n";
    auto const found = tr::traces_in(text + "after\n");
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found[0].text == text);
    BOOST_TEST((found[0].role == tr::trace_role::resource));
}

BOOST_AUTO_TEST_CASE(healthy_indented_lines_start_nothing) {
    BOOST_TEST(tr::traces_in("Error: x\n    at noon\nplain\n    at f (/a.js:1:2)\n").size() <= 1u);
    BOOST_TEST(tr::traces_in("plain\n    at f (/a.js:1:2)\n    at the end\n").empty());
}

BOOST_AUTO_TEST_CASE(a_class_of_the_programs_own_is_known_by_its_capitals) {
    for (std::string const before : {"", "giving up: "}) {
        auto const found = tr::traces_in(before + "SeatTaken: row 3\n    at f (/app/a.js:1:2)\n");
        BOOST_REQUIRE(found.size() == 1u);
        BOOST_TEST(found[0].exception.type == "SeatTaken");
        BOOST_TEST(found[0].exception.message == "row 3");
    }
    for (std::string const other : {"OldWarning: x", "Trace: x", "INFO: x", "Server: x"})
        BOOST_TEST(tr::traces_in(other + "\n    at f (/app/a.js:1:2)\n").empty(), other);
}

BOOST_AUTO_TEST_CASE(an_error_inside_a_printed_object_is_not_the_one_before) {
    auto const found = tr::traces_in(
        "Error: first\n    at f (/a.js:1:2)\n{\n  err: Error: inner\n      at g (/a.js:2:2)\n}\n");
    BOOST_REQUIRE(!found.empty());
    BOOST_TEST(found[0].exception.message == "first");
    BOOST_TEST(found[0].exception.frames.size() == 1u);
    BOOST_TEST(found[0].last_line == 1u);
}

BOOST_AUTO_TEST_CASE(an_abort_that_was_asked_for_is_known_by_its_native_stack) {
    std::string const text =
        "----- Native stack trace -----\n\n 1: 0xd3a3c0 node::Abort() [node]\n 2: 0xf50bdf  [node]\n";
    auto const found =
        tr::traces_in("before\n" + text + "\n----- JavaScript stack trace -----\n\n1: f (/a.js:1:9)\n");
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found[0].text == text);
    BOOST_TEST(found[0].exception.type == "abort");
    BOOST_TEST(found[0].exception.frames.back().function == "node::Abort()");
    BOOST_TEST((found[0].role == tr::trace_role::native_crash));
}

BOOST_AUTO_TEST_CASE(an_error_behind_a_last_word_is_read_with_its_frames) {
    for (std::string const before : {"fatal: ", "fatal: giving up: ", "giving up: "}) {
        std::string const text =
            before + "TypeError: no row\n    at f (/app/a.js:1:2)\n    at g (/app/a.js:7:2)\n";
        auto const found = tr::traces_in(text);
        BOOST_REQUIRE(found.size() == 1u);
        BOOST_TEST(found[0].text == text);
        BOOST_TEST(found[0].exception.type == "TypeError");
        BOOST_TEST(found[0].exception.frames.size() == 2u);
    }
    auto const found = tr::traces_in("giving up: TypeError: no row\nin a.csv\n    at f (/app/a.js:1:2)\n");
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found[0].first_line == 0u);
}

BOOST_AUTO_TEST_CASE(what_nobody_caught_was_not_got_over_though_a_record_above_says_so) {
    std::string const trace =
        "node:internal/process/promises:391\n    triggerUncaughtException(err, true /* fromPromise */);\n"
        "    ^\n\nError: no broker\n    at open (/app/feed.js:3:9)\n\nNode.js v20.1.0\n";
    auto const uncaught = tr::traces_in("broker 1 is away, trying again\n" + trace);
    BOOST_REQUIRE(uncaught.size() == 1u);
    BOOST_TEST((uncaught[0].handled == tr::handling::none));
    auto const caught =
        tr::traces_in("broker 1 is away, trying again\nError: no broker\n    at open (/app/feed.js:3:9)\n");
    BOOST_REQUIRE(caught.size() == 1u);
    BOOST_TEST((caught[0].handled == tr::handling::survived));
}

BOOST_AUTO_TEST_SUITE_END()

#include "task_agent/trace/grammars/node/node_uncaught.hpp"

#include <boost/test/unit_test.hpp>

#include "unit/trace/only_one_in.hpp"
#include "unit/trace/stream_of.hpp"

namespace tr = task_agent::trace;

BOOST_AUTO_TEST_SUITE(node_uncaught_tests)

BOOST_AUTO_TEST_CASE(an_exception_that_aborts_is_told_with_its_frames) {
    std::string const text =
        "Uncaught TypeError: shard is gone\n\nFROM\nload (/srv/n.js:1:18)\n"
        "Timeout.main [as _onTimeout] (/srv/n.js:2:18)\nprocess.processTimers (node:internal/timers:519:7)\n";
    auto const t = tr::only_one_in("up\n" + text + "Trace/breakpoint trap\n", "node");
    BOOST_TEST(t.text == text);
    BOOST_TEST(t.cause_line == "TypeError: shard is gone");
    BOOST_TEST(t.exception.type == "TypeError");
    BOOST_TEST(t.exception.message == "shard is gone");
    BOOST_REQUIRE(t.exception.frames.size() == 3u);
    BOOST_TEST(t.exception.frames.back().function == "load");
    BOOST_TEST(t.exception.frames.back().file == "/srv/n.js");
    BOOST_TEST(t.exception.frames.back().line == 1);
}

BOOST_AUTO_TEST_CASE(a_query_below_such_a_word_is_no_trace) {
    BOOST_TEST(tr::traces_in("Uncaught in the rye\nSELECT title\nFROM\nbooks\n").empty());
    BOOST_TEST(tr::traces_in("FROM\nload (/srv/n.js:1:18)\n").empty());
    // what was thrown has no text
    BOOST_TEST(tr::traces_in("Uncaught \nFROM\nload (/srv/n.js:1:18)\n").empty());
    BOOST_TEST(tr::traces_in("Uncaught \n\nFROM\nload (/srv/n.js:1:18)\n").empty());
}

BOOST_AUTO_TEST_CASE(a_report_that_is_written_above_the_native_stack_hides_nothing) {
    auto const t = tr::only_one_in(
        "<--- Last few GCs --->\n\n\n<--- JS stacktrace --->\n\n"
        "FATAL ERROR: Reached heap limit Allocation failed - JavaScript heap out of memory\n\n"
        "Writing Node.js report to file: report.20261128.125146.31067.0.001.json\n"
        "Node.js report completed\n----- Native stack trace -----\n\n"
        " 1: 0xb78db3 node::OOMErrorHandler(char const*, v8::OOMDetails const&) [node]\n",
        "node");
    BOOST_TEST((t.role == tr::trace_role::resource));
    BOOST_TEST(t.exception.message.starts_with("Reached heap limit"));
    BOOST_TEST(t.exception.frames.size() == 1u);
}

BOOST_AUTO_TEST_SUITE_END()

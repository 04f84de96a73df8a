#include <boost/test/unit_test.hpp>

#include "unit/trace/stream_of.hpp"

namespace tr = task_agent::trace;

BOOST_AUTO_TEST_SUITE(haskell_tests)

BOOST_AUTO_TEST_CASE(an_error_is_read_with_its_message_and_its_call_stack) {
    std::string const text =
        "mill: no flour\n  for loaf 3\nCallStack (from HasCallStack):\n  error, called at src/Mill.hs:12:5 "
        "in main:Mill\n"
        "  grind, called at app/Main.hs:4:8 in main:Main\n";
    auto const found = tr::traces_in("loaf 1\n" + text + "closing\n");
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found[0].text == text);
    BOOST_TEST(found[0].exception.message == "no flour");
    BOOST_REQUIRE(found[0].exception.frames.size() == 2u);
    BOOST_TEST(found[0].exception.frames.back().file == "src/Mill.hs");
    BOOST_TEST(found[0].exception.frames.back().line == 12);
    BOOST_TEST(found[0].exception.frames.back().function == "error");
}

BOOST_AUTO_TEST_CASE(a_call_stack_without_an_error_or_without_calls_is_none) {
    BOOST_TEST(
        tr::traces_in("trace of it\nCallStack (from HasCallStack):\n  f, called at a.hs:1:1 in main:Main\n")
            .empty());
    BOOST_TEST(tr::traces_in("mill: no flour\nCallStack (from HasCallStack):\nnothing\n").empty());
    BOOST_TEST(tr::traces_in("mill: no flour\n").empty());
}

BOOST_AUTO_TEST_SUITE_END()

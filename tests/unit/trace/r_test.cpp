#include <boost/test/unit_test.hpp>

#include "unit/trace/stream_of.hpp"

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

BOOST_AUTO_TEST_SUITE_END()

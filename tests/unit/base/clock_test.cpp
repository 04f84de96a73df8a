#include "task_agent/base/clock.hpp"

#include <boost/test/unit_test.hpp>

namespace ta = task_agent;

BOOST_AUTO_TEST_SUITE(clock_tests)

BOOST_AUTO_TEST_CASE(a_wall_time_prints_as_utc_with_milliseconds) {
    BOOST_TEST(ta::utc_text(ta::wall_clock::time_point{}) == "1970-01-01T00:00:00.000Z");
    BOOST_TEST(ta::utc_text(ta::wall_clock::time_point(std::chrono::milliseconds(1'000'000'000'042))) ==
               "2001-09-09T01:46:40.042Z");
}

BOOST_AUTO_TEST_SUITE_END()

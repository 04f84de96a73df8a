#include "task_agent/logic/token_life.hpp"

#include <boost/test/unit_test.hpp>

namespace ta = task_agent;
using namespace std::chrono_literals;

BOOST_AUTO_TEST_SUITE(token_life_tests)

// platform-facts 2.4
BOOST_AUTO_TEST_CASE(a_token_is_replaced_a_fifth_of_its_life_before_its_end_and_a_minute_at_most) {
    ta::time_point const t0{1000s};
    BOOST_TEST((ta::refresh_time(t0, 100s) == t0 + 80s));
    BOOST_TEST((ta::refresh_time(t0, 300s) == t0 + 240s));
    BOOST_TEST((ta::refresh_time(t0, 3600s) == t0 + 3540s));
}

BOOST_AUTO_TEST_SUITE_END()

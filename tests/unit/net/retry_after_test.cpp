#include "task_agent/net/retry_after.hpp"

#include <boost/test/unit_test.hpp>

namespace ta = task_agent;
using namespace std::chrono_literals;

BOOST_AUTO_TEST_SUITE(retry_after_tests)

BOOST_AUTO_TEST_CASE(seconds_are_taken_and_bounded) {
    auto const now = ta::wall_clock::now();
    BOOST_TEST((ta::net::parse_retry_after("0", now) == 0s));
    BOOST_TEST((ta::net::parse_retry_after(" 120 ", now) == 120s));
    BOOST_TEST((ta::net::parse_retry_after("99999999999999999999999", now) == 24h));
}

BOOST_AUTO_TEST_CASE(a_date_is_a_distance_from_now) {
    auto const now = ta::wall_clock::from_time_t(1445412420);  // 2015-10-21 07:27:00 UTC
    BOOST_TEST((ta::net::parse_retry_after("Wed, 21 Oct 2015 07:28:00 GMT", now) == 60s));
    BOOST_TEST((ta::net::parse_retry_after("Wed, 21 Oct 2015 07:28:00 GMT", now + 500ms) == 60s));
    BOOST_TEST((ta::net::parse_retry_after("Wed, 21 Oct 2015 07:26:00 GMT", now) == 0s));
    BOOST_TEST((ta::net::parse_retry_after("Wed, 21 Oct 2099 07:26:00 GMT", now) == 24h));
}

BOOST_AUTO_TEST_CASE(anything_else_is_nothing) {
    auto const now = ta::wall_clock::now();
    for (char const* text :
         {"", " ", "-1", "1.5", "soon", "Wed, 21 Oct 2015", "Wed, 21 Oct 2015 07:28:00 GMT x"}) {
        BOOST_TEST(!ta::net::parse_retry_after(text, now).has_value(), text);
    }
}

BOOST_AUTO_TEST_SUITE_END()

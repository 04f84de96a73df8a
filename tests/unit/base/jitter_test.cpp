#include "task_agent/base/jitter.hpp"

#include <boost/test/unit_test.hpp>

namespace ta = task_agent;
using namespace std::chrono_literals;

BOOST_AUTO_TEST_SUITE(jitter_tests)

BOOST_AUTO_TEST_CASE(the_same_seed_replays_the_same_waits) {
    ta::jitter a(7);
    ta::jitter b(7);
    for (int i = 0; i < 100; ++i)
        BOOST_TEST((a.up_to(1s) == b.up_to(1s)));
}

BOOST_AUTO_TEST_CASE(waits_fill_their_range_and_never_leave_it) {
    ta::jitter j(1);
    ta::duration least = 1h;
    ta::duration most = 0s;
    for (int i = 0; i < 10'000; ++i) {
        auto const d = j.around(10s, 0.1);
        BOOST_REQUIRE((d >= 9s && d < 11s));
        least = std::min(least, d);
        most = std::max(most, d);
        auto const full = j.up_to(1s);
        BOOST_REQUIRE((full >= 0s && full < 1s));
    }
    BOOST_TEST((least < 9010ms));
    BOOST_TEST((most > 10990ms));
}

BOOST_AUTO_TEST_CASE(two_fresh_seeds_differ) {
    BOOST_TEST(ta::jitter::fresh_seed() != ta::jitter::fresh_seed());
}

BOOST_AUTO_TEST_SUITE_END()

#include "task_agent/logic/heartbeat.hpp"

#include <boost/test/unit_test.hpp>

namespace ta = task_agent;
using namespace std::chrono_literals;

BOOST_AUTO_TEST_SUITE(heartbeat_tests)

// contract 3.2: a third of the staleness timeout, within 1 to 60 s, else 15 s
BOOST_AUTO_TEST_CASE(the_interval_is_a_third_of_the_staleness_timeout_within_its_bounds) {
    BOOST_TEST((ta::heartbeat_interval(std::nullopt) == 15s));
    BOOST_TEST((ta::heartbeat_interval(0s) == 15s));
    BOOST_TEST((ta::heartbeat_interval(90s) == 30s));
    BOOST_TEST((ta::heartbeat_interval(2s) == 1s));
    BOOST_TEST((ta::heartbeat_interval(600s) == 60s));
}

BOOST_AUTO_TEST_CASE(each_beat_is_due_within_ten_percent_of_the_interval_after_the_last_update) {
    ta::jitter j(42);
    ta::time_point const t0{};
    ta::heartbeat h(t0, j);
    for (int i = 0; i < 1000; ++i) {
        auto const now = t0 + std::chrono::seconds(i);
        h.on_update(now);
        BOOST_TEST((h.due() >= now + 13500ms));
        BOOST_TEST((h.due() <= now + 16500ms));
    }
}

BOOST_AUTO_TEST_CASE(a_staleness_timeout_learned_later_moves_the_next_beat) {
    ta::jitter j(1);
    ta::time_point const t0{};
    ta::heartbeat h(t0, j);
    h.on_staleness_timeout(3s);
    BOOST_TEST((h.interval() == 1s));
    BOOST_TEST((h.due() <= t0 + 1100ms));
    auto const due = h.due();
    h.on_staleness_timeout(3s);
    BOOST_TEST((h.due() == due), "the same value again moves nothing");
}

BOOST_AUTO_TEST_SUITE_END()

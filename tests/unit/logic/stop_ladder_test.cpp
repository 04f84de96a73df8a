#include "task_agent/logic/stop_ladder.hpp"

#include <boost/test/unit_test.hpp>

#include <csignal>

namespace ta = task_agent;
using namespace std::chrono_literals;

namespace {

using signals = ta::stop_ladder::signals;
ta::time_point const t0{};

}  // namespace

BOOST_AUTO_TEST_SUITE(stop_ladder_tests)

BOOST_AUTO_TEST_CASE(the_ladder_signals_continues_waits_and_kills_once) {
    ta::stop_ladder ladder(8s);
    BOOST_TEST(!ladder.deadline().has_value());
    BOOST_TEST((ladder.begin(SIGTERM, t0) == signals{SIGTERM, SIGCONT}));
    BOOST_TEST((ladder.deadline() == t0 + 8s));
    BOOST_TEST(ladder.on_time(t0 + 7999ms).empty());
    BOOST_TEST((ladder.on_time(t0 + 8s) == signals{SIGKILL}));
    BOOST_TEST(ladder.has_killed());
    BOOST_TEST(!ladder.deadline().has_value());
    BOOST_TEST(ladder.on_time(t0 + 9s).empty());
}

BOOST_AUTO_TEST_CASE(a_second_beginning_neither_restarts_nor_shortens) {
    ta::stop_ladder ladder(8s);
    (void)ladder.begin(SIGTERM, t0);
    BOOST_TEST(ladder.begin(SIGTERM, t0 + 5s).empty());
    BOOST_TEST((ladder.deadline() == t0 + 8s));
}

BOOST_AUTO_TEST_CASE(a_further_term_is_forwarded_at_first_and_kills_after_two_seconds) {
    ta::stop_ladder ladder(8s);
    (void)ladder.begin(SIGTERM, t0);
    BOOST_TEST((ladder.on_signal(SIGTERM, t0 + 2s) == signals{SIGTERM}));
    BOOST_TEST((ladder.deadline() == t0 + 8s));
    BOOST_TEST((ladder.on_signal(SIGTERM, t0 + 2001ms) == signals{SIGKILL}));
}

BOOST_AUTO_TEST_CASE(the_third_interrupt_kills_whenever_it_comes) {
    ta::stop_ladder ladder(8s);
    (void)ladder.begin(SIGINT, t0);
    BOOST_TEST((ladder.on_signal(SIGINT, t0 + 10ms) == signals{SIGINT}));
    BOOST_TEST((ladder.on_signal(SIGINT, t0 + 20ms) == signals{SIGKILL}));
}

BOOST_AUTO_TEST_CASE(other_signals_pass_and_change_nothing) {
    ta::stop_ladder ladder(8s);
    BOOST_TEST((ladder.on_signal(SIGUSR1, t0) == signals{SIGUSR1}));
    (void)ladder.begin(SIGTERM, t0);
    BOOST_TEST((ladder.on_signal(SIGUSR1, t0 + 7s) == signals{SIGUSR1}));
    BOOST_TEST((ladder.deadline() == t0 + 8s));
}

BOOST_AUTO_TEST_SUITE_END()

#include "task_agent/logic/signal_policy.hpp"

#include <boost/test/unit_test.hpp>

#include <csignal>
#include <set>

namespace ta = task_agent;

BOOST_AUTO_TEST_SUITE(signal_policy_tests)

// contract 4: every signal except KILL, STOP, CHLD, PIPE, TTIN, TTOU and the synchronous ones
BOOST_AUTO_TEST_CASE(every_signal_but_the_named_ones_reaches_the_workload) {
    std::set<int> const never = {SIGKILL, SIGSTOP, SIGCHLD, SIGPIPE, SIGTTIN, SIGTTOU, SIGSEGV,
                                 SIGBUS,  SIGFPE,  SIGILL,  SIGTRAP, SIGABRT, SIGSYS};
    for (int n = 1; n <= SIGRTMAX; ++n) {
        bool const ignored = ta::role_of(n, false) == ta::signal_role::ignore;
        BOOST_TEST(ignored == never.contains(n), "signal " << n);
    }
}

BOOST_AUTO_TEST_CASE(an_interrupt_stops_only_without_a_terminal_and_quit_never_does) {
    BOOST_TEST((ta::role_of(SIGTERM, true) == ta::signal_role::stop));
    BOOST_TEST((ta::role_of(SIGINT, false) == ta::signal_role::stop));
    BOOST_TEST((ta::role_of(SIGINT, true) == ta::signal_role::forward));
    BOOST_TEST((ta::role_of(SIGQUIT, false) == ta::signal_role::forward));
    BOOST_TEST((ta::role_of(SIGRTMIN + 3, false) == ta::signal_role::forward));
}

BOOST_AUTO_TEST_SUITE_END()

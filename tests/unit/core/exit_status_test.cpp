#include "task_agent/core/exit_status.hpp"

#include <boost/test/unit_test.hpp>

#include <csignal>

namespace ta = task_agent;

BOOST_AUTO_TEST_SUITE(exit_status_tests)

BOOST_AUTO_TEST_CASE(a_code_and_a_signal_are_told_apart) {
    auto const code = ta::exit_status::from_wait(3 << 8);
    BOOST_TEST(code.shell_code() == 3);
    BOOST_TEST(code.signal == 0);
    auto const killed = ta::exit_status::from_wait(SIGSEGV | 0x80);
    BOOST_TEST(killed.shell_code() == 139);
    BOOST_TEST(killed.core_dumped);
    BOOST_TEST(!killed.is_success());
    BOOST_TEST(ta::exit_status::from_wait(0).is_success());
}

BOOST_AUTO_TEST_CASE(signals_have_names_that_parse_back) {
    BOOST_TEST(ta::signal_name(SIGTERM) == "SIGTERM");
    for (int n = 1; n <= SIGRTMAX; ++n) {
        auto const name = ta::signal_name(n);
        if (!name.starts_with("signal ")) BOOST_TEST(ta::parse_signal(name) == n, name);
    }
    BOOST_TEST(ta::parse_signal("TERM") == SIGTERM);
    BOOST_TEST(ta::parse_signal("15") == 15);
    BOOST_TEST(ta::parse_signal("RTMIN+3") == SIGRTMIN + 3);
    for (char const* bad : {"", "SIG", "TERMX", "0", "-1", "999", "RTMIN+99", "RTMIN-1", "term "}) {
        BOOST_TEST(ta::parse_signal(bad) == 0, bad);
    }
}

BOOST_AUTO_TEST_SUITE_END()

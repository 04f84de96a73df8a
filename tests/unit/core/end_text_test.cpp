#include "task_agent/core/end_text.hpp"

#include <boost/test/unit_test.hpp>

#include <csignal>

namespace ta = task_agent;
using reason = ta::failure_reason;

BOOST_AUTO_TEST_SUITE(end_text_tests)

BOOST_AUTO_TEST_CASE(codes_and_signals_are_named) {
    BOOST_TEST(ta::end_text(reason::exit_code, ta::exit_status{3, 0, false}) == "exit code 3");
    BOOST_TEST(ta::end_text(reason::exit_code, ta::exit_status{127, 0, false}) ==
               "exit code 127 (command not found)");
    BOOST_TEST(ta::end_text(reason::exit_code, ta::exit_status{137, 0, false}) ==
               "exit code 137 (128 + SIGKILL)");
    BOOST_TEST(ta::end_text(reason::exit_code, ta::exit_status{255, 0, false}) == "exit code 255");
    BOOST_TEST(ta::end_text(reason::signal, ta::exit_status{0, SIGSEGV, true}) ==
               "killed by SIGSEGV (core dumped)");
}

BOOST_AUTO_TEST_CASE(what_the_agent_knows_better_comes_first) {
    BOOST_TEST(ta::end_text(reason::oom_killed, ta::exit_status{0, SIGKILL, false}) ==
               "out of memory, killed by the kernel");
    BOOST_TEST(ta::end_text(reason::timeout, ta::exit_status{0, SIGTERM, false}) ==
               "stopped at its time limit (killed by SIGTERM)");
    BOOST_TEST(ta::end_text(reason::start_failed, std::nullopt) == "could not be started");
}

BOOST_AUTO_TEST_SUITE_END()

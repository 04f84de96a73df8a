#include "task_agent/os/signals.hpp"

#include "task_agent/base/scope_exit.hpp"

#include <boost/test/unit_test.hpp>

#include <sys/wait.h>
#include <unistd.h>

namespace os = task_agent::os;

BOOST_AUTO_TEST_SUITE(signals_tests)

BOOST_AUTO_TEST_CASE(a_signal_sent_before_the_queue_was_opened_is_read_from_it) {
    auto const before = os::block_all_signals();
    task_agent::scope_exit const restore([&] { ::sigprocmask(SIG_SETMASK, &before, nullptr); });
    ::kill(::getpid(), SIGUSR1);
    ::kill(::getpid(), SIGRTMIN + 2);
    auto queue = os::signal_queue::open();
    BOOST_REQUIRE(queue.has_value());
    auto const first = queue->next();
    auto const second = queue->next();
    BOOST_REQUIRE(first.has_value());
    BOOST_REQUIRE(second.has_value());
    BOOST_TEST(first->number == SIGUSR1);
    BOOST_TEST(first->sender == ::getpid());
    BOOST_TEST(!first->from_kernel);
    BOOST_TEST(second->number == SIGRTMIN + 2);
    BOOST_TEST(!queue->next().has_value());
}

// they belong to os/crash_report, which unblocks them
BOOST_AUTO_TEST_CASE(a_signal_that_reports_a_crash_is_not_read_from_the_queue) {
    auto const before = os::block_all_signals();
    task_agent::scope_exit const restore([&] { ::sigprocmask(SIG_SETMASK, &before, nullptr); });
    auto queue = os::signal_queue::open();
    BOOST_REQUIRE(queue.has_value());
    for (int const crash : os::crash_signals) {
        ::kill(::getpid(), crash);
        BOOST_TEST(!queue->next().has_value());
        ::sigset_t only;
        ::sigemptyset(&only);
        ::sigaddset(&only, crash);
        int taken = 0;
        ::sigwait(&only, &taken);
        BOOST_TEST(taken == crash);
    }
}

BOOST_AUTO_TEST_CASE(an_ignored_sigchld_is_claimed_once_and_said) {
    ::signal(SIGCHLD, SIG_IGN);
    task_agent::scope_exit const restore([] { ::signal(SIGCHLD, SIG_DFL); });
    BOOST_TEST(os::claim_child_ends());
    BOOST_TEST(!os::claim_child_ends());
    auto const child = ::fork();
    if (child == 0) ::_exit(7);
    int status = 0;
    BOOST_TEST(::waitpid(child, &status, 0) == child);
    BOOST_TEST(WEXITSTATUS(status) == 7);
}

BOOST_AUTO_TEST_SUITE_END()

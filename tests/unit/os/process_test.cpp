#include "task_agent/os/process.hpp"

#include "support/eventually.hpp"
#include "task_agent/os/process_tree.hpp"
#include "task_agent/os/spawn.hpp"

#include <boost/test/unit_test.hpp>

#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>

namespace os = task_agent::os;

namespace {

pid_t start(std::vector<std::string> argv) {
    os::spawn_request r;
    r.argv = std::move(argv);
    r.environment = {"PATH=/usr/bin:/bin"};
    r.group = os::child_group::own_session;
    ::sigemptyset(&r.signal_mask);
    auto const pid = os::spawn(r);
    BOOST_REQUIRE(pid.has_value());
    return *pid;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(process_tests)

BOOST_AUTO_TEST_CASE(an_ended_child_is_seen_and_stays_until_it_is_reaped) {
    pid_t const pid = start({"sh", "-c", "exit 9"});
    BOOST_TEST(support::eventually([&] { return os::peek_ended_child() == pid; }));
    BOOST_TEST((os::peek_ended_child() == pid), "peeking takes nothing away");
    auto const status = os::reap(pid);
    BOOST_REQUIRE(status.has_value());
    BOOST_TEST(WEXITSTATUS(*status) == 9);
    BOOST_TEST(!os::reap(pid).has_value());
}

BOOST_AUTO_TEST_CASE(a_running_child_is_listed_read_and_killed_with_its_group) {
    pid_t const pid = start({"sleep", "1000"});
    auto const children = os::children_of_self();
    BOOST_TEST((std::find(children.begin(), children.end(), pid) != children.end()));
    auto const stat = os::read_stat(pid);
    BOOST_REQUIRE(stat.has_value());
    BOOST_TEST(stat->parent == ::getpid());
    BOOST_TEST(stat->group == pid);
    BOOST_TEST(!os::reap(pid).has_value());
    BOOST_TEST(os::kill_group(pid, SIGKILL));
    BOOST_TEST(support::eventually([&] { return os::peek_ended_child() == pid; }));
    auto const status = os::reap(pid);
    BOOST_REQUIRE(status.has_value());
    BOOST_TEST(WTERMSIG(*status) == SIGKILL);
    BOOST_TEST(!os::read_stat(pid).has_value());
}

// the kernel counts in batches, so a process as small as sleep may show 0
BOOST_AUTO_TEST_CASE(memory_and_cpu_time_of_a_process_are_read) {
    auto const stat = os::read_stat(::getpid());
    BOOST_REQUIRE(stat.has_value());
    BOOST_TEST(stat->rss_bytes > 1'000'000U);
    BOOST_TEST(stat->rss_bytes < 1'000'000'000'000U);
    BOOST_TEST(stat->cpu_seconds >= 0.0);
    BOOST_TEST(stat->state == 'R');
}

BOOST_AUTO_TEST_SUITE_END()

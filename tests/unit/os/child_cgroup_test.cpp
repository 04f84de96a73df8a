// The rule about limits, on recorded machines; the folder itself is made, used and removed in
// tests/process/launch/tree_test.py, where the whole executable runs in it.
#include "task_agent/os/child_cgroup.hpp"

#include "support/temp_dir.hpp"
#include "task_agent/os/spawn.hpp"

#include <boost/test/unit_test.hpp>

#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <filesystem>

namespace os = task_agent::os;

BOOST_AUTO_TEST_SUITE(child_cgroup_tests)

BOOST_AUTO_TEST_CASE(a_limit_anywhere_upwards_is_one) {
    support::temp_dir const top;
    std::filesystem::create_directories(top / "a/b");
    BOOST_TEST(!os::has_limits(top.path(), "/a/b"), "a hierarchy without controllers limits nothing");
    support::write_file(top / "a/b/memory.max", "max\n");
    support::write_file(top / "a/b/cpu.max", "max 100000\n");
    BOOST_TEST(!os::has_limits(top.path(), "/a/b"));
    support::write_file(top / "a/memory.max", "536870912\n");
    BOOST_TEST(os::has_limits(top.path(), "/a/b"));
    support::write_file(top / "a/memory.max", "max\n");
    support::write_file(top / "cpu.max", "150000 100000\n");
    BOOST_TEST(os::has_limits(top.path(), "/a/b"));
    BOOST_TEST(os::has_limits(top.path(), ""));
}

BOOST_AUTO_TEST_CASE(whoever_starts_in_it_is_ended_by_it_and_the_folder_goes) {
    auto made = os::child_cgroup::make();
    if (!made) {
        BOOST_TEST_MESSAGE("no cgroup may be made here: nothing to try");
        return;
    }
    auto const path = made->path();
    os::spawn_request request;
    request.argv = {"sleep", "1000"};
    request.environment = {"PATH=/usr/bin:/bin"};
    request.cgroup = made->folder();
    ::sigemptyset(&request.signal_mask);
    auto const pid = os::spawn(request);
    BOOST_REQUIRE(pid.has_value());
    BOOST_TEST(support::read_file(path + "/cgroup.procs") == std::to_string(*pid) + "\n");
    BOOST_TEST(made->kill());
    int status = 0;
    BOOST_TEST(::waitpid(*pid, &status, 0) == *pid);
    BOOST_TEST(WTERMSIG(status) == SIGKILL);
    made.reset();
    BOOST_TEST(!std::filesystem::exists(path));
}

BOOST_AUTO_TEST_CASE(a_folder_that_refuses_is_no_reason_not_to_start) {
    os::spawn_request request;
    request.argv = {"true"};
    request.environment = {"PATH=/usr/bin:/bin"};
    request.cgroup = STDERR_FILENO;  // no folder at all
    ::sigemptyset(&request.signal_mask);
    auto const pid = os::spawn(request);
    BOOST_REQUIRE(pid.has_value());
    int status = -1;
    BOOST_TEST(::waitpid(*pid, &status, 0) == *pid);
    BOOST_TEST(status == 0);
}

BOOST_AUTO_TEST_SUITE_END()

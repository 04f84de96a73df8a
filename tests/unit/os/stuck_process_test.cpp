#include "task_agent/os/stuck_process.hpp"

#include <boost/test/unit_test.hpp>

#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <csignal>

namespace os = task_agent::os;

namespace {

bool has_ended(pid_t pid) {
    ::siginfo_t info{};
    return ::waitid(P_PID, static_cast<id_t>(pid), &info, WEXITED | WNOHANG | WNOWAIT) == 0 &&
           info.si_pid == pid;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(stuck_process_tests)

BOOST_AUTO_TEST_CASE(a_sleeper_and_its_child_are_found_with_names_and_states_until_they_have_ended) {
    std::array<int, 2> ready{};
    BOOST_REQUIRE(::pipe(ready.data()) == 0);
    pid_t const parent = ::fork();
    if (parent == 0) {
        if (::fork() != 0) (void)!::write(ready[1], "x", 1);
        for (;;)
            ::pause();
    }
    char byte = 0;
    BOOST_REQUIRE(::read(ready[0], &byte, 1) == 1);
    auto const found = os::look_at_stuck({parent});
    BOOST_REQUIRE(found.size() == 2U);
    BOOST_TEST(found[0].pid == parent);
    for (auto const& process : found) {
        BOOST_TEST(process.name == "unit_os");
        BOOST_TEST((process.state == 'S' || process.state == 'R'));
    }
    ::kill(found[1].pid, SIGKILL);
    ::kill(parent, SIGKILL);
    auto const until = std::chrono::steady_clock::now() + std::chrono::seconds(10);
    while (!has_ended(parent) && std::chrono::steady_clock::now() < until)
        ::usleep(1000);
    // a zombie waits for its parent, not for the kernel
    BOOST_TEST(os::look_at_stuck({parent}).empty());
    ::waitpid(parent, nullptr, 0);
    BOOST_TEST(os::look_at_stuck({parent}).empty());
    ::close(ready[0]);
    ::close(ready[1]);
}

BOOST_AUTO_TEST_SUITE_END()

#include "task_agent/os/process_pictures.hpp"

#include "support/eventually.hpp"

#include <boost/test/unit_test.hpp>

#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <thread>

namespace os = task_agent::os;
using namespace std::chrono_literals;

namespace {

// A child that does what it is told, killed and reaped with its object.
class child_process {
public:
    template <class F>
    explicit child_process(F what) : pid_(::fork()) {
        if (pid_ != 0) return;
        what();
        ::_exit(0);
    }
    ~child_process() {
        ::kill(pid_, SIGKILL);
        ::waitpid(pid_, nullptr, 0);
    }
    child_process(child_process const&) = delete;
    child_process& operator=(child_process const&) = delete;

    [[nodiscard]] pid_t pid() const { return pid_; }

private:
    pid_t pid_;
};

std::optional<task_agent::process_picture> look(pid_t pid, task_agent::duration sample = 0ms) {
    auto seen = os::picture_processes({pid}, sample);
    if (seen.empty()) return std::nullopt;
    return seen.front();
}

void sleep_for_long() {
    for (;;)
        ::pause();
}

}  // namespace

BOOST_AUTO_TEST_SUITE(process_pictures_tests)

BOOST_AUTO_TEST_CASE(a_sleeping_child_is_shown_with_its_parent_command_and_state) {
    child_process const child(sleep_for_long);
    BOOST_TEST_REQUIRE(support::eventually([&] { return look(child.pid())->threads.front().state == 'S'; }));
    auto const seen = look(child.pid());
    BOOST_TEST(seen->pid == child.pid());
    BOOST_TEST(seen->parent == ::getpid());
    BOOST_TEST_REQUIRE(!seen->command.empty());
    BOOST_TEST(seen->command.front().find("unit_os") != std::string::npos);
    BOOST_TEST_REQUIRE(seen->threads.size() == 1U);
    BOOST_TEST(seen->threads.front().tid == child.pid());
    BOOST_TEST(seen->threads.front().name == "unit_os");
    BOOST_TEST((seen->answers == task_agent::dump_answer::none));
    // where this user may read it
    if (seen->threads.front().system_call) {
#ifdef SYS_pause
        BOOST_TEST(*seen->threads.front().system_call == SYS_pause);
#else
        BOOST_TEST(*seen->threads.front().system_call == SYS_ppoll);
#endif
    }
}

BOOST_AUTO_TEST_CASE(handlers_are_seen_and_nothing_else) {
    child_process const child([] {
        std::signal(SIGUSR1, [](int) {});
        std::signal(SIGQUIT, SIG_IGN);
        std::signal(SIGUSR2, SIG_DFL);
        sleep_for_long();
    });
    BOOST_TEST(support::eventually([&] { return look(child.pid())->catches(SIGUSR1); }));
    auto const seen = look(child.pid());
    BOOST_TEST(!seen->catches(SIGUSR2));
    BOOST_TEST(!seen->catches(SIGQUIT));
    BOOST_TEST(!seen->catches(0));
    BOOST_TEST(!seen->catches(65));
    // a handler alone makes no JVM and no Python
    BOOST_TEST((seen->answers == task_agent::dump_answer::none));
}

BOOST_AUTO_TEST_CASE(every_thread_is_shown_the_main_one_first_and_the_surplus_counted) {
    constexpr std::size_t more = os::most_pictured_threads + 3;
    child_process const child([] {
        std::vector<std::thread> threads;
        for (std::size_t i = 0; i < more; ++i)
            threads.emplace_back(sleep_for_long);
        sleep_for_long();
    });
    BOOST_TEST_REQUIRE(support::eventually([&] { return look(child.pid())->more_threads == 4U; }));
    auto const seen = look(child.pid());
    BOOST_TEST(seen->threads.size() == os::most_pictured_threads);
    BOOST_TEST(seen->threads.front().tid == child.pid());
}

BOOST_AUTO_TEST_CASE(a_child_that_computes_uses_most_of_a_cpu) {
    child_process const child([] {
        for (unsigned volatile i = 0;;)
            i = i + 1;
    });
    // other work may share the CPUs
    BOOST_TEST(support::eventually([&] { return look(child.pid(), 200ms)->cpu_share > 0.3; }));
    child_process const idle(sleep_for_long);
    BOOST_TEST(look(idle.pid(), 100ms)->cpu_share < 0.2);
}

BOOST_AUTO_TEST_CASE(who_has_ended_or_never_was_is_left_out) {
    child_process const child([] {});
    BOOST_TEST(support::eventually([&] { return !look(child.pid()); }));
    BOOST_TEST(os::picture_processes({}, 0ms).empty());
}

BOOST_AUTO_TEST_SUITE_END()

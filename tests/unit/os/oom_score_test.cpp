#include "task_agent/os/oom_score.hpp"

#include "support/temp_dir.hpp"
#include "task_agent/base/scope_exit.hpp"

#include <boost/test/unit_test.hpp>

#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>

namespace os = task_agent::os;

namespace {

int score_of(pid_t pid) {
    return std::atoi(support::read_file("/proc/" + std::to_string(pid) + "/oom_score_adj").c_str());
}

struct paused_child {
    paused_child() : pid(::fork()) {
        if (pid == 0) {
            for (;;)
                ::pause();
        }
    }
    ~paused_child() {
        ::kill(pid, SIGKILL);
        ::waitpid(pid, nullptr, 0);
    }
    pid_t const pid;
};

}  // namespace

BOOST_AUTO_TEST_SUITE(oom_score_tests)

BOOST_AUTO_TEST_CASE(a_child_is_raised_above_us_once_and_no_further) {
    paused_child const child;
    int const own = score_of(::getpid());
    int const wanted = std::min(own + os::workload_oom_margin, 1000);
    BOOST_TEST(os::raise_oom_score(child.pid));
    BOOST_TEST(score_of(child.pid) == wanted);
    BOOST_TEST(os::raise_oom_score(child.pid));
    BOOST_TEST(score_of(child.pid) == wanted);
    BOOST_TEST(score_of(::getpid()) == own);
}

BOOST_AUTO_TEST_CASE(a_score_that_is_higher_already_stays) {
    paused_child const child;
    support::write_file("/proc/" + std::to_string(child.pid) + "/oom_score_adj", "987");
    BOOST_TEST(os::raise_oom_score(child.pid));
    BOOST_TEST(score_of(child.pid) == 987);
}

BOOST_AUTO_TEST_CASE(a_process_that_is_gone_is_no_harm) {
    pid_t const gone = ::fork();
    if (gone == 0) ::_exit(0);
    ::waitpid(gone, nullptr, 0);
    BOOST_TEST(!os::raise_oom_score(gone));
}

BOOST_AUTO_TEST_SUITE_END()

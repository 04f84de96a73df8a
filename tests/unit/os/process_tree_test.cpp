#include "task_agent/os/process_tree.hpp"

#include "support/eventually.hpp"
#include "task_agent/os/process.hpp"

#include <boost/test/unit_test.hpp>

#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>

namespace os = task_agent::os;

namespace {

// A line of processes, each in a session of its own and deaf to SIGTERM; the middle one may end at once.
pid_t start_line(int below, bool middle_ends) {
    pid_t const pid = ::fork();
    if (pid != 0) return pid;
    ::setsid();
    ::signal(SIGTERM, SIG_IGN);
    if (below > 0) start_line(below - 1, middle_ends);
    if (middle_ends && below == 1) ::_exit(0);
    for (;;)
        ::pause();
}

void reap_all() {
    while (::waitpid(-1, nullptr, 0) > 0) {
    }
}

std::size_t count(std::vector<pid_t> const& except = {}) {
    return os::descendants_of_self(except).size();
}

}  // namespace

BOOST_AUTO_TEST_SUITE(process_tree_tests)

BOOST_AUTO_TEST_CASE(all_generations_are_found_parents_first_and_killed) {
    ::prctl(PR_SET_CHILD_SUBREAPER, 1);
    pid_t const first = start_line(3, false);
    BOOST_TEST(support::eventually([] { return count() == 4; }));
    auto const found = os::descendants_of_self();
    BOOST_TEST(found.front() == first);
    for (std::size_t i = 1; i < found.size(); ++i)
        BOOST_TEST(os::read_stat(found[i])->parent == found[i - 1]);
    BOOST_TEST(os::kill_descendants());
    reap_all();
    BOOST_TEST(count() == 0u);
}

BOOST_AUTO_TEST_CASE(whoever_was_orphaned_is_found_at_the_place_it_came_to) {
    ::prctl(PR_SET_CHILD_SUBREAPER, 1);
    start_line(2, true);
    BOOST_TEST(support::eventually([] {
        auto const children = os::children_of_self();
        return children.size() == 2;
    }));
    BOOST_TEST(os::kill_descendants());
    reap_all();
    BOOST_TEST(count() == 0u);
}

BOOST_AUTO_TEST_CASE(what_is_not_ours_is_let_alone_with_all_below_it) {
    ::prctl(PR_SET_CHILD_SUBREAPER, 1);
    pid_t const earlier = start_line(1, false);
    BOOST_TEST(support::eventually([] { return count() == 2; }));
    start_line(1, false);
    BOOST_TEST(support::eventually([&] { return count({earlier}) == 2; }));
    BOOST_TEST(os::kill_descendants(std::vector{earlier}));
    BOOST_TEST(support::eventually([&] { return os::read_stat(earlier)->state == 'S'; }));
    BOOST_TEST(os::children_of(earlier).size() == 1u);
    BOOST_TEST(os::kill_descendants());
    reap_all();
}

BOOST_AUTO_TEST_CASE(a_process_that_is_no_descendant_is_not_signalled) {
    BOOST_TEST(!os::signal_descendant(::getppid(), 0));
    BOOST_TEST(!os::signal_descendant(::getpid(), 0));
    BOOST_TEST(!os::signal_descendant(1 << 22, 0));
    pid_t const child = start_line(0, false);
    BOOST_TEST(os::signal_descendant(child, SIGKILL));
    reap_all();
}

BOOST_AUTO_TEST_SUITE_END()

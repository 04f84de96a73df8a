#include "task_agent/supervise/oom_watch.hpp"

#include "support/temp_dir.hpp"

#include <boost/test/unit_test.hpp>

#include <filesystem>

namespace ta = task_agent;

namespace {

// A machine with one container on v2, whose files a test can change.
struct machine {
    machine() {
        std::filesystem::create_directories(dir / "proc/self");
        std::filesystem::create_directories(dir / "sys/fs/cgroup");
        support::write_file(dir / "proc/self/cgroup", "0::/\n");
        support::write_file(dir / "proc/self/mountinfo",
                            "1 2 0:3 / /sys/fs/cgroup rw - cgroup2 cgroup2 rw\n");
        support::write_file(dir / "sys/fs/cgroup/memory.max", "1000000\n");
        support::write_file(dir / "sys/fs/cgroup/memory.peak", "999424\n");
        set_kills(7);
    }
    void set_kills(int count) {
        support::write_file(dir / "sys/fs/cgroup/memory.events",
                            "oom " + std::to_string(count) + "\noom_kill " + std::to_string(count) + "\n");
    }
    support::temp_dir dir;
};

}  // namespace

BOOST_AUTO_TEST_SUITE(oom_watch_tests)

BOOST_AUTO_TEST_CASE(only_kills_since_the_begin_count) {
    machine m;
    ta::oom_watch watch(m.dir.path());
    watch.begin();
    BOOST_TEST(watch.kills() == 0U);
    m.set_kills(9);
    auto const facts = watch.end();
    BOOST_TEST(facts.kills == 2U);
    BOOST_TEST(facts.peak_bytes.value() == 999424U);
    BOOST_TEST(facts.limit_bytes.value() == 1000000U);
}

BOOST_AUTO_TEST_CASE(a_counter_that_went_back_or_away_counts_nothing) {
    machine m;
    ta::oom_watch watch(m.dir.path());
    watch.begin();
    m.set_kills(3);
    BOOST_TEST(watch.kills() == 0U);
    std::filesystem::remove(m.dir / "sys/fs/cgroup/memory.events");
    BOOST_TEST(watch.kills() == 0U);
    BOOST_TEST(watch.end().kills == 0U);
}

BOOST_AUTO_TEST_CASE(without_a_cgroup_or_a_begin_nothing_is_known) {
    ta::oom_watch nowhere("/no/such/machine");
    nowhere.begin();
    BOOST_TEST(nowhere.end().kills == 0U);
    BOOST_TEST(!nowhere.end().limit_bytes.has_value());
    machine m;
    ta::oom_watch const never_begun(m.dir.path());
    BOOST_TEST(never_begun.end().kills == 0U);
    BOOST_TEST(!never_begun.end().peak_bytes.has_value());
}

BOOST_AUTO_TEST_SUITE_END()

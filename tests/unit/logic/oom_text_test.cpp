#include "task_agent/logic/oom_text.hpp"

#include <boost/test/unit_test.hpp>

namespace ta = task_agent;

namespace {

constexpr std::uint64_t mib = 1 << 20;

}  // namespace

BOOST_AUTO_TEST_SUITE(oom_text_tests)

BOOST_AUTO_TEST_CASE(a_kill_at_the_limit_names_peak_and_limit) {
    ta::memory_facts const facts{1, 512 * mib, 512 * mib};
    BOOST_TEST(ta::oom_message(facts) ==
               "out of memory: killed by the kernel at 512 MiB of 512 MiB (cgroup limit)");
    BOOST_TEST(
        ta::oom_hint(facts) ==
        "the kernel killed 1 process of this run at the memory limit (peak 512 MiB of 512 MiB): raise the "
        "limit, or use less (smaller batches, fewer workers)");
    BOOST_TEST(
        ta::oom_message({3, 500 * mib, 512 * mib}) ==
        "out of memory: killed by the kernel with 2 processes more at 500 MiB of 512 MiB (cgroup limit)");
}

BOOST_AUTO_TEST_CASE(a_kernel_that_knows_no_peak_leaves_the_limit) {
    ta::memory_facts const facts{1, std::nullopt, 256 * mib};
    BOOST_TEST(ta::oom_message(facts) ==
               "out of memory: killed by the kernel at the cgroup limit of 256 MiB");
    BOOST_TEST(ta::oom_hint(facts).find("(256 MiB)") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_kill_well_below_the_limit_or_without_one_was_for_somebody_elses_need) {
    BOOST_TEST(
        ta::oom_message({1, 200 * mib, 512 * mib}) ==
        "out of memory: killed by the kernel at 200 MiB, below the cgroup limit of 512 MiB: the machine or "
        "a cgroup above ran out");
    BOOST_TEST(ta::oom_message({1, 200 * mib, std::nullopt}) ==
               "out of memory: killed by the kernel at 200 MiB: the machine or a cgroup above ran out");
    BOOST_TEST(ta::oom_message({1, std::nullopt, std::nullopt}) ==
               "out of memory: killed by the kernel: the machine or a cgroup above ran out");
    BOOST_TEST(
        ta::oom_hint({2, 200 * mib, 512 * mib}).starts_with("the kernel killed 2 processes of this run"));
}

BOOST_AUTO_TEST_CASE(sizes_are_rounded_for_reading) {
    BOOST_TEST(ta::bytes_text(0) == "0 bytes");
    BOOST_TEST(ta::bytes_text(1023) == "1023 bytes");
    BOOST_TEST(ta::bytes_text(1536) == "1.5 KiB");
    BOOST_TEST(ta::bytes_text(mib - 1) == "1 MiB");
    BOOST_TEST(ta::bytes_text(99 * mib + mib / 2) == "99.5 MiB");
    BOOST_TEST(ta::bytes_text(300 * mib + mib / 2 + 1) == "301 MiB");
    BOOST_TEST(ta::bytes_text(1024 * mib) == "1 GiB");
    BOOST_TEST(ta::bytes_text(std::uint64_t{3} << 50) == "3072 TiB");
}

BOOST_AUTO_TEST_SUITE_END()

// Recorded machines below tests/corpus/cgroup; the real one is in tests/process/oom.
#include "task_agent/os/cgroup.hpp"

#include "support/temp_dir.hpp"

#include <boost/test/unit_test.hpp>

#include <filesystem>

namespace os = task_agent::os;
namespace ta = task_agent;

namespace {

std::optional<os::memory_cgroup> of_machine(std::string const& name) {
    return os::memory_cgroup::find(std::string(TASK_AGENT_CORPUS "/cgroup/") + name);
}

struct expected {
    ta::cgroup_version version;
    std::uint64_t kills;
    std::optional<std::uint64_t> peak;
    std::optional<std::uint64_t> limit;
};

void check(std::string const& machine, expected const& e) {
    BOOST_TEST_CONTEXT(machine) {
        auto const found = of_machine(machine);
        BOOST_REQUIRE(found.has_value());
        BOOST_TEST((found->version() == e.version));
        BOOST_TEST(found->kills().value_or(999) == e.kills);
        auto const usage = found->read_usage();
        BOOST_TEST(usage.peak_bytes.value_or(0) == e.peak.value_or(0));
        BOOST_TEST(usage.limit_bytes.value_or(0) == e.limit.value_or(0));
    }
}

}  // namespace

BOOST_AUTO_TEST_SUITE(cgroup_tests)

BOOST_AUTO_TEST_CASE(the_memory_of_a_container_is_read_on_either_version) {
    check("v2-container", {ta::cgroup_version::v2, 2, 536870912, 536870912});
    // the limit is set above what the container can see, and known from memory.stat
    check("v1-container", {ta::cgroup_version::v1, 3, 128000000, 134217728});
}

BOOST_AUTO_TEST_CASE(the_smallest_limit_upwards_counts_with_the_peak_of_its_folder) {
    // kills: of the nearest folder with the controller, two below the limit
    check("v2-service", {ta::cgroup_version::v2, 1, 1073700000, 1073741824});
}

BOOST_AUTO_TEST_CASE(an_older_kernel_has_no_peak) {
    check("v2-without-peak", {ta::cgroup_version::v2, 1, std::nullopt, 268435456});
}

BOOST_AUTO_TEST_CASE(on_a_hybrid_machine_the_v1_controller_is_read) {
    check("v1-hybrid", {ta::cgroup_version::v1, 1, 67108864, 67108864});
}

BOOST_AUTO_TEST_CASE(without_controller_mount_or_files_there_is_nothing) {
    BOOST_TEST(!of_machine("without-controller").has_value());
    BOOST_TEST(!of_machine("unmounted").has_value());
    BOOST_TEST(!of_machine("no-such-machine").has_value());
}

BOOST_AUTO_TEST_CASE(a_folder_of_v1_never_answers_for_another) {
    support::temp_dir machine;
    std::filesystem::copy(TASK_AGENT_CORPUS "/cgroup/v1-hybrid", machine.path(),
                          std::filesystem::copy_options::recursive);
    std::filesystem::remove(machine / "sys/fs/cgroup/memory/batch/job-7/memory.oom_control");
    BOOST_TEST(!os::memory_cgroup::find(machine.path()).has_value());
}

BOOST_AUTO_TEST_CASE(a_folder_that_went_away_leaves_the_count_unknown) {
    support::temp_dir machine;
    std::filesystem::copy(TASK_AGENT_CORPUS "/cgroup/v2-container", machine.path(),
                          std::filesystem::copy_options::recursive);
    auto const found = os::memory_cgroup::find(machine.path());
    BOOST_REQUIRE(found.has_value());
    std::filesystem::remove_all(machine / "sys");
    BOOST_TEST(!found->kills().has_value());
    BOOST_TEST(!found->read_usage().limit_bytes.has_value());
}

BOOST_AUTO_TEST_SUITE_END()

#include "task_agent/logic/cgroup_text.hpp"

#include <boost/test/unit_test.hpp>

namespace ta = task_agent;

namespace {

constexpr char v1_mount[] = "34 30 0:31 / /sys/fs/cgroup/memory rw,relatime - cgroup cgroup rw,memory\n";
constexpr char v2_mount[] =
    "30 24 0:26 / /sys/fs/cgroup rw shared:9 master:2 - cgroup2 cgroup2 rw,nsdelegate\n";

std::string found(std::string_view self_cgroup, std::string_view mountinfo) {
    auto const folder = ta::find_memory_folder(self_cgroup, mountinfo);
    if (!folder) return "none";
    return (folder->version == ta::cgroup_version::v1 ? "v1 " : "v2 ") + folder->path();
}

}  // namespace

BOOST_AUTO_TEST_SUITE(cgroup_text_tests)

BOOST_AUTO_TEST_CASE(the_unified_folder_is_below_its_mount) {
    BOOST_TEST(found("0::/a.slice/b.service\n", v2_mount) == "v2 /sys/fs/cgroup/a.slice/b.service");
    BOOST_TEST(found("0::/\n", v2_mount) == "v2 /sys/fs/cgroup");
}

BOOST_AUTO_TEST_CASE(a_mounted_v1_controller_goes_before_the_unified_hierarchy) {
    std::string const unified = "40 30 0:37 / /sys/fs/cgroup/unified rw - cgroup2 cgroup2 rw\n";
    std::string const both = "4:cpu,memory:/jobs/1\n0::/user\n";
    BOOST_TEST(found(both, unified + v1_mount) == "v1 /sys/fs/cgroup/memory/jobs/1");
    BOOST_TEST(found(both, unified) == "v2 /sys/fs/cgroup/unified/user");
    BOOST_TEST(found("4:memoryless:/jobs/1\n0::/user\n", unified + v1_mount) ==
               "v2 /sys/fs/cgroup/unified/user");
}

BOOST_AUTO_TEST_CASE(a_container_without_a_namespace_has_its_own_folder_as_the_mounts_root) {
    std::string const mount = "1 2 0:3 /docker/9b /sys/fs/cgroup/memory ro - cgroup cgroup rw,memory\n";
    BOOST_TEST(found("9:memory:/docker/9b\n", mount) == "v1 /sys/fs/cgroup/memory");
    BOOST_TEST(found("9:memory:/docker/9b/inner\n", mount) == "v1 /sys/fs/cgroup/memory/inner");
    BOOST_TEST(found("9:memory:/docker/9bc\n", mount) == "none", "a folder beside it, not below it");
    BOOST_TEST(found("9:memory:/docker\n", mount) == "none");
}

BOOST_AUTO_TEST_CASE(of_several_mounts_the_one_that_leads_there_counts) {
    std::string const other = "1 2 0:3 /docker/other /host/memory ro - cgroup cgroup rw,memory\n";
    BOOST_TEST(found("9:memory:/docker/9b\n", other + v1_mount) == "v1 /sys/fs/cgroup/memory/docker/9b");
}

BOOST_AUTO_TEST_CASE(what_lies_outside_the_cgroup_namespace_has_no_name) {
    BOOST_TEST(found("0::/../sibling\n", v2_mount) == "none");
    BOOST_TEST(found("0::/\n", "1 2 0:3 /../.. /sys/fs/cgroup rw - cgroup2 cgroup2 rw\n") == "none");
}

BOOST_AUTO_TEST_CASE(escaped_characters_of_a_mount_point_are_resolved) {
    BOOST_TEST(found("0::/x\n", R"(1 2 0:3 / /a\040b\134c rw - cgroup2 none rw)") == R"(v2 /a b\c/x)");
}

BOOST_AUTO_TEST_CASE(text_that_is_none_of_the_kernels_finds_nothing) {
    for (auto const text : {"", "\n\n", "0", "0:", "0::", "memory", "1 2 3 4 5 6 - cgroup2", ":::::\n"}) {
        BOOST_TEST(found(text, v2_mount) == "none", text);
        BOOST_TEST(found("0::/\n", text) == "none", text);
    }
}

BOOST_AUTO_TEST_CASE(values_are_found_by_their_whole_name) {
    constexpr char events[] = "low 0\noom 4\noom_kill 17\noom_group_kill 2\n";
    BOOST_TEST(ta::value_of(events, "oom_kill").value() == 17U);
    BOOST_TEST(ta::value_of(events, "oom").value() == 4U);
    BOOST_TEST(!ta::value_of(events, "oom_").has_value());
    BOOST_TEST(ta::value_of("oom_kill_disable 0\nunder_oom 0\noom_kill 3", "oom_kill").value() == 3U);
    BOOST_TEST(!ta::value_of("oom_kill_disable 0\nunder_oom 0\n", "oom_kill").has_value());
    BOOST_TEST(!ta::value_of("oom_kill\noom_kill x\n", "oom_kill").has_value());
}

BOOST_AUTO_TEST_CASE(the_unified_hierarchy_is_found_beside_the_v1_controllers) {
    auto const found =
        ta::find_unified_folder("4:memory:/job\n0::/system.slice/job.service\n",
                                "30 20 0:26 / /sys/fs/cgroup/memory rw - cgroup cgroup rw,memory\n"
                                "31 20 0:27 / /sys/fs/cgroup/unified rw - cgroup2 cgroup2 rw\n");
    BOOST_REQUIRE(found.has_value());
    BOOST_TEST(found->path() == "/sys/fs/cgroup/unified/system.slice/job.service");
    BOOST_TEST(
        !ta::find_unified_folder("4:memory:/job\n", "31 20 0:27 / /u rw - cgroup2 cgroup2 rw\n").has_value());
}

BOOST_AUTO_TEST_CASE(a_number_first_is_a_limit_of_the_cpu) {
    BOOST_TEST(ta::is_cpu_limit("150000 100000\n"));
    BOOST_TEST(!ta::is_cpu_limit("max 100000\n"));
    BOOST_TEST(!ta::is_cpu_limit(""));
}

BOOST_AUTO_TEST_CASE(no_limit_is_said_in_two_ways) {
    BOOST_TEST(ta::parse_limit("536870912\n").value() == 536870912U);
    BOOST_TEST(ta::parse_limit("0\n").value() == 0U);
    BOOST_TEST(!ta::parse_limit("max\n").has_value());
    BOOST_TEST(!ta::parse_limit("9223372036854771712\n").has_value(), "pages of 4 KiB");
    BOOST_TEST(!ta::parse_limit("9223372036854710272\n").has_value(), "pages of 64 KiB");
    BOOST_TEST(!ta::parse_limit("").has_value());
    BOOST_TEST(!ta::parse_limit("-1\n").has_value());
    BOOST_TEST(ta::parse_bytes("9223372036854771712\n").value() == 9223372036854771712U);
}

BOOST_AUTO_TEST_SUITE_END()

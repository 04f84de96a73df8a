#include "task_agent/os/program_facts.hpp"

#include "support/temp_dir.hpp"

#include <boost/test/unit_test.hpp>

#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

namespace os = task_agent::os;
using task_agent::user_ids;

namespace {

constexpr user_ids nobody{65534, 65534};

user_ids me() {
    return {::geteuid(), ::getegid()};
}

// The first 20 bytes of an ELF file; the rest no kernel looks at before it says no.
std::string elf_head(char data, char low, char high) {
    std::string head("\x7f\x45\x4c\x46\x02", 5);
    head += data;
    head.resize(16, '\0');
    head += std::string(1, data == 1 ? '\x02' : '\0') + (data == 1 ? '\0' : '\x02');
    head += low;
    head += high;
    head.resize(64, '\0');
    return head;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(program_facts_tests)

BOOST_AUTO_TEST_CASE(a_file_without_a_mode_to_execute_is_told_from_one_with) {
    support::temp_dir const dir;
    ::chmod(dir.path().c_str(), 0755);
    support::write_file(dir / "plain", "x");
    support::write_file(dir / "tool", "x", true);
    ::chmod((dir / "plain").c_str(), 0644);
    auto const plain = os::look_at_program(dir / "plain", {}, me());
    BOOST_TEST(plain.exists);
    BOOST_TEST(plain.is_regular);
    BOOST_TEST(plain.mode == 0644U);
    BOOST_TEST(!plain.may_execute);
    BOOST_TEST(os::look_at_program(dir / "tool", {}, me()).may_execute);
    ::chmod((dir / "tool").c_str(), 0700);
    BOOST_TEST(!os::look_at_program(dir / "tool", {}, nobody).may_execute);
    BOOST_TEST(os::look_at_program(dir / "tool", {}, user_ids{0, 0}).may_execute);
}

BOOST_AUTO_TEST_CASE(a_folder_on_the_way_that_the_user_may_not_enter_is_named) {
    support::temp_dir const dir;
    ::chmod(dir.path().c_str(), 0700);
    BOOST_TEST(os::look_at_program(dir / "tool", {}, nobody).closed_folder == dir.path());
    BOOST_TEST(os::look_at_program(dir / "tool", {}, me()).closed_folder == "");
}

BOOST_AUTO_TEST_CASE(a_file_on_the_way_a_directory_and_a_dead_link_are_seen) {
    support::temp_dir const dir;
    support::write_file(dir / "file", "x");
    BOOST_TEST(os::look_at_program(dir / "file/tool", {}, me()).file_on_the_way == dir / "file");
    BOOST_TEST(os::look_at_program(dir.path(), {}, me()).is_directory);
    BOOST_REQUIRE(::symlink("/gone/tool", (dir / "link").c_str()) == 0);
    auto const link = os::look_at_program(dir / "link", {}, me());
    BOOST_TEST(!link.exists);
    BOOST_TEST(link.link_target == "/gone/tool");
}

BOOST_AUTO_TEST_CASE(a_relative_path_is_seen_from_the_given_folder) {
    support::temp_dir const dir;
    support::write_file(dir / "tool", "#!./interpreter\n", true);
    BOOST_TEST(!os::look_at_program("./tool", {}, me()).exists);
    auto facts = os::look_at_program("./tool", dir.path(), me());
    BOOST_TEST(facts.exists);
    BOOST_TEST(facts.interpreter == "./interpreter");
    BOOST_TEST(!facts.interpreter_exists);
    support::write_file(dir / "interpreter", "x", true);
    BOOST_TEST(os::look_at_program("./tool", dir.path(), me()).interpreter_exists);
}

BOOST_AUTO_TEST_CASE(another_machine_is_named_in_either_byte_order_and_our_own_is_not) {
    support::temp_dir const dir;
    auto const machine = [&](std::string const& head) {
        support::write_file(dir / "tool", head, true);
        return os::look_at_program(dir / "tool", {}, me()).machine;
    };
    BOOST_TEST(machine(elf_head(2, '\0', '\x16')) == "IBM Z (s390x)");
    BOOST_TEST(machine(elf_head(1, '\xf7', '\0')) == "machine type 247");
#if defined(__x86_64__)
    BOOST_TEST(machine(elf_head(1, '\xb7', '\0')) == "64-bit ARM (aarch64)");
    BOOST_TEST(machine(elf_head(1, '\x3e', '\0')) == "");
    BOOST_TEST(os::look_at_program("/bin/sh", {}, me()).own_machine == "x86-64");
#endif
    BOOST_TEST(machine("\x7f"
                       "ELF") == "");
    BOOST_TEST(os::look_at_program("/bin/sh", {}, me()).machine == "");
}

BOOST_AUTO_TEST_CASE(a_noexec_mount_is_found_by_its_mount_point) {
    struct ::statvfs v {};
    BOOST_REQUIRE(::statvfs("/proc", &v) == 0);
    bool const is_noexec = (v.f_flag & ST_NOEXEC) != 0;
    BOOST_TEST(os::noexec_mount_of("/proc/self/status") == (is_noexec ? "/proc" : ""));
    BOOST_TEST(os::noexec_mount_of("/bin/sh") == "");
    BOOST_TEST(os::noexec_mount_of("/no/such/file") == "");
}

BOOST_AUTO_TEST_CASE(arguments_are_counted_as_the_kernel_counts_them) {
    auto const facts = os::measure_arguments({"ab", "c"}, {"LONG=xyz"});
    BOOST_TEST(facts.total == 3U + 2U + 9U + 3U * sizeof(char*));
    BOOST_TEST(facts.longest == 9U);
    BOOST_TEST(facts.single_limit >= 128U * 1024U);
    BOOST_TEST(facts.total_limit >= 128U * 1024U);
    BOOST_TEST(facts.total_limit <= 6U * 1024U * 1024U);
}

BOOST_AUTO_TEST_SUITE_END()

#include "task_agent/store/state_dir.hpp"

#include "support/temp_dir.hpp"

#include <boost/test/unit_test.hpp>

#include <fcntl.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <optional>

namespace ta = task_agent;
using ta::store::state_dir;
using missing = state_dir::missing;

namespace {

constexpr ::uid_t stranger = 4242;

::mode_t mode_of(std::string const& path) {
    struct ::stat facts {};
    BOOST_REQUIRE(::lstat(path.c_str(), &facts) == 0);
    return facts.st_mode & 07777;
}

bool is_root() {
    if (::geteuid() == 0) return true;
    BOOST_TEST_MESSAGE("SKIPPED: not root, so there is no other owner and no mount to be had");
    return false;
}

std::string why_not(std::string const& path, missing m = missing::make_all) {
    auto const opened = state_dir::open(path, m);
    return opened ? std::string() : opened.error().text;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(state_dir_tests)

BOOST_AUTO_TEST_CASE(it_is_made_for_its_owner_alone) {
    support::temp_dir dir;
    auto const mask = ::umask(0);
    auto const path = dir / "a/b/.task-agent";
    auto const opened = state_dir::open(path, missing::make_all);
    ::umask(mask);
    BOOST_REQUIRE(opened.has_value());
    BOOST_TEST(mode_of(path) == 0700U);
    BOOST_TEST(mode_of(dir / "a") == 0700U);
    BOOST_TEST(mode_of(path + "/lock") == 0600U);
    auto const file = opened->open_file("x");
    BOOST_REQUIRE(file.has_value());
    BOOST_TEST(mode_of(path + "/x") == 0600U);
    BOOST_TEST((::fcntl(file->get(), F_GETFD) & FD_CLOEXEC) != 0);
    BOOST_TEST((::fcntl(opened->fd(), F_GETFD) & FD_CLOEXEC) != 0);
}

BOOST_AUTO_TEST_CASE(what_is_missing_above_is_not_made_unasked) {
    support::temp_dir dir;
    auto const opened = state_dir::open(dir / "a/b", missing::make_last);
    BOOST_REQUIRE(opened.has_error());
    BOOST_TEST(ta::store::is_missing(opened.error()));
    BOOST_TEST(!std::filesystem::exists(dir / "a"));
    BOOST_TEST(why_not(dir / "b", missing::make_last) == "");
    auto const absent = state_dir::open(dir / "c", missing::is_an_error);
    BOOST_REQUIRE(absent.has_error());
    BOOST_TEST(ta::store::is_missing(absent.error()));
    BOOST_TEST(!std::filesystem::exists(dir / "c"));
}

BOOST_AUTO_TEST_CASE(a_folder_that_is_there_keeps_its_mode) {
    support::temp_dir dir;
    auto const path = dir / "own";
    BOOST_REQUIRE(::mkdir(path.c_str(), 0755) == 0);
    auto const before = mode_of(path);
    BOOST_TEST(why_not(path) == "");
    BOOST_TEST(mode_of(path) == before);
}

BOOST_AUTO_TEST_CASE(a_second_one_is_told_that_it_is_locked_until_the_first_is_gone) {
    support::temp_dir dir;
    std::optional<state_dir> first(std::move(*state_dir::open(dir / "s", missing::make_all)));
    auto const second = state_dir::open(dir / "s", missing::make_all);
    BOOST_REQUIRE(second.has_error());
    BOOST_TEST(ta::store::is_locked(second.error()));
    BOOST_TEST(!ta::store::is_missing(second.error()));
    first.reset();
    BOOST_TEST(why_not(dir / "s") == "");
}

BOOST_AUTO_TEST_CASE(another_users_folder_link_or_file_is_refused) {
    if (!is_root()) return;
    support::temp_dir dir;
    std::string const theirs = dir / "theirs";
    BOOST_REQUIRE(::mkdir(theirs.c_str(), 0777) == 0);
    BOOST_REQUIRE(::chown(theirs.c_str(), stranger, stranger) == 0);
    BOOST_TEST(why_not(theirs) == theirs + " belongs to user 4242, not to user 0 who runs the agent");

    std::string const ours = dir / "ours";
    BOOST_REQUIRE(::mkdir(ours.c_str(), 0700) == 0);
    std::string const link = dir / "link";
    BOOST_REQUIRE(::symlink(ours.c_str(), link.c_str()) == 0);
    BOOST_TEST(why_not(link) == "", "our own link is ours to follow");
    BOOST_REQUIRE(::lchown(link.c_str(), stranger, stranger) == 0);
    BOOST_TEST(why_not(link) == link + " is a symbolic link of user 4242");

    auto const opened = state_dir::open(ours, missing::make_all);
    BOOST_REQUIRE(opened.has_value());
    support::write_file(ours + "/journal", "");
    BOOST_REQUIRE(::chown((ours + "/journal").c_str(), stranger, stranger) == 0);
    BOOST_TEST(opened->open_file("journal").has_error());
    BOOST_REQUIRE(::symlink("/etc/passwd", (ours + "/planted").c_str()) == 0);
    BOOST_TEST(opened->open_file("planted").has_error());
    BOOST_REQUIRE(::mkfifo((ours + "/pipe").c_str(), 0600) == 0);
    BOOST_TEST(opened->open_file("pipe").has_error());
}

BOOST_AUTO_TEST_CASE(what_is_no_folder_is_named) {
    support::temp_dir dir;
    support::write_file(dir / "file", "");
    BOOST_TEST(why_not(dir / "file") == "cannot open " + dir / "file" + ": Not a directory");
    BOOST_TEST(why_not(dir / "file/below").find(dir / "file/below") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_read_only_disk_is_an_error_that_says_so) {
    if (!is_root()) return;
    support::temp_dir dir;
    std::string const disk = dir / "disk";
    BOOST_REQUIRE(::mkdir(disk.c_str(), 0700) == 0);
    if (::mount("none", disk.c_str(), "tmpfs", MS_RDONLY, "size=1m") != 0) {
        BOOST_TEST_MESSAGE("SKIPPED: no file system can be mounted here");
        return;
    }
    BOOST_TEST(why_not(disk + "/s") == "cannot make " + disk + "/s: Read-only file system");
    BOOST_TEST(why_not(disk) == "cannot open " + disk + "/lock: Read-only file system");
    BOOST_TEST(::umount(disk.c_str()) == 0);
}

BOOST_AUTO_TEST_SUITE_END()

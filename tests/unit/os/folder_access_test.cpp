#include "task_agent/os/folder_access.hpp"

#include "support/temp_dir.hpp"

#include <boost/test/unit_test.hpp>

#include <sys/stat.h>
#include <unistd.h>

namespace os = task_agent::os;

namespace {

constexpr uid_t somebody_else = 54321;

}  // namespace

BOOST_AUTO_TEST_SUITE(folder_access_tests)

BOOST_AUTO_TEST_CASE(an_own_folder_is_ours_and_no_stranger_s) {
    support::temp_dir const dir;
    auto const folder = dir / "mine";
    BOOST_TEST_REQUIRE(::mkdir(folder.c_str(), 0700) == 0);
    BOOST_TEST(os::may_write_in(folder, ::geteuid()));
    BOOST_TEST(!os::may_write_in(folder, somebody_else));
}

BOOST_AUTO_TEST_CASE(a_folder_for_everybody_is_everybody_s) {
    support::temp_dir const dir;
    auto const folder = dir / "all";
    BOOST_TEST_REQUIRE(::mkdir(folder.c_str(), 0700) == 0);
    BOOST_TEST_REQUIRE(::chmod(folder.c_str(), 01777) == 0);
    BOOST_TEST(os::may_write_in(folder, somebody_else));
}

BOOST_AUTO_TEST_CASE(a_folder_that_was_given_away_is_its_owner_s) {
    if (::geteuid() != 0) return;  // only root gives away
    support::temp_dir const dir;
    auto const folder = dir / "theirs";
    BOOST_TEST_REQUIRE(::mkdir(folder.c_str(), 0700) == 0);
    BOOST_TEST_REQUIRE(::chown(folder.c_str(), somebody_else, somebody_else) == 0);
    BOOST_TEST(os::may_write_in(folder, somebody_else));
    BOOST_TEST(!os::may_write_in(folder, somebody_else + 1));
}

BOOST_AUTO_TEST_CASE(what_is_missing_or_no_folder_is_nobody_s) {
    support::temp_dir const dir;
    BOOST_TEST(!os::may_write_in(dir / "nowhere", ::geteuid()));
    BOOST_TEST(!os::may_write_in("/dev/null", ::geteuid()));
}

BOOST_AUTO_TEST_SUITE_END()

#include "task_agent/os/private_file.hpp"

#include "support/temp_dir.hpp"

#include <boost/test/unit_test.hpp>

#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>

namespace os = task_agent::os;
using support::temp_dir;

namespace {

struct stat facts_of(std::string const& path) {
    struct stat facts {};
    BOOST_REQUIRE(::stat(path.c_str(), &facts) == 0);
    return facts;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(private_file_tests)

BOOST_AUTO_TEST_CASE(a_file_is_made_for_its_owner_alone_with_the_folders_above) {
    temp_dir const folder;
    auto const path = folder / "a/b/config.json";
    BOOST_TEST(os::write_private_file(path, "{}").has_value());
    BOOST_TEST(support::read_file(path) == "{}");
    BOOST_TEST((facts_of(path).st_mode & 07777U) == 0600U);
    BOOST_TEST(std::distance(std::filesystem::directory_iterator(folder / "a/b"), {}) == 1);
}

BOOST_AUTO_TEST_CASE(a_file_that_is_there_is_replaced_whole_and_never_written_through) {
    temp_dir const folder;
    auto const path = folder / "config.json";
    support::write_file(folder / "elsewhere", "kept");
    std::filesystem::create_symlink(folder / "elsewhere", path);
    std::string const large(1 << 20, 'x');
    BOOST_TEST(os::write_private_file(path, large).has_value());
    BOOST_TEST((support::read_file(path) == large));
    BOOST_TEST(support::read_file(folder / "elsewhere") == "kept");
    BOOST_TEST((facts_of(path).st_mode & 07777U) == 0600U);
}

BOOST_AUTO_TEST_CASE(what_cannot_be_written_is_named_and_leaves_nothing) {
    temp_dir const folder;
    support::write_file(folder / "file", "");
    auto const under_file = os::write_private_file(folder / "file/config.json", "{}");
    BOOST_REQUIRE(under_file.has_error());
    BOOST_TEST(under_file.error().text.find(folder / "file") != std::string::npos);
    std::filesystem::create_directories(folder / "taken/full");
    auto const on_folder = os::write_private_file(folder / "taken", "{}");
    BOOST_REQUIRE(on_folder.has_error());
    BOOST_TEST(on_folder.error().text.find(folder / "taken") != std::string::npos);
    BOOST_TEST(std::distance(std::filesystem::directory_iterator(folder.path()), {}) == 2);
}

BOOST_AUTO_TEST_CASE(a_file_for_another_user_is_theirs_or_an_error) {
    temp_dir const folder;
    auto const path = folder / "config.json";
    auto const written = os::write_private_file(path, "{}", task_agent::user_ids{65534, 65533});
    if (::geteuid() != 0) {
        BOOST_REQUIRE(written.has_error());
        BOOST_TEST(written.error().text.find("65534") != std::string::npos);
        return;
    }
    BOOST_TEST(written.has_value());
    BOOST_TEST(facts_of(path).st_uid == 65534U);
    BOOST_TEST(facts_of(path).st_gid == 65533U);
}

BOOST_AUTO_TEST_SUITE_END()

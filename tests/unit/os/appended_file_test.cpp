#include "task_agent/os/appended_file.hpp"

#include "support/temp_dir.hpp"

#include <boost/test/unit_test.hpp>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstdio>
#include <fstream>

namespace os = task_agent::os;
using task_agent::unique_fd;

namespace {

constexpr std::size_t all = 1 << 20;

struct fixture {
    support::temp_dir dir;
    std::string path = dir / "status";
    os::appended_file file = os::appended_file::make(path, ::geteuid(), ::getegid()).value();

    std::string news() {
        std::string text;
        file.read_new(text, all);
        return text;
    }
    void append(std::string const& text) const { std::ofstream(path, std::ios::app) << text; }
    void write_over(std::string const& text) const { std::ofstream(path, std::ios::trunc) << text; }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(appended_file_tests, fixture)

BOOST_AUTO_TEST_CASE(what_is_appended_is_read_once) {
    BOOST_TEST(news() == "");
    append("one\n");
    append("two\n");
    BOOST_TEST(news() == "one\ntwo\n");
    BOOST_TEST(news() == "");
    append("three\n");
    BOOST_TEST(news() == "three\n");
}

BOOST_AUTO_TEST_CASE(a_bounded_read_says_that_there_is_more) {
    append("abcdefgh");
    std::string text;
    BOOST_TEST(file.read_new(text, 5));
    BOOST_TEST(text == "abcde");
    BOOST_TEST(!file.read_new(text, 5));
    BOOST_TEST(text == "abcdefgh");
}

// `>` instead of `>>`
BOOST_AUTO_TEST_CASE(a_file_that_is_written_over_is_read_from_its_beginning) {
    append("step=1\n");
    BOOST_TEST(news() == "step=1\n");
    write_over("step=2\n");  // as long as before
    BOOST_TEST(news() == "step=2\n");
    write_over("x=1\n");
    BOOST_TEST(news() == "x=1\n");
    write_over("step=100 and more\n");
    BOOST_TEST(news() == "step=100 and more\n");
    append("x=2\n");
    BOOST_TEST(news() == "x=2\n");
}

BOOST_AUTO_TEST_CASE(a_file_that_takes_its_place_is_read_from_its_beginning) {
    append("one\n");
    BOOST_TEST(news() == "one\n");
    std::ofstream(dir / "new") << "one\ntwo\n";
    BOOST_TEST_REQUIRE(std::rename((dir / "new").c_str(), path.c_str()) == 0);
    BOOST_TEST(news() == "one\ntwo\n");
    ::unlink(path.c_str());
    BOOST_TEST(news() == "");
    std::ofstream(path) << "three\n";
    BOOST_TEST(news() == "three\n");
}

BOOST_AUTO_TEST_CASE(a_link_or_pipe_in_its_place_is_not_read) {
    std::ofstream(dir / "secret") << "secret\n";
    ::unlink(path.c_str());
    BOOST_TEST_REQUIRE(::symlink((dir / "secret").c_str(), path.c_str()) == 0);
    BOOST_TEST(news() == "");
    ::unlink(path.c_str());
    BOOST_TEST_REQUIRE(::mkfifo(path.c_str(), 0600) == 0);
    BOOST_TEST(news() == "");
}

BOOST_AUTO_TEST_CASE(bytes_that_were_read_are_given_back_to_the_file_system) {
    std::string const line(1023, 'x');
    for (int i = 0; i < 4096; ++i)
        append(line + "\n");
    struct ::stat before {};
    BOOST_TEST_REQUIRE(::stat(path.c_str(), &before) == 0);
    std::string text;
    while (file.read_new(text, all)) {
    }
    BOOST_TEST(text.size() == 4096U * 1024);
    struct ::stat after {};
    BOOST_TEST_REQUIRE(::stat(path.c_str(), &after) == 0);
    BOOST_TEST(after.st_size == before.st_size);
    BOOST_TEST(after.st_blocks < before.st_blocks / 8);
    append("more\n");
    BOOST_TEST(news() == "more\n");
}

BOOST_AUTO_TEST_CASE(it_is_new_private_and_removed_on_demand) {
    struct ::stat made {};
    BOOST_TEST_REQUIRE(::stat(path.c_str(), &made) == 0);
    BOOST_TEST((made.st_mode & 0777) == 0600U);
    BOOST_TEST(!os::appended_file::make(path, ::geteuid(), ::getegid()));
    file.remove();
    BOOST_TEST(::access(path.c_str(), F_OK) != 0);
}

BOOST_AUTO_TEST_CASE(a_file_for_another_user_is_theirs) {
    if (::geteuid() != 0) return;  // only root gives away
    auto const theirs = os::appended_file::make(dir / "theirs", 54321, 54322);
    BOOST_TEST_REQUIRE(bool(theirs));
    struct ::stat made {};
    BOOST_TEST_REQUIRE(::stat(theirs->path().c_str(), &made) == 0);
    BOOST_TEST(made.st_uid == 54321U);
    BOOST_TEST(made.st_gid == 54322U);
}

BOOST_AUTO_TEST_SUITE_END()

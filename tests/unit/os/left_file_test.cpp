#include "task_agent/os/left_file.hpp"

#include "support/temp_dir.hpp"

#include <boost/test/unit_test.hpp>

#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>

namespace os = task_agent::os;
using namespace std::chrono_literals;

namespace {

os::left_file_wish any(std::size_t most_bytes = 1000) {
    os::left_file_wish wish;
    wish.most_bytes = most_bytes;
    return wish;
}

std::string refusal(std::string const& path, os::left_file_wish const& wish = any()) {
    auto const file = os::read_left_file(path, wish);
    return file ? "it was read" : file.error().text;
}

bool is_log(std::string_view name) {
    return name.ends_with(".log");
}

}  // namespace

BOOST_AUTO_TEST_SUITE(left_file_tests)

BOOST_AUTO_TEST_CASE(a_file_is_read_up_to_the_limit_which_is_said) {
    support::temp_dir dir;
    support::write_file(dir / "f", std::string(1000, 'x'));
    auto const whole = os::read_left_file(dir / "f", any(1000));
    BOOST_REQUIRE(whole.has_value());
    BOOST_TEST(whole->head.size() == 1000U);
    BOOST_TEST(!whole->is_cut);
    BOOST_TEST((task_agent::wall_clock::now() - whole->written < 1h));
    auto const head = os::read_left_file(dir / "f", any(999));
    BOOST_REQUIRE(head.has_value());
    BOOST_TEST(head->head.size() == 999U);
    BOOST_TEST(head->is_cut);
    support::write_file(dir / "huge", std::string(1 << 22, 'x'));
    BOOST_TEST(os::read_left_file(dir / "huge", any(100'000))->head.size() == 100'000U);
}

BOOST_AUTO_TEST_CASE(nothing_but_regular_files_is_read_and_nothing_is_waited_for) {
    support::temp_dir dir;
    BOOST_REQUIRE(::mkfifo((dir / "fifo").c_str(), 0600) == 0);
    support::write_file(dir / "file", "x");
    BOOST_REQUIRE(::symlink((dir / "file").c_str(), (dir / "link").c_str()) == 0);
    BOOST_TEST(refusal(dir / "fifo") == (dir / "fifo") + " is no regular file");
    BOOST_TEST(refusal("/dev/zero") == "/dev/zero is no regular file");
    BOOST_TEST(refusal(dir.path()) == dir.path() + " is no regular file");
    BOOST_TEST(refusal(dir / "link") ==
               "cannot open " + (dir / "link") + ": Too many levels of symbolic links");
    BOOST_TEST(refusal(dir / "none") == "cannot open " + (dir / "none") + ": No such file or directory");
}

BOOST_AUTO_TEST_CASE(old_files_and_files_of_others_are_left_alone) {
    support::temp_dir dir;
    support::write_file(dir / "f", "x");
    auto wish = any();
    wish.not_before = task_agent::wall_clock::now() + 1h;
    BOOST_TEST(refusal(dir / "f", wish) == (dir / "f") + " is older than the workload");
    wish = any();
    wish.owner = ::geteuid() + 1;
    BOOST_TEST(refusal(dir / "f", wish).starts_with((dir / "f") + " belongs to user "));
    wish.owner = ::geteuid();
    BOOST_TEST(refusal(dir / "f", wish) == "it was read");
}

BOOST_AUTO_TEST_CASE(a_folder_is_looked_into_as_far_as_is_allowed) {
    support::temp_dir dir;
    for (int n = 0; n < 50; ++n)
        support::write_file(dir / (std::to_string(n) + (n % 10 == 0 ? ".log" : ".txt")), "");
    auto const all = os::look_into(dir.path(), &is_log, 100, 1000);
    BOOST_TEST(all.wanted.size() == 5U);
    BOOST_TEST(!all.is_partial);
    auto const few = os::look_into(dir.path(), &is_log, 2, 1000);
    BOOST_TEST(few.wanted.size() == 2U);
    BOOST_TEST(few.is_partial);
    BOOST_TEST(os::look_into(dir.path(), &is_log, 100, 10).is_partial);
    BOOST_TEST(os::look_into(dir / "none", &is_log, 100, 10).wanted.empty());
    BOOST_TEST(os::look_into(dir / "0.log", &is_log, 100, 10).wanted.empty());
}

BOOST_AUTO_TEST_SUITE_END()

#include "task_agent/os/given_file.hpp"

#include "support/temp_dir.hpp"

#include <boost/test/unit_test.hpp>

#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <string>

namespace os = task_agent::os;
using namespace std::chrono_literals;
using support::temp_dir;

namespace {

constexpr std::size_t enough = 1000;

struct open_pipe {
    open_pipe() { BOOST_REQUIRE(::pipe(ends.data()) == 0); }
    ~open_pipe() {
        ::close(ends[0]);
        if (ends[1] >= 0) ::close(ends[1]);
    }
    void write(std::string_view text) const {
        BOOST_REQUIRE(::write(ends[1], text.data(), text.size()) == static_cast<ssize_t>(text.size()));
    }
    void end() {
        ::close(ends[1]);
        ends[1] = -1;
    }
    [[nodiscard]] std::string path() const { return "/dev/fd/" + std::to_string(ends[0]); }

    std::array<int, 2> ends{};
};

}  // namespace

BOOST_AUTO_TEST_SUITE(given_file_tests)

BOOST_AUTO_TEST_CASE(a_file_is_read_whole_up_to_its_limit) {
    temp_dir folder;
    auto const path = folder / "rules";
    support::write_file(path, "12345");
    BOOST_TEST(os::read_given_file(path.c_str(), 5, 1s).value() == "12345");
    auto const cut = os::read_given_file(path.c_str(), 4, 1s);
    BOOST_REQUIRE(!cut);
    BOOST_TEST(cut.error().text.find("is too large") != std::string::npos);
    BOOST_TEST(os::read_given_file("/dev/null", enough, 1s).value().empty());
}

BOOST_AUTO_TEST_CASE(a_named_pipe_that_nobody_writes_is_refused_at_once) {
    temp_dir folder;
    auto const path = folder / "fifo";
    BOOST_REQUIRE(::mkfifo(path.c_str(), 0600) == 0);
    auto const read = os::read_given_file(path.c_str(), enough, 1s);
    BOOST_REQUIRE(!read);
    BOOST_TEST(read.error().text == path + " is a named pipe");
}

BOOST_AUTO_TEST_CASE(a_directory_is_refused) {
    temp_dir folder;
    auto const path = folder.path();
    auto const read = os::read_given_file(path.c_str(), enough, 1s);
    BOOST_REQUIRE(!read);
    BOOST_TEST(read.error().text == path + " is a directory");
}

BOOST_AUTO_TEST_CASE(a_pipe_that_is_open_already_is_read_to_its_end) {
    open_pipe pipe;
    pipe.write("rules");
    pipe.end();
    BOOST_TEST(os::read_given_file(pipe.path().c_str(), enough, 1s).value() == "rules");
}

BOOST_AUTO_TEST_CASE(a_pipe_that_brings_nothing_is_given_up) {
    open_pipe pipe;
    pipe.write("rules");
    auto const read = os::read_given_file(pipe.path().c_str(), enough, 20ms);
    BOOST_REQUIRE(!read);
    BOOST_TEST(read.error().text == pipe.path() + " is a pipe that brings nothing");
}

BOOST_AUTO_TEST_SUITE_END()

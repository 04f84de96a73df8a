#include "task_agent/os/fd_io.hpp"

#include "support/temp_dir.hpp"
#include "task_agent/os/pipe.hpp"

#include <boost/test/unit_test.hpp>

#include <fcntl.h>

namespace os = task_agent::os;
using namespace std::chrono_literals;

BOOST_AUTO_TEST_SUITE(fd_io_tests)

BOOST_AUTO_TEST_CASE(a_reader_that_does_not_read_costs_the_patience_and_no_more) {
    auto const pipe = os::make_pipe();
    BOOST_REQUIRE(pipe.has_value());
    std::string const much(1 << 20, 'x');
    auto const start = task_agent::steady_clock::now();
    auto const written = os::write_within(pipe->write.get(), much, 50ms);
    BOOST_TEST(written <= 65536U);
    BOOST_TEST(written >= 4096U);
    BOOST_TEST((task_agent::steady_clock::now() - start < 5s));
    BOOST_TEST((::fcntl(pipe->write.get(), F_GETFL) & O_NONBLOCK) == 0, "the shared mode is untouched");
    BOOST_TEST(os::bytes_waiting(pipe->read.get()) == written);
}

BOOST_AUTO_TEST_CASE(a_file_is_written_whole_and_a_bad_path_is_named) {
    support::temp_dir dir;
    BOOST_TEST(os::write_file((dir / "f").c_str(), "text").has_value());
    BOOST_TEST(support::read_file(dir / "f") == "text");
    auto const failed = os::write_file("/no/such/folder/f", "text");
    BOOST_REQUIRE(failed.has_error());
    BOOST_TEST(failed.error().text == "cannot open /no/such/folder/f: No such file or directory");
}

BOOST_AUTO_TEST_CASE(two_descriptors_of_one_pipe_are_the_same_place) {
    auto const a = os::make_pipe();
    auto const b = os::make_pipe();
    task_agent::unique_fd const copy(::dup(a->write.get()));
    BOOST_TEST(os::is_same_file(a->write.get(), copy.get()));
    BOOST_TEST(!os::is_same_file(a->write.get(), b->write.get()));
}

BOOST_AUTO_TEST_SUITE_END()

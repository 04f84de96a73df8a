#include "task_agent/supervise/console.hpp"

#include "task_agent/os/pipe.hpp"

#include <boost/test/unit_test.hpp>

#include <unistd.h>

#include <array>

namespace ta = task_agent;
using namespace std::chrono_literals;

namespace {

struct captured {
    ta::os::pipe_ends pipe = *ta::os::make_pipe();
    std::string text() {
        std::string all;
        std::array<char, 4096> buffer;
        while (ta::os::bytes_waiting(pipe.read.get()) > 0) {
            auto const n = ::read(pipe.read.get(), buffer.data(), buffer.size());
            all.append(buffer.data(), static_cast<std::size_t>(n));
        }
        return all;
    }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(console_tests)

BOOST_AUTO_TEST_CASE(without_a_pump_a_line_is_written_at_once) {
    captured err;
    ta::console c(err.pipe.write.get());
    c.write_line("task-agent: hello");
    BOOST_TEST(err.text() == "task-agent: hello\n");
}

BOOST_AUTO_TEST_CASE(with_a_pump_lines_wait_for_it_and_it_is_woken) {
    captured err;
    ta::console c(err.pipe.write.get());
    int woken = 0;
    c.attach([&] { ++woken; });
    c.write_line("one");
    c.write_line("two");
    BOOST_TEST(woken == 2);
    BOOST_TEST(err.text() == "");
    BOOST_TEST(c.has_lines());
    BOOST_TEST(c.take_lines() == "one\ntwo\n");
    BOOST_TEST(!c.has_lines());
}

BOOST_AUTO_TEST_CASE(what_still_waits_at_the_end_starts_on_a_line_of_its_own) {
    captured err;
    ta::console c(err.pipe.write.get());
    c.attach([] {});
    c.on_written(ta::stream::err, false);
    c.write_line("late");
    c.detach();
    BOOST_TEST(err.text() == "\nlate\n");
    c.on_written(ta::stream::err, false);
    c.write_last("report\n", ta::steady_clock::now() + 1s);
    BOOST_TEST(err.text() == "\nreport\n");
}

BOOST_AUTO_TEST_CASE(a_queue_that_nobody_empties_is_bounded_and_counts) {
    captured err;
    ta::console c(err.pipe.write.get());
    c.attach([] {});
    for (int i = 0; i < 10'000; ++i)
        c.write_line("0123456789012345678901234567890123456789");
    BOOST_TEST(c.dropped_lines() > 0U);
    auto const text = c.take_lines();
    BOOST_TEST(text.size() <= 32U * 1024);
    BOOST_TEST(text.size() / 41 + c.dropped_lines() == 10'000U);
}

BOOST_AUTO_TEST_CASE(a_reader_that_never_reads_does_not_hold_up_the_last_word) {
    captured err;
    std::string const filler(65536, 'x');
    BOOST_REQUIRE(::write(err.pipe.write.get(), filler.data(), filler.size()) == 65536);
    ta::console c(err.pipe.write.get());
    auto const start = ta::steady_clock::now();
    c.write_last("report\n", start + 50ms);
    BOOST_TEST((ta::steady_clock::now() - start < 5s));
}

BOOST_AUTO_TEST_SUITE_END()

#include "task_agent/supervise/pump.hpp"

#include "support/eventually.hpp"
#include "task_agent/os/pipe.hpp"
#include "task_agent/os/signals.hpp"

#include <boost/test/unit_test.hpp>

#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <mutex>
#include <random>
#include <string>
#include <thread>

namespace ta = task_agent;
using namespace std::chrono_literals;
using support::eventually;

namespace {

class recorder final : public ta::output_observer {
public:
    void on_bytes(std::string_view bytes, ta::time_point) noexcept override {
        std::lock_guard const guard(lock_);
        seen_ += bytes;
    }
    std::string seen() {
        std::lock_guard const guard(lock_);
        return seen_;
    }

private:
    std::mutex lock_;
    std::string seen_;
};

// A pump between two pipes: the test writes as the workload and reads as whoever reads the agent.
struct rig {
    ta::os::pipe_ends in = *ta::os::make_pipe();
    ta::os::pipe_ends out = *ta::os::make_pipe();
    recorder observer;
    ta::console lines{out.write.get()};
    std::atomic<int> ends{0};
    std::optional<ta::pump> pump;

    explicit rig(ta::pump_options options = {}, int sink = -1) {
        ta::os::enable_kicks();
        options.sink = sink >= 0 ? sink : out.write.get();
        pump.emplace(ta::unique_fd(in.read.release()), options, observer, lines, [this] { ++ends; });
        BOOST_REQUIRE(pump->start().has_value());
    }

    void say(std::string_view text) {
        BOOST_REQUIRE(::write(in.write.get(), text.data(), text.size()) == static_cast<ssize_t>(text.size()));
    }
    std::string hear(std::size_t bytes) {
        std::string all(bytes, '\0');
        std::size_t done = 0;
        while (done < bytes) {
            auto const n = ::read(out.read.get(), all.data() + done, bytes - done);
            if (n <= 0) break;
            done += static_cast<std::size_t>(n);
        }
        all.resize(done);
        return all;
    }
    // Kicks until the pump has looked at its orders, as the control thread does.
    bool ends_soon() {
        return eventually([&] {
            if (!pump->settled()) pump->kick();
            return pump->state().ended;
        });
    }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(pump_tests)

BOOST_AUTO_TEST_CASE(bytes_pass_as_they_are_and_the_end_of_the_input_ends_the_pump) {
    rig r;
    r.say(std::string("a\0b\xff\r\n", 6));
    BOOST_TEST(r.hear(6) == std::string("a\0b\xff\r\n", 6));
    r.in.write.reset();
    BOOST_TEST(r.ends_soon());
    r.pump->join();
    BOOST_TEST(r.ends == 1);
    BOOST_TEST(r.pump->bytes_passed() == 6U);
    BOOST_TEST(r.observer.seen() == std::string("a\0b\xff\r\n", 6));
}

BOOST_AUTO_TEST_CASE(random_bytes_under_random_kicks_arrive_unchanged) {
    auto const seed = std::random_device{}();
    BOOST_TEST_MESSAGE("seed " << seed);
    std::mt19937 engine(seed);
    std::string data(8 << 20, '\0');
    for (char& c : data)
        c = static_cast<char>(engine());
    rig r({.pipe_size = 1 << 20});
    std::thread writer([&] {
        std::mt19937 sizes(seed + 1);
        for (std::size_t at = 0; at < data.size();) {
            auto const n = std::min<std::size_t>(data.size() - at, 1 + sizes() % 100'000);
            auto const w = ::write(r.in.write.get(), data.data() + at, n);
            at += static_cast<std::size_t>(w);
        }
        r.in.write.reset();
    });
    std::atomic<bool> done{false};
    std::thread kicker([&] {
        while (!done)
            r.pump->kick();
    });
    std::string const got = r.hear(data.size());
    done = true;
    kicker.join();
    writer.join();
    BOOST_TEST((got == data));
    BOOST_TEST(r.ends_soon());
    BOOST_TEST((r.observer.seen() == data));
}

// the workload must get the SIGPIPE that it would get without an agent
BOOST_AUTO_TEST_CASE(a_reader_that_is_gone_closes_the_pipe_of_the_workload) {
    rig r;
    r.out.read.reset();
    r.say("x");
    BOOST_TEST(r.ends_soon());
    r.pump->join();
    BOOST_TEST(::write(r.in.write.get(), "y", 1) == -1);
    BOOST_TEST(errno == EPIPE);
}

BOOST_AUTO_TEST_CASE(a_full_disk_loses_bytes_counted_and_never_stops_the_workload) {
    ta::unique_fd const full(::open("/dev/full", O_WRONLY | O_CLOEXEC));
    BOOST_REQUIRE(full.get() >= 0);
    rig r({}, full.get());
    r.say("first\n");
    BOOST_TEST(eventually([&] { return r.pump->bytes_passed() == 6; }));
    r.say("second\n");
    r.in.write.reset();
    BOOST_TEST(r.ends_soon());
    BOOST_TEST(r.pump->bytes_lost() == 13U);
    BOOST_TEST(r.pump->write_error() == ENOSPC);
    BOOST_TEST(r.observer.seen() == "first\nsecond\n");
}

BOOST_AUTO_TEST_CASE(a_pipe_that_a_descendant_holds_open_is_emptied_and_left) {
    rig r;
    r.say("before ");
    BOOST_TEST(eventually([&] { return r.pump->state().idle_since && r.pump->bytes_passed() == 7; }));
    r.pump->take_rest();
    BOOST_TEST(r.ends_soon());
    BOOST_TEST(r.hear(7) == "before ");
    r.pump->join();
    BOOST_TEST(::write(r.in.write.get(), "y", 1) == -1, "nobody reads any more");
}

BOOST_AUTO_TEST_CASE(what_waits_in_the_pipe_is_written_however_slow_the_reader) {
    rig r;
    std::string const burst(60'000, 'b');
    r.say(burst);  // passed on: the reader's pipe is nearly full now
    BOOST_TEST(eventually([&] { return r.pump->bytes_passed() == 60'000; }));
    r.say(burst);  // read by the pump, which then blocks in write
    // it says that it has something only after its read has emptied the pipe
    BOOST_TEST(eventually(
        [&] { return ta::os::bytes_waiting(r.in.write.get()) == 0 && !r.pump->state().idle_since; }));
    r.say(burst);  // waits in the workload's pipe
    r.in.write.reset();
    r.pump->take_rest();
    BOOST_TEST(!r.pump->state().idle_since.has_value());
    BOOST_TEST(r.hear(180'000) == burst + burst + burst);
    BOOST_TEST(r.ends_soon());
    BOOST_TEST(r.pump->bytes_lost() == 0U);
}

BOOST_AUTO_TEST_CASE(an_abandoned_pump_leaves_a_blocked_write_and_counts_what_is_lost) {
    rig r;
    std::string const burst(60'000, 'b');
    r.say(burst);
    BOOST_TEST(eventually([&] { return r.pump->bytes_passed() == 60'000; }));
    r.say(burst);
    BOOST_TEST(eventually([&] { return ta::os::bytes_waiting(r.in.write.get()) == 0; }));
    r.say(burst);
    r.pump->abandon();
    BOOST_TEST(r.ends_soon());
    BOOST_TEST(r.observer.seen().size() == 180'000U, "the analysis still learns what came");
    auto const delivered = ta::os::bytes_waiting(r.out.read.get());
    BOOST_TEST(delivered + r.pump->bytes_lost() == 180'000U);
    BOOST_TEST(r.pump->bytes_lost() > 0U);
}

BOOST_AUTO_TEST_CASE(lines_of_the_agent_wait_for_the_end_of_an_unfinished_line) {
    rig r({.which = ta::stream::err, .writes_agent_lines = true});
    r.lines.attach([&] { r.pump->kick(); });
    r.say("unfinished");
    BOOST_TEST(r.hear(10) == "unfinished");
    r.lines.write_line("task-agent: note");
    r.say(" line\nnext");
    BOOST_TEST(r.hear(6 + 17 + 4) == " line\ntask-agent: note\nnext");
    r.lines.detach();
}

BOOST_AUTO_TEST_CASE(a_line_of_the_agent_comes_at_once_while_the_workload_is_silent) {
    rig r({.which = ta::stream::err, .writes_agent_lines = true});
    r.lines.attach([&] { r.pump->kick(); });
    r.say("done\n");
    BOOST_TEST(r.hear(5) == "done\n");
    r.lines.write_line("task-agent: note");
    std::atomic<bool> heard{false};
    std::string text;  // the listener's until it was joined; Boost.Test itself is for one thread
    std::thread listener([&] {
        text = r.hear(17);
        heard = true;
    });
    BOOST_TEST(eventually([&] {
        if (r.lines.has_lines()) r.pump->kick();
        return heard.load();
    }));
    listener.join();
    BOOST_TEST(text == "task-agent: note\n");
    r.lines.detach();
}

BOOST_AUTO_TEST_CASE(a_pump_that_is_destroyed_while_it_blocks_ends_its_thread) {
    auto const start = ta::steady_clock::now();
    {
        rig r;
        r.say("x");
        BOOST_TEST(r.hear(1) == "x");
    }
    BOOST_TEST((ta::steady_clock::now() - start < 5s));
}

BOOST_AUTO_TEST_SUITE_END()

#include "task_agent/run/output_watch.hpp"

#include <boost/test/unit_test.hpp>

#include <random>
#include <string>

namespace ta = task_agent;

namespace {

constexpr char output[] =
    "starting\n"
    " 10%\r 50%\r100%\n"
    "Traceback (most recent call last):\n"
    "  File \"train.py\", line 3, in <module>\n"
    "    step()\n"
    "ValueError: bad";  // no newline: the process died in the middle of its last write

ta::time_point const t0{std::chrono::seconds(100)};

}  // namespace

BOOST_AUTO_TEST_SUITE(output_watch_tests)

BOOST_AUTO_TEST_CASE(the_same_is_kept_however_the_bytes_were_cut) {
    auto const seed = std::random_device{}();
    BOOST_TEST_MESSAGE("seed " << seed);
    std::mt19937 engine(seed);
    std::string_view const all(output);
    for (int round = 0; round < 200; ++round) {
        ta::output_watch watch;
        for (std::size_t at = 0; at < all.size();) {
            auto const n = std::min<std::size_t>(all.size() - at, 1 + engine() % 20);
            watch.on_bytes(all.substr(at, n), t0);
            at += n;
        }
        watch.finish(t0);
        BOOST_REQUIRE(watch.traces().size() == 1U);
        BOOST_TEST(watch.traces().front().cause_line == "ValueError: bad");
        BOOST_TEST(watch.tail().starts_with("starting\n100%\nTraceback"));
        BOOST_TEST(watch.cut_lines() == 0U);
    }
}

BOOST_AUTO_TEST_CASE(what_comes_after_the_end_is_not_looked_at) {
    ta::output_watch watch;
    watch.on_bytes("one\n", t0);
    watch.finish(t0);
    watch.on_bytes("two\n", t0);
    BOOST_TEST(watch.tail() == "one\n");
}

BOOST_AUTO_TEST_CASE(a_copy_holds_what_passed_since_it_was_begun_up_to_its_limit) {
    ta::output_watch watch;
    watch.on_bytes("before\n", t0);
    watch.begin_copy(12);
    watch.on_bytes("stack of", t0);
    watch.on_bytes(" a thread\n", t0);
    BOOST_TEST(watch.take_copy() == "stack of a t");
    watch.on_bytes("after\n", t0);
    BOOST_TEST(watch.take_copy() == "");
    watch.finish(t0);
    BOOST_TEST(watch.tail() == "before\nstack of a thread\nafter\n");
}

BOOST_AUTO_TEST_CASE(a_copy_is_masked) {
    std::vector<std::string> const values = {"hunter2hunter2"};
    ta::output_watch watch(std::make_shared<ta::secret_set const>(values));
    watch.begin_copy(100);
    watch.on_bytes("key=hunter2", t0);
    watch.on_bytes("hunter2\n", t0);
    BOOST_TEST(watch.take_copy() == "key=***\n");
}

BOOST_AUTO_TEST_SUITE_END()

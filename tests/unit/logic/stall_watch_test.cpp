#include "task_agent/logic/stall_watch.hpp"

#include <boost/test/unit_test.hpp>

#include <ostream>

namespace ta = task_agent;
using namespace std::chrono_literals;
using change = ta::stall_watch::change;

namespace task_agent {
std::ostream& boost_test_print_type(std::ostream& out, stall_watch::change what) {
    return out << static_cast<int>(what);
}
std::ostream& boost_test_print_type(std::ostream& out, movement what) {
    return out << to_text(what);
}
}  // namespace task_agent

namespace {

ta::time_point const t0{1000s};

ta::stall_watch limited(ta::duration limit, bool looks_at_cpu = false) {
    ta::stall_watch watch(t0, looks_at_cpu);
    watch.set_limit(limit);
    return watch;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(stall_watch_tests)

BOOST_AUTO_TEST_CASE(without_a_limit_nothing_is_a_stall_and_nobody_looks) {
    ta::stall_watch watch(t0, true);
    BOOST_TEST((watch.due() == ta::time_point::max()));
    BOOST_TEST(watch.look(t0 + 1000h) == change::none);
}

BOOST_AUTO_TEST_CASE(a_stall_is_told_when_the_limit_has_passed_since_the_last_movement_and_once) {
    auto watch = limited(30s);
    BOOST_TEST((watch.due() == t0 + 30s));
    watch.on_movement(ta::movement::output, t0 + 10s);
    BOOST_TEST(watch.last() == ta::movement::output);
    BOOST_TEST((watch.due() == t0 + 40s));
    BOOST_TEST(watch.look(t0 + 39s) == change::none);
    BOOST_TEST(watch.look(t0 + 40s) == change::stalled);
    BOOST_TEST(watch.is_stalled());
    BOOST_TEST(watch.look(t0 + 500s) == change::none);
}

BOOST_AUTO_TEST_CASE(movement_ends_a_stall_once_and_the_next_may_come) {
    auto watch = limited(30s);
    BOOST_TEST(watch.look(t0 + 30s) == change::stalled);
    BOOST_TEST((watch.due() == t0 + 31s));
    watch.on_movement(ta::movement::report, t0 + 35s);
    BOOST_TEST(watch.look(t0 + 36s) == change::recovered);
    BOOST_TEST(watch.look(t0 + 37s) == change::none);
    BOOST_TEST((watch.due() == t0 + 65s));
    BOOST_TEST(watch.look(t0 + 65s) == change::stalled);
}

BOOST_AUTO_TEST_CASE(what_is_older_than_the_last_movement_is_no_news) {
    auto watch = limited(30s);
    watch.on_movement(ta::movement::report, t0 + 10s);
    watch.on_movement(ta::movement::output, t0 + 5s);
    BOOST_TEST(watch.last() == ta::movement::report);
    BOOST_TEST((watch.moved_at() == t0 + 10s));
}

BOOST_AUTO_TEST_CASE(an_answer_that_was_asked_for_does_not_end_a_stall) {
    auto watch = limited(30s);
    BOOST_TEST(watch.look(t0 + 30s) == change::stalled);
    watch.disregard(t0 + 33s);
    watch.on_movement(ta::movement::output, t0 + 32s);
    BOOST_TEST(watch.look(t0 + 34s) == change::none);
    watch.on_movement(ta::movement::output, t0 + 35s);
    BOOST_TEST(watch.look(t0 + 35s) == change::recovered);
}

BOOST_AUTO_TEST_CASE(cpu_time_moves_from_a_hundredth_of_a_cpu_on) {
    auto watch = limited(30s, true);
    BOOST_TEST((watch.due() == t0 + 5s));
    watch.on_cpu_time(7s, t0 + 5s);  // the first sample has nothing to be compared with
    BOOST_TEST(watch.last() == ta::movement::start);
    watch.on_cpu_time(7s + 49ms, t0 + 10s);
    BOOST_TEST(watch.last() == ta::movement::start);
    watch.on_cpu_time(7s + 99ms, t0 + 15s);
    BOOST_TEST(watch.last() == ta::movement::cpu);
    BOOST_TEST((watch.moved_at() == t0 + 15s));
    // processes that have gone take their time with them
    watch.on_cpu_time(1s, t0 + 20s);
    BOOST_TEST((watch.moved_at() == t0 + 15s));
}

BOOST_AUTO_TEST_CASE(a_short_limit_is_looked_at_more_often_than_it_lasts) {
    auto const watch = limited(3s, true);
    BOOST_TEST((watch.due() == t0 + 1s));
}

BOOST_AUTO_TEST_CASE(a_limit_that_is_taken_back_ends_the_stall) {
    auto watch = limited(30s);
    BOOST_TEST(watch.look(t0 + 30s) == change::stalled);
    watch.set_limit(std::nullopt);
    BOOST_TEST(watch.look(t0 + 31s) == change::recovered);
    BOOST_TEST((watch.due() == ta::time_point::max()));
}

BOOST_AUTO_TEST_SUITE_END()

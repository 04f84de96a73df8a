#include "task_agent/logic/control_schedule.hpp"

#include <boost/test/unit_test.hpp>

namespace ta = task_agent;
using namespace std::chrono_literals;
using look = ta::control_schedule::look;

namespace {

ta::time_point const t0{};

// Makes every look at the moment it is due, for so long; `succeeds` says how each goes. Counts them.
struct played {
    int whole = 0;
    int polls = 0;
    ta::duration longest_gap{};
};

template <class Outcome>
played play(ta::control_schedule& schedule, ta::duration length, Outcome succeeds) {
    played counted;
    ta::time_point last = t0;
    for (auto next = schedule.next(); next.at < t0 + length; next = schedule.next()) {
        BOOST_REQUIRE((next.at >= last));
        counted.longest_gap = std::max(counted.longest_gap, next.at - last);
        last = next.at;
        ++(next.what == look::whole ? counted.whole : counted.polls);
        if (succeeds(next.what, next.at)) {
            schedule.on_success(next.what, next.at);
        } else {
            schedule.on_failure(next.what, std::nullopt, next.at);
        }
    }
    return counted;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(control_schedule_tests)

BOOST_AUTO_TEST_CASE(the_whole_list_is_first_and_every_minute_and_polls_stand_between) {
    ta::jitter random(1);
    ta::control_schedule schedule(t0, 5s, random);
    BOOST_TEST((schedule.next().what == look::whole));
    BOOST_TEST((schedule.next().at == t0));
    auto const hour = play(schedule, 1h, [](look, ta::time_point) { return true; });
    BOOST_TEST(hour.whole >= 55);
    BOOST_TEST(hour.whole <= 67);
    // 720 looks; a list that falls between two polls comes on top
    BOOST_TEST(hour.whole + hour.polls >= 690);
    BOOST_TEST(hour.whole + hour.polls <= 720 + hour.whole);
    BOOST_TEST((hour.longest_gap <= 5500ms));
}

BOOST_AUTO_TEST_CASE(each_wait_is_within_a_tenth_of_the_interval_and_they_differ) {
    ta::jitter random(2);
    ta::control_schedule schedule(t0, 5s, random);
    schedule.on_success(look::whole, t0);
    ta::duration least = 1h;
    ta::duration most{};
    ta::time_point now = t0;
    for (int i = 0; i < 10; ++i) {
        auto const next = schedule.next();
        BOOST_REQUIRE((next.what == look::poll));
        least = std::min(least, next.at - now);
        most = std::max(most, next.at - now);
        now = next.at;
        schedule.on_success(look::poll, now);
    }
    BOOST_TEST((least >= 4500ms && most <= 5500ms && most - least > 100ms));
}

BOOST_AUTO_TEST_CASE(an_interval_of_0_reads_the_whole_list_and_never_polls) {
    ta::jitter random(3);
    ta::control_schedule schedule(t0, 0s, random);
    auto const hour = play(schedule, 1h, [](look, ta::time_point) { return true; });
    BOOST_TEST(hour.polls == 0);
    BOOST_TEST(hour.whole >= 55);
    BOOST_TEST(hour.whole <= 67);
}

BOOST_AUTO_TEST_CASE(a_platform_that_struggles_is_asked_less_and_less) {
    ta::jitter random(4);
    ta::control_schedule schedule(t0, 5s, random);
    auto const hour = play(schedule, 1h, [](look, ta::time_point) { return false; });
    // 720 polls and 60 lists in good times; far fewer now, and none so late that its end goes unnoticed
    BOOST_TEST(hour.polls < 300);
    BOOST_TEST(hour.whole < 160);
    BOOST_TEST((hour.longest_gap <= 30s));
}

BOOST_AUTO_TEST_CASE(the_wait_after_a_failure_grows_and_is_spread) {
    // the longest of many waits, after so many failures in a row
    auto const longest_after = [](int failures) {
        ta::duration longest{};
        for (std::uint64_t seed = 0; seed < 200; ++seed) {
            ta::jitter random(seed);
            ta::control_schedule schedule(t0, 5s, random);
            schedule.on_success(look::whole, t0);
            for (int i = 0; i < failures; ++i)
                schedule.on_failure(look::poll, std::nullopt, t0);
            longest = std::max(longest, schedule.next().at - t0);
            BOOST_REQUIRE((schedule.next().at - t0 >= 4500ms));
        }
        return longest;
    };
    BOOST_TEST((longest_after(0) <= 5500ms));
    BOOST_TEST((longest_after(1) > 9s && longest_after(1) <= 10s));
    BOOST_TEST((longest_after(2) > 18s && longest_after(2) <= 20s));
    BOOST_TEST((longest_after(3) > 28s && longest_after(3) <= 30s));
    BOOST_TEST((longest_after(40) > 28s && longest_after(40) <= 30s));
}

// contract 9: a cancel is noticed although the list is more than the platform can give
BOOST_AUTO_TEST_CASE(a_whole_list_that_always_fails_does_not_keep_polls_from_their_time) {
    ta::jitter random(5);
    ta::control_schedule schedule(t0, 5s, random);
    auto const hour = play(schedule, 1h, [](look what, ta::time_point) { return what == look::poll; });
    BOOST_TEST(hour.polls >= 600);
    BOOST_TEST(hour.whole < 160);
}

BOOST_AUTO_TEST_CASE(when_the_platform_is_back_the_list_that_is_missing_is_due_at_once) {
    ta::jitter random(6);
    ta::control_schedule schedule(t0, 5s, random);
    for (int i = 0; i < 6; ++i)
        schedule.on_failure(look::whole, std::nullopt, t0);
    schedule.on_failure(look::poll, std::nullopt, t0);
    schedule.on_success(look::poll, t0 + 10s);
    BOOST_TEST((schedule.next().what == look::whole));
    BOOST_TEST((schedule.next().at == t0 + 10s));
}

BOOST_AUTO_TEST_CASE(a_retry_after_holds_both_until_then_and_not_longer_than_half_a_minute_and_a_bit) {
    for (std::uint64_t seed = 0; seed < 50; ++seed) {
        ta::jitter random(seed);
        ta::control_schedule schedule(t0, 1s, random);
        schedule.on_failure(look::poll, 20s, t0);
        BOOST_TEST((schedule.next().at >= t0 + 20s && schedule.next().at < t0 + 21s));
        ta::control_schedule asked_for_long(t0, 1s, random);
        asked_for_long.on_failure(look::whole, 3600s, t0);
        BOOST_TEST((asked_for_long.next().at >= t0 + 30s && asked_for_long.next().at < t0 + 31s));
    }
}

BOOST_AUTO_TEST_SUITE_END()

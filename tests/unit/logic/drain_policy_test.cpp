#include "task_agent/logic/drain_policy.hpp"

#include <boost/test/unit_test.hpp>

namespace ta = task_agent;
using namespace std::chrono_literals;
using action = ta::drain_action;

namespace {

ta::time_point const t0{1000s};

ta::stream_state const ended{true, {}};
ta::stream_state idle(ta::time_point since) {
    return {false, since};
}
ta::stream_state const busy{false, {}};

ta::drain_view view(ta::stream_state out, ta::stream_state err, bool leftovers) {
    ta::drain_view v;
    v.streams = {out, err};
    v.leftovers_alive = leftovers;
    return v;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(drain_policy_tests)

BOOST_AUTO_TEST_CASE(ended_streams_and_nobody_left_finish_at_once) {
    ta::drain_policy p(t0, {});
    BOOST_TEST((p.step(view(ended, ended, false), t0) == action::finished));
    BOOST_TEST((p.step(view(ended, ended, false), t0) == action::finished));
}

// contract 4: waiting for more input from descendants ends after 250 ms of silence
BOOST_AUTO_TEST_CASE(a_descendant_that_holds_a_silent_pipe_costs_250_ms_when_it_obeys_term) {
    ta::drain_policy p(t0, {});
    auto const held = view(idle(t0), ended, true);
    BOOST_TEST((p.step(held, t0) == action::none));
    BOOST_TEST((p.wake(held, t0) == t0 + 250ms));
    BOOST_TEST((p.step(held, t0 + 249ms) == action::none));
    BOOST_TEST((p.step(held, t0 + 250ms) == action::terminate_leftovers));
    BOOST_TEST((p.step(view(ended, ended, false), t0 + 252ms) == action::finished));
}

BOOST_AUTO_TEST_CASE(one_that_ignores_term_is_killed_two_seconds_later_and_its_pipe_is_emptied) {
    ta::drain_policy p(t0, {});
    auto const held = view(idle(t0), idle(t0), true);
    BOOST_TEST((p.step(held, t0 + 250ms) == action::terminate_leftovers));
    BOOST_TEST((p.step(held, t0 + 2249ms) == action::none));
    BOOST_TEST((p.step(held, t0 + 2250ms) == action::kill_leftovers));
    BOOST_TEST((p.step(held, t0 + 2251ms) == action::none));
    BOOST_TEST((p.step(view(idle(t0), ended, false), t0 + 2260ms) == action::take_rest));
    BOOST_TEST((p.step(view(busy, ended, false), t0 + 2261ms) == action::none));
    BOOST_TEST((p.step(view(ended, ended, false), t0 + 2262ms) == action::finished));
}

// contract 1: the tree has not ended 5 s after SIGKILL
BOOST_AUTO_TEST_CASE(what_outlives_sigkill_is_waited_for_five_seconds_and_then_called_so) {
    ta::drain_policy p(t0, {});
    auto const held = view(idle(t0), ended, true);
    (void)p.step(held, t0 + 250ms);
    (void)p.step(held, t0 + 2250ms);
    BOOST_TEST((p.step(held, t0 + 7249ms) == action::none));
    BOOST_TEST(!p.was_outlived());
    BOOST_TEST((p.step(held, t0 + 7250ms) == action::take_rest));
    BOOST_TEST(p.was_outlived());
}

BOOST_AUTO_TEST_CASE(a_budget_that_ends_before_leftovers_are_dead_proves_nothing_about_them) {
    ta::drain_policy p(t0, t0 + 300ms);
    auto const held = view(idle(t0), ended, true);
    (void)p.step(held, t0 + 250ms);
    BOOST_TEST((p.step(held, t0 + 300ms) == action::kill_leftovers));
    BOOST_TEST((p.step(held, t0 + 500ms) == action::take_rest));
    BOOST_TEST(!p.was_outlived());
}

BOOST_AUTO_TEST_CASE(leftovers_that_are_to_be_left_cost_the_wait_for_silence_and_no_signal) {
    ta::drain_policy p(t0, {}, true);
    auto const held = view(idle(t0), ended, true);
    BOOST_TEST((p.step(held, t0 + 249ms) == action::none));
    BOOST_TEST((p.step(held, t0 + 250ms) == action::take_rest));
    BOOST_TEST((p.step(view(ended, ended, true), t0 + 251ms) == action::finished));
    BOOST_TEST(!p.was_outlived());
}

BOOST_AUTO_TEST_CASE(leftovers_that_are_to_be_left_and_keep_printing_are_heard_for_five_seconds) {
    ta::drain_policy p(t0, {}, true);
    BOOST_TEST((p.step(view(idle(t0 + 4990ms), ended, true), t0 + 4999ms) == action::none));
    BOOST_TEST((p.step(view(idle(t0 + 4990ms), ended, true), t0 + 5s) == action::take_rest));
}

BOOST_AUTO_TEST_CASE(input_that_keeps_coming_is_waited_for_five_seconds_at_most) {
    ta::drain_policy p(t0, {});
    for (auto t = t0; t < t0 + 5s; t += 100ms) {
        auto const v = view(idle(t - 50ms), ended, true);
        BOOST_TEST((p.step(v, t) == action::none));
        BOOST_TEST((p.wake(v, t) <= t0 + 5s));
    }
    BOOST_TEST((p.step(view(idle(t0 + 5s), ended, true), t0 + 5s) == action::terminate_leftovers));
}

// "bytes already in the workload's pipes are written however slow the reader"
BOOST_AUTO_TEST_CASE(a_pump_that_writes_is_not_silent_however_slow_its_reader) {
    ta::drain_policy p(t0, {});
    BOOST_TEST((p.step(view(busy, ended, false), t0 + 1s) == action::none));
    BOOST_TEST((p.step(view(busy, ended, false), t0 + 5s) == action::take_rest));
    for (auto t = t0 + 5s; t < t0 + 1h; t += 1min)
        BOOST_TEST((p.step(view(busy, ended, false), t) == action::none));
    BOOST_TEST((p.step(view(ended, ended, false), t0 + 2h) == action::finished));
}

BOOST_AUTO_TEST_CASE(a_stop_budget_cuts_every_phase_and_gives_the_rest_up) {
    ta::drain_policy p(t0, t0 + 300ms);
    auto const held = view(busy, busy, true);
    BOOST_TEST((p.step(held, t0 + 100ms) == action::none));
    BOOST_TEST((p.wake(held, t0 + 100ms) <= t0 + 300ms));
    BOOST_TEST((p.step(held, t0 + 300ms) == action::kill_leftovers));
    // what was killed gets a moment to die, but the driver does not spin meanwhile
    BOOST_TEST((p.step(held, t0 + 300ms) == action::none));
    BOOST_TEST((p.wake(held, t0 + 301ms) > t0 + 301ms));
    BOOST_TEST((p.step(held, t0 + 399ms) == action::none));
    BOOST_TEST((p.step(held, t0 + 400ms) == action::take_rest));
    BOOST_TEST((p.step(held, t0 + 400ms) == action::abandon));
    BOOST_TEST((p.step(held, t0 + 400ms) == action::none));
    BOOST_TEST((p.step(view(ended, ended, true), t0 + 401ms) == action::finished));
}

BOOST_AUTO_TEST_CASE(a_stop_that_comes_during_the_drain_shortens_it_and_never_lengthens_it) {
    ta::drain_policy p(t0, {});
    auto const held = view(busy, ended, false);
    (void)p.step(held, t0 + 5s);
    p.shorten(t0 + 7s);
    p.shorten(t0 + 9s);
    BOOST_TEST((p.step(held, t0 + 6s) == action::none));
    BOOST_TEST((p.step(held, t0 + 7s) == action::abandon));
}

BOOST_AUTO_TEST_CASE(descendants_with_closed_pipes_are_stopped_without_waiting_for_silence) {
    ta::drain_policy p(t0, {});
    BOOST_TEST((p.step(view(ended, ended, true), t0) == action::terminate_leftovers));
    BOOST_TEST((p.step(view(ended, ended, false), t0 + 20ms) == action::finished));
}

BOOST_AUTO_TEST_SUITE_END()

#include "task_agent/logic/stop_ladder.hpp"

#include <boost/test/unit_test.hpp>

#include <csignal>

namespace ta = task_agent;
using namespace std::chrono_literals;

namespace {

using signals = ta::stop_ladder::signals;
using cause = ta::stop_ladder::cause;
ta::time_point const t0{};

ta::stop_ladder with_grace(ta::duration grace) {
    return ta::stop_ladder({{0, grace}});
}

ta::stop_ladder with_sequence() {
    return ta::stop_ladder({{SIGUSR1, 30s}, {SIGTERM, 8s}});
}

}  // namespace

BOOST_AUTO_TEST_SUITE(stop_ladder_tests)

BOOST_AUTO_TEST_CASE(the_ladder_signals_continues_waits_and_kills_once) {
    auto ladder = with_grace(8s);
    BOOST_TEST(!ladder.deadline().has_value());
    BOOST_TEST((ladder.begin(SIGTERM, cause::signal, t0) == signals{SIGTERM, SIGCONT}));
    BOOST_TEST((ladder.deadline() == t0 + 8s));
    BOOST_TEST(ladder.on_time(t0 + 7999ms).empty());
    BOOST_TEST((ladder.on_time(t0 + 8s) == signals{SIGKILL}));
    BOOST_TEST(ladder.has_killed());
    BOOST_TEST(ladder.on_time(t0 + 9s).empty());
}

BOOST_AUTO_TEST_CASE(without_a_sequence_the_received_signal_is_the_rung) {
    auto ladder = with_grace(8s);
    BOOST_TEST((ladder.begin(SIGINT, cause::signal, t0) == signals{SIGINT, SIGCONT}));
}

BOOST_AUTO_TEST_CASE(five_seconds_after_sigkill_it_gives_up) {
    auto ladder = with_grace(1s);
    (void)ladder.begin(SIGTERM, cause::signal, t0);
    (void)ladder.on_time(t0 + 1s);
    BOOST_TEST((ladder.deadline() == t0 + 6s));
    BOOST_TEST(ladder.on_time(t0 + 5999ms).empty());
    BOOST_TEST(!ladder.has_given_up());
    BOOST_TEST(ladder.on_time(t0 + 6s).empty());
    BOOST_TEST(ladder.has_given_up());
    BOOST_TEST(!ladder.deadline().has_value());
}

BOOST_AUTO_TEST_CASE(a_second_beginning_neither_restarts_nor_shortens) {
    auto ladder = with_grace(8s);
    (void)ladder.begin(SIGTERM, cause::signal, t0);
    BOOST_TEST(ladder.begin(SIGTERM, cause::order, t0 + 5s).empty());
    BOOST_TEST((ladder.deadline() == t0 + 8s));
}

BOOST_AUTO_TEST_CASE(a_further_term_is_forwarded_at_first_and_kills_after_two_seconds) {
    auto ladder = with_grace(8s);
    (void)ladder.begin(SIGTERM, cause::signal, t0);
    BOOST_TEST((ladder.on_signal(SIGTERM, t0 + 2s) == signals{SIGTERM}));
    BOOST_TEST((ladder.deadline() == t0 + 8s));
    BOOST_TEST((ladder.on_signal(SIGTERM, t0 + 2001ms) == signals{SIGKILL}));
}

// A controller that cancels often sends its SIGTERM seconds after the agent has read the order.
BOOST_AUTO_TEST_CASE(the_first_term_after_an_order_of_the_platform_is_no_impatience) {
    auto ladder = with_grace(8s);
    (void)ladder.begin(SIGTERM, cause::order, t0);
    BOOST_TEST((ladder.on_signal(SIGTERM, t0 + 5s) == signals{SIGTERM}));
    BOOST_TEST((ladder.deadline() == t0 + 8s));
    BOOST_TEST((ladder.on_signal(SIGTERM, t0 + 6s) == signals{SIGKILL}));
}

BOOST_AUTO_TEST_CASE(the_third_interrupt_kills_whenever_it_comes) {
    auto ladder = with_grace(8s);
    (void)ladder.begin(SIGINT, cause::signal, t0);
    BOOST_TEST((ladder.on_signal(SIGINT, t0 + 10ms) == signals{SIGINT}));
    BOOST_TEST((ladder.on_signal(SIGINT, t0 + 20ms) == signals{SIGKILL}));
}

BOOST_AUTO_TEST_CASE(other_signals_pass_and_change_nothing) {
    auto ladder = with_grace(8s);
    BOOST_TEST((ladder.on_signal(SIGUSR1, t0) == signals{SIGUSR1}));
    (void)ladder.begin(SIGTERM, cause::signal, t0);
    BOOST_TEST((ladder.on_signal(SIGUSR1, t0 + 7s) == signals{SIGUSR1}));
    BOOST_TEST((ladder.deadline() == t0 + 8s));
}

BOOST_AUTO_TEST_CASE(a_sequence_replaces_the_received_signal_and_takes_rung_after_rung) {
    auto ladder = with_sequence();
    BOOST_TEST((ladder.begin(SIGINT, cause::signal, t0) == signals{SIGUSR1, SIGCONT}));
    BOOST_TEST(ladder.on_time(t0 + 29s).empty());
    BOOST_TEST((ladder.on_time(t0 + 30s) == signals{SIGTERM, SIGCONT}));
    BOOST_TEST((ladder.deadline() == t0 + 38s));
    BOOST_TEST((ladder.on_time(t0 + 38s) == signals{SIGKILL}));
}

BOOST_AUTO_TEST_CASE(a_term_kills_only_two_seconds_after_the_last_rung_began) {
    auto ladder = with_sequence();
    (void)ladder.begin(SIGTERM, cause::signal, t0);
    BOOST_TEST((ladder.on_signal(SIGTERM, t0 + 29s) == signals{SIGTERM}));
    (void)ladder.on_time(t0 + 30s);
    BOOST_TEST((ladder.on_signal(SIGTERM, t0 + 32s) == signals{SIGTERM}));
    BOOST_TEST((ladder.on_signal(SIGTERM, t0 + 32001ms) == signals{SIGKILL}));
}

BOOST_AUTO_TEST_CASE(a_third_interrupt_kills_on_any_rung) {
    auto ladder = with_sequence();
    (void)ladder.begin(SIGINT, cause::signal, t0);
    (void)ladder.on_signal(SIGINT, t0 + 1s);
    BOOST_TEST((ladder.on_signal(SIGINT, t0 + 2s) == signals{SIGKILL}));
}

BOOST_AUTO_TEST_CASE(a_sequence_that_is_too_long_is_cut_in_proportion_so_that_every_rung_comes) {
    auto ladder = with_sequence();
    (void)ladder.begin(SIGTERM, cause::signal, t0);
    ladder.shorten(t0 + 19s, t0);
    BOOST_TEST((ladder.deadline() == t0 + 15s));
    BOOST_TEST((ladder.on_time(t0 + 15s) == signals{SIGTERM, SIGCONT}));
    BOOST_TEST((ladder.deadline() == t0 + 19s));
}

BOOST_AUTO_TEST_CASE(a_ladder_that_is_cut_on_its_way_keeps_what_has_passed) {
    auto ladder = with_sequence();
    (void)ladder.begin(SIGTERM, cause::order, t0);
    ladder.shorten(t0 + 29s, t0 + 20s);  // 18 s were left, 9 s are
    BOOST_TEST((ladder.deadline() == t0 + 25s));
    (void)ladder.on_time(t0 + 25s);
    BOOST_TEST((ladder.deadline() == t0 + 29s));
}

BOOST_AUTO_TEST_CASE(shortening_never_makes_it_longer_and_a_budget_that_is_gone_kills_at_once) {
    auto ladder = with_grace(8s);
    (void)ladder.begin(SIGTERM, cause::signal, t0);
    ladder.shorten(t0 + 60s, t0);
    BOOST_TEST((ladder.deadline() == t0 + 8s));
    ladder.shorten(t0 - 1s, t0 + 1s);
    BOOST_TEST((ladder.on_time(t0 + 1s) == signals{SIGKILL}));
}

// contract 9: once, and no SIGKILL before the deadline
BOOST_AUTO_TEST_CASE(a_workload_that_is_asked_gets_one_signal_and_sigkill_when_its_time_is_over) {
    auto ladder = with_grace(8s);
    BOOST_TEST((ladder.ask(SIGUSR1, 60s, t0) == signals{SIGUSR1, SIGCONT}));
    BOOST_TEST(!ladder.has_begun());
    BOOST_TEST(ladder.ask(SIGUSR1, 60s, t0 + 1s).empty());
    BOOST_TEST((ladder.deadline() == t0 + 60s));
    BOOST_TEST(ladder.on_time(t0 + 59s).empty());
    BOOST_TEST((ladder.on_signal(SIGUSR2, t0 + 59s) == signals{SIGUSR2}));
    BOOST_TEST((ladder.on_time(t0 + 60s) == signals{SIGKILL}));
    BOOST_TEST(ladder.has_killed());
    BOOST_TEST(ladder.begin(SIGTERM, cause::order, t0 + 61s).empty());
    BOOST_TEST((ladder.deadline() == t0 + 65s));
    (void)ladder.on_time(t0 + 65s);
    BOOST_TEST(ladder.has_given_up());
}

BOOST_AUTO_TEST_CASE(without_a_deadline_a_workload_that_is_asked_has_all_the_time) {
    auto ladder = with_grace(8s);
    (void)ladder.ask(SIGTERM, std::nullopt, t0);
    BOOST_TEST(!ladder.deadline().has_value());
    BOOST_TEST(ladder.on_time(t0 + 24h).empty());
}

BOOST_AUTO_TEST_CASE(whoever_stops_a_workload_that_was_asked_begins_the_whole_ladder) {
    auto ladder = with_sequence();
    (void)ladder.ask(SIGUSR2, 60s, t0);
    BOOST_TEST((ladder.begin(SIGTERM, cause::signal, t0 + 50s) == signals{SIGUSR1, SIGCONT}));
    BOOST_TEST((ladder.deadline() == t0 + 80s));
    BOOST_TEST(ladder.ask(SIGUSR2, 1s, t0 + 51s).empty());
    BOOST_TEST((ladder.deadline() == t0 + 80s));
}

BOOST_AUTO_TEST_CASE(the_length_is_the_sum_of_the_waits) {
    BOOST_TEST((ta::length_of({{SIGUSR1, 30s}, {SIGTERM, 8s}}) == 38s));
}

BOOST_AUTO_TEST_CASE(a_checkpoint_that_is_saved_brings_the_next_signal_and_leaves_the_last_its_time) {
    auto ladder = with_sequence();
    BOOST_TEST(ladder.on_saved(t0).empty(), "nobody has asked for one");
    BOOST_TEST((ladder.begin(SIGTERM, cause::signal, t0) == signals{SIGUSR1, SIGCONT}));
    BOOST_TEST((ladder.on_saved(t0 + 3s) == signals{SIGTERM, SIGCONT}));
    BOOST_TEST((ladder.deadline() == t0 + 11s));
    BOOST_TEST(ladder.on_saved(t0 + 4s).empty());
    BOOST_TEST((ladder.deadline() == t0 + 11s));
    BOOST_TEST((ladder.on_time(t0 + 11s) == signals{SIGKILL}));
    BOOST_TEST(ladder.on_saved(t0 + 12s).empty());
}

BOOST_AUTO_TEST_CASE(a_checkpoint_while_a_pause_is_left_to_the_workload_changes_nothing) {
    auto ladder = with_grace(8s);
    (void)ladder.ask(SIGTERM, 60s, t0);
    BOOST_TEST(ladder.on_saved(t0 + 3s).empty());
    BOOST_TEST((ladder.deadline() == t0 + 60s));
}

BOOST_AUTO_TEST_SUITE_END()

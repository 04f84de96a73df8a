#include "task_agent/logic/exit_verdict.hpp"

#include <boost/test/unit_test.hpp>

#include <csignal>

namespace ta = task_agent;

namespace {

ta::exit_status code(int c) {
    ta::exit_status e;
    e.code = c;
    return e;
}

ta::exit_status signalled_by(int s) {
    ta::exit_status e;
    e.signal = s;
    return e;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(exit_verdict_tests)

BOOST_AUTO_TEST_CASE(a_workload_that_ends_by_itself_passes_its_own_code) {
    auto const good = ta::judge({.exit = code(0)});
    BOOST_TEST((good.final_status == ta::status::completed));
    BOOST_TEST(good.exit_code == 0);
    auto const bad = ta::judge({.exit = code(3)});
    BOOST_TEST((bad.final_status == ta::status::error));
    BOOST_TEST((bad.reason == ta::failure_reason::exit_code));
    BOOST_TEST(bad.exit_code == 3);
    auto const killed = ta::judge({.exit = signalled_by(SIGSEGV)});
    BOOST_TEST((killed.reason == ta::failure_reason::signal));
    BOOST_TEST(killed.exit_code == 139);
}

// platform-facts 4.2: docker maps any other code of a cancelled container to error
BOOST_AUTO_TEST_CASE(a_stop_that_the_platform_ordered_exits_with_0_whatever_the_workload_made_of_it) {
    for (auto const& exit : {code(0), code(1), signalled_by(SIGTERM), signalled_by(SIGKILL)}) {
        auto const v =
            ta::judge({.exit = exit, .order = ta::stop_order::cancel, .signalled_for_order = true});
        BOOST_TEST((v.final_status == ta::status::cancelled));
        BOOST_TEST(v.exit_code == 0);
    }
    auto const paused = ta::judge(
        {.exit = signalled_by(SIGTERM), .order = ta::stop_order::pause, .signalled_for_order = true});
    BOOST_TEST((paused.final_status == ta::status::paused));
    BOOST_TEST(paused.exit_code == 0);
}

BOOST_AUTO_TEST_CASE(stop_exit_workload_passes_the_code_and_keeps_the_status) {
    auto const v = ta::judge({.exit = signalled_by(SIGTERM),
                              .order = ta::stop_order::cancel,
                              .signalled_for_order = true,
                              .pass_exit_code = true});
    BOOST_TEST((v.final_status == ta::status::cancelled));
    BOOST_TEST(v.exit_code == 143);
}

// contract 1: every code passes; 75 means saved
BOOST_AUTO_TEST_CASE(a_pause_that_is_left_to_the_workload_is_paused_with_75_only_and_passes_every_code) {
    for (bool const signalled : {true, false}) {
        auto const end_with = [&](ta::exit_status exit) {
            return ta::judge({.exit = exit,
                              .order = ta::stop_order::pause,
                              .signalled_for_order = signalled,
                              .pause_is_cooperative = true});
        };
        auto const saved = end_with(code(75));
        BOOST_TEST((saved.final_status == ta::status::paused));
        BOOST_TEST(saved.exit_code == 75);
        auto const done = end_with(code(0));
        BOOST_TEST((done.final_status == ta::status::completed));
        BOOST_TEST(done.exit_code == 0);
        auto const failed = end_with(code(3));
        BOOST_TEST((failed.final_status == ta::status::error));
        BOOST_TEST((failed.reason == ta::failure_reason::exit_code));
        BOOST_TEST(failed.exit_code == 3);
        auto const died = end_with(signalled_by(SIGTERM));
        BOOST_TEST((died.final_status == ta::status::error));
        BOOST_TEST((died.reason == ta::failure_reason::signal));
        BOOST_TEST(died.exit_code == 143);
    }
}

BOOST_AUTO_TEST_CASE(what_outlives_its_pause_deadline_has_failed_by_a_time_limit) {
    ta::end_of_run end{.exit = signalled_by(SIGKILL),
                       .order = ta::stop_order::pause,
                       .signalled_for_order = true,
                       .pause_is_cooperative = true,
                       .killed_by_agent = true};
    BOOST_TEST((ta::judge(end).final_status == ta::status::error));
    BOOST_TEST((ta::judge(end).reason == ta::failure_reason::timeout));
    BOOST_TEST(ta::judge(end).exit_code == 137);
    // somebody else had lost patience before
    end.signalled_from_outside = true;
    BOOST_TEST((ta::judge(end).reason == ta::failure_reason::stopped_externally));
}

BOOST_AUTO_TEST_CASE(a_code_of_75_means_nothing_where_nobody_asked_for_a_pause) {
    BOOST_TEST((ta::judge({.exit = code(75)}).final_status == ta::status::error));
    BOOST_TEST(ta::judge({.exit = code(75)}).exit_code == 75);
    auto const cancelled =
        ta::judge({.exit = code(75), .order = ta::stop_order::cancel, .signalled_for_order = true});
    BOOST_TEST((cancelled.final_status == ta::status::cancelled));
    BOOST_TEST(cancelled.exit_code == 0);
}

BOOST_AUTO_TEST_CASE(an_order_that_came_too_late_to_be_signalled_changes_nothing) {
    auto const v = ta::judge({.exit = code(7), .order = ta::stop_order::cancel});
    BOOST_TEST((v.final_status == ta::status::error));
    BOOST_TEST(v.exit_code == 7);
}

BOOST_AUTO_TEST_CASE(a_stop_from_outside_is_told_apart_from_a_crash) {
    auto const v = ta::judge({.exit = signalled_by(SIGTERM), .signalled_from_outside = true});
    BOOST_TEST((v.final_status == ta::status::error));
    BOOST_TEST((v.reason == ta::failure_reason::stopped_externally));
    BOOST_TEST(v.exit_code == 143);
    BOOST_TEST(
        (ta::judge({.exit = code(0), .signalled_from_outside = true}).final_status == ta::status::completed));
}

// contract 4, "Out of memory"
BOOST_AUTO_TEST_CASE(a_sigkill_or_137_with_a_counted_kill_was_the_kernels) {
    for (auto const& exit : {signalled_by(SIGKILL), code(137)}) {
        auto const v = ta::judge({.exit = exit, .oom_kills = 1});
        BOOST_TEST((v.final_status == ta::status::error));
        BOOST_TEST((v.reason == ta::failure_reason::oom_killed));
        BOOST_TEST(v.exit_code == 137);
        BOOST_TEST((ta::judge({.exit = exit}).reason != ta::failure_reason::oom_killed));
    }
}

BOOST_AUTO_TEST_CASE(a_counted_kill_of_some_other_process_leaves_the_reason) {
    BOOST_TEST((ta::judge({.exit = code(1), .oom_kills = 2}).reason == ta::failure_reason::exit_code));
    BOOST_TEST(
        (ta::judge({.exit = signalled_by(SIGABRT), .oom_kills = 1}).reason == ta::failure_reason::signal));
    BOOST_TEST((ta::judge({.exit = code(0), .oom_kills = 1}).final_status == ta::status::completed));
}

BOOST_AUTO_TEST_CASE(a_kill_by_the_agents_own_ladder_is_not_the_kernels_whatever_was_counted) {
    auto const ladder = ta::judge({.exit = signalled_by(SIGKILL),
                                   .signalled_from_outside = true,
                                   .killed_by_agent = true,
                                   .oom_kills = 1});
    BOOST_TEST((ladder.reason == ta::failure_reason::stopped_externally));
    // the ladder stood at SIGTERM: it was not us
    auto const kernel =
        ta::judge({.exit = signalled_by(SIGKILL), .signalled_from_outside = true, .oom_kills = 1});
    BOOST_TEST((kernel.reason == ta::failure_reason::oom_killed));
    auto const cancelled = ta::judge({.exit = signalled_by(SIGKILL),
                                      .order = ta::stop_order::cancel,
                                      .signalled_for_order = true,
                                      .oom_kills = 1});
    BOOST_TEST((cancelled.final_status == ta::status::cancelled));
}

BOOST_AUTO_TEST_CASE(a_time_limit_passes_the_code_unless_it_is_0_and_is_an_error_in_any_case) {
    auto const killed = ta::judge({.exit = signalled_by(SIGTERM), .timed_out = true});
    BOOST_TEST((killed.final_status == ta::status::error));
    BOOST_TEST((killed.reason == ta::failure_reason::timeout));
    BOOST_TEST(killed.exit_code == 143);
    BOOST_TEST(ta::judge({.exit = code(3), .timed_out = true}).exit_code == 3);
    auto const obedient = ta::judge({.exit = code(0), .timed_out = true});
    BOOST_TEST((obedient.final_status == ta::status::error));
    BOOST_TEST((obedient.reason == ta::failure_reason::timeout));
    BOOST_TEST(obedient.exit_code == 124);
}

BOOST_AUTO_TEST_CASE(a_stall_that_ended_the_run_is_its_reason_with_the_codes_of_a_time_limit) {
    auto const aborted = ta::judge({.exit = signalled_by(SIGABRT), .stalled = true});
    BOOST_TEST((aborted.final_status == ta::status::error));
    BOOST_TEST((aborted.reason == ta::failure_reason::stalled));
    BOOST_TEST(aborted.exit_code == 134);
    auto const obedient = ta::judge({.exit = code(0), .stalled = true});
    BOOST_TEST((obedient.reason == ta::failure_reason::stalled));
    BOOST_TEST(obedient.exit_code == 124);
    auto const signalled_too =
        ta::judge({.exit = signalled_by(SIGTERM), .signalled_from_outside = true, .stalled = true});
    BOOST_TEST((signalled_too.reason == ta::failure_reason::stalled));
    auto const cancelled = ta::judge(
        {.exit = code(1), .order = ta::stop_order::cancel, .signalled_for_order = true, .stalled = true});
    BOOST_TEST((cancelled.final_status == ta::status::cancelled));
}

BOOST_AUTO_TEST_CASE(what_began_first_names_the_reason_but_the_platforms_order_names_the_status) {
    auto const also_signalled =
        ta::judge({.exit = signalled_by(SIGTERM), .signalled_from_outside = true, .timed_out = true});
    BOOST_TEST((also_signalled.reason == ta::failure_reason::timeout));
    auto const cancelled = ta::judge({.exit = signalled_by(SIGTERM),
                                      .order = ta::stop_order::cancel,
                                      .signalled_for_order = true,
                                      .timed_out = true});
    BOOST_TEST((cancelled.final_status == ta::status::cancelled));
    BOOST_TEST(cancelled.exit_code == 0);
}

BOOST_AUTO_TEST_CASE(a_tree_that_outlives_sigkill_is_137_whatever_else_was_asked) {
    auto const v = ta::judge(
        {.exit = code(0), .order = ta::stop_order::cancel, .signalled_for_order = true, .unkillable = true});
    BOOST_TEST((v.final_status == ta::status::error));
    BOOST_TEST((v.reason == ta::failure_reason::unkillable));
    BOOST_TEST(v.exit_code == 137);
}

BOOST_AUTO_TEST_SUITE_END()

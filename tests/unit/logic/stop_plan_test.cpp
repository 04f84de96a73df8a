#include "task_agent/logic/stop_plan.hpp"

#include <boost/test/unit_test.hpp>

namespace ta = task_agent;
using namespace std::chrono_literals;

BOOST_AUTO_TEST_SUITE(stop_plan_tests)

// contract 4: 8 s of grace fit the shortest platform's 10 s
BOOST_AUTO_TEST_CASE(the_defaults_leave_the_ladder_its_grace_and_the_end_a_second_and_a_half) {
    auto const plan = ta::plan_stop({.budget = 9500ms, .ladder = 8s, .final_timeout = 60s});
    BOOST_TEST((plan.checkpoint == 8s));
    BOOST_TEST((*plan.drain == 8750ms));
    BOOST_TEST((*plan.report == 8900ms));
    BOOST_TEST((*plan.final_update == 9500ms));
    BOOST_TEST((*plan.logs == 9500ms));
}

BOOST_AUTO_TEST_CASE(every_part_ends_in_the_order_of_priority_and_within_any_budget) {
    for (auto budget = 0ms; budget <= 40s; budget += 37ms) {
        for (auto const ladder : {0ms, 500ms, 8000ms, 38000ms}) {
            auto const plan = ta::plan_stop({.budget = budget, .ladder = ladder});
            BOOST_TEST((plan.checkpoint >= 0s && plan.checkpoint <= ladder));
            BOOST_TEST((plan.checkpoint <= *plan.drain && *plan.drain <= *plan.report));
            BOOST_TEST((*plan.report <= *plan.final_update && *plan.final_update <= *plan.logs));
            BOOST_TEST((*plan.logs == budget));
        }
    }
}

BOOST_AUTO_TEST_CASE(a_short_budget_is_shared_and_the_checkpoint_has_the_most_of_it) {
    auto const plan = ta::plan_stop({.budget = 1s, .ladder = 8s});
    BOOST_TEST((plan.checkpoint > 500ms));
    BOOST_TEST((*plan.final_update - *plan.report == 250ms));
    BOOST_TEST((*plan.report - *plan.drain > 0s));
    BOOST_TEST((*plan.drain - plan.checkpoint > 0s));
}

BOOST_AUTO_TEST_CASE(what_a_short_ladder_leaves_is_the_drains) {
    auto const plan = ta::plan_stop({.budget = 30s, .ladder = 1s});
    BOOST_TEST((plan.checkpoint == 1s));
    BOOST_TEST((*plan.drain == 29250ms));
}

BOOST_AUTO_TEST_CASE(without_a_platform_nothing_is_kept_for_a_final_update) {
    auto const plan = ta::plan_stop({.budget = 9500ms, .ladder = 60s, .reports = false});
    BOOST_TEST((plan.checkpoint == 8600ms));
    BOOST_TEST((*plan.report == 9500ms));
}

BOOST_AUTO_TEST_CASE(a_stop_that_nobody_hurries_has_its_ladder_and_no_other_end) {
    ta::stop_wishes const wishes{.budget = std::nullopt, .ladder = 38s, .final_timeout = 60s};
    auto const plan = ta::plan_stop(wishes);
    BOOST_TEST((plan.checkpoint == 38s));
    BOOST_TEST((!plan.drain && !plan.report && !plan.final_update && !plan.logs));
    BOOST_TEST(ta::describe(plan, wishes) ==
               "the stop has no budget: SIGKILL after 38s, final update for 1m at most");
}

BOOST_AUTO_TEST_CASE(the_plan_reads_as_one_line) {
    ta::stop_wishes const wishes{.budget = 9500ms, .ladder = 8s, .final_timeout = 60s};
    BOOST_TEST(ta::describe(ta::plan_stop(wishes), wishes) ==
               "the stop has 9s500ms: SIGKILL after 8s, output until 8s750ms, diagnosis until 8s900ms, final "
               "update until 9s500ms, logs with what is left");
}

BOOST_AUTO_TEST_SUITE_END()

// The way through the whole matrix is walked in tests/unit/devserver/rules_test.cpp, where the matrix is.
#include "task_agent/logic/step_moves.hpp"

#include <boost/test/unit_test.hpp>

#include <string>

namespace ta = task_agent;
using enum ta::status;

namespace {

// "pausing paused active completed"
std::string way(ta::status current, ta::status wanted) {
    std::string text(ta::to_text(current));
    for (auto next = ta::next_move(current, wanted); next; next = ta::next_move(*next, wanted)) {
        text += ' ' + std::string(ta::to_text(*next));
        if (text.size() > 200) break;
    }
    return text;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(step_moves_tests)

BOOST_AUTO_TEST_CASE(a_run_that_begins_makes_its_step_active_unless_a_stop_is_on_its_way) {
    BOOST_TEST(way(created, active) == "created active");
    BOOST_TEST(way(pending, active) == "pending active");
    BOOST_TEST(way(resuming, active) == "resuming active");
    BOOST_TEST(way(paused, active) == "paused active");
    for (auto const s : {active, cancelling, pausing, completed, error, cancelled})
        BOOST_TEST(!ta::next_move(s, active));
}

BOOST_AUTO_TEST_CASE(each_end_is_reached_the_legal_way_round) {
    BOOST_TEST(way(active, completed) == "active completed");
    BOOST_TEST(way(created, completed) == "created active completed");
    BOOST_TEST(way(resuming, completed) == "resuming active completed");
    BOOST_TEST(way(pausing, completed) == "pausing paused active completed");
    BOOST_TEST(way(cancelling, error) == "cancelling error");
    BOOST_TEST(way(pausing, error) == "pausing error");
    BOOST_TEST(way(paused, error) == "paused active error");
    BOOST_TEST(way(cancelling, cancelled) == "cancelling cancelled");
    BOOST_TEST(way(pausing, cancelled) == "pausing paused cancelling cancelled");
    BOOST_TEST(way(resuming, cancelled) == "resuming cancelling cancelled");
    BOOST_TEST(way(pausing, paused) == "pausing paused");
    BOOST_TEST(way(resuming, paused) == "resuming active paused");
}

BOOST_AUTO_TEST_CASE(a_step_that_is_being_cancelled_ends_as_cancelled_but_for_an_error) {
    BOOST_TEST(way(cancelling, completed) == "cancelling cancelled");
    BOOST_TEST(way(cancelling, paused) == "cancelling cancelled");
}

BOOST_AUTO_TEST_CASE(what_has_ended_is_left_alone) {
    for (auto const current : {completed, error, cancelled}) {
        for (auto const wanted : {active, completed, error, cancelled, paused})
            BOOST_TEST(!ta::next_move(current, wanted));
    }
    BOOST_TEST(!ta::next_move(paused, paused));
}

BOOST_AUTO_TEST_SUITE_END()

#include "task_agent/logic/control_policy.hpp"

#include <boost/test/unit_test.hpp>

namespace ta = task_agent;

namespace {

ta::step_item item(char const* name, char const* attempt, char const* status) {
    ta::step_item i;
    i.name = name;
    i.attempt_id = attempt;
    i.status_word = status;
    return i;
}

ta::identity me() {
    ta::identity id;
    id.step = "train";
    id.attempt_id = "a2";
    return id;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(control_policy_tests)

// platform-facts 3.8: the list spans all attempts
BOOST_AUTO_TEST_CASE(only_our_step_of_our_attempt_counts) {
    std::vector<ta::step_item> const items = {
        item("eval", "a2", "cancelling"), item("train", "a1", "cancelling"), item("train", "a2", "active")};
    auto const* own = ta::find_own_step(items, me());
    BOOST_REQUIRE(own);
    BOOST_TEST(own->attempt_id == "a2");
    BOOST_TEST(!ta::find_own_step({item("train", "a1", "cancelling")}, me()));
    auto without_attempt = me();
    without_attempt.attempt_id.clear();
    BOOST_TEST(ta::find_own_step(items, without_attempt)->attempt_id == "a1", "the newest comes first");
}

BOOST_AUTO_TEST_CASE(states_become_orders_and_unknown_words_do_not) {
    auto const order = [](char const* word) { return ta::order_of(item("train", "a2", word)); };
    BOOST_TEST((order("cancelling") == ta::stop_order::cancel));
    BOOST_TEST((order("cancelled") == ta::stop_order::cancel));
    BOOST_TEST((order("error") == ta::stop_order::cancel));
    BOOST_TEST((order("completed") == ta::stop_order::cancel));
    BOOST_TEST((order("pausing") == ta::stop_order::pause));
    // a container that resumes may still read it (platform-facts 3.1: not terminal)
    BOOST_TEST((order("paused") == ta::stop_order::none));
    BOOST_TEST((order("active") == ta::stop_order::none));
    BOOST_TEST((order("pending") == ta::stop_order::none));
    BOOST_TEST((order("queued") == ta::stop_order::none));
}

BOOST_AUTO_TEST_CASE(a_newer_attempt_supersedes_ours_where_both_are_known) {
    BOOST_TEST(ta::is_superseded(item("prepare", "a3", "active"), item("train", "a2", "active")));
    BOOST_TEST(!ta::is_superseded(item("eval", "a2", "created"), item("train", "a2", "active")));
    BOOST_TEST(!ta::is_superseded(item("train", "", "active"), item("train", "a2", "active")));
    BOOST_TEST(!ta::is_superseded(item("train", "a3", "active"), item("train", "", "active")));
}

// platform-facts 4.3
BOOST_AUTO_TEST_CASE(a_pause_is_left_to_the_workload_where_one_of_three_signs_says_so) {
    auto const plain = item("train", "a2", "pausing");
    BOOST_TEST(!ta::pause_terms_of(plain, ta::api_family::nmp).is_cooperative);
    BOOST_TEST(ta::pause_terms_of(plain, ta::api_family::nhx).is_cooperative);
    BOOST_TEST(!ta::pause_terms_of(plain, ta::api_family::nhx).deadline.has_value());
    auto with_time = plain;
    with_time.pause_deadline = std::chrono::seconds(30);
    auto const terms = ta::pause_terms_of(with_time, ta::api_family::nmp);
    BOOST_TEST(terms.is_cooperative);
    BOOST_TEST((terms.deadline == std::chrono::seconds(30)));
    auto requested = plain;
    requested.has_pause_requested_at = true;
    BOOST_TEST(ta::pause_terms_of(requested, ta::api_family::nmp).is_cooperative);
}

BOOST_AUTO_TEST_SUITE_END()

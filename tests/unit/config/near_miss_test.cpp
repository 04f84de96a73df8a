#include "task_agent/config/near_miss.hpp"

#include <boost/test/unit_test.hpp>

#include <string>

namespace ta = task_agent;

namespace {

constexpr std::string_view names[] = {"stop-grace", "stop-budget", "job", "jobs-url", "log", "log-level"};

}  // namespace

BOOST_AUTO_TEST_SUITE(near_miss_tests)

BOOST_AUTO_TEST_CASE(a_typing_slip_finds_the_name_that_was_meant) {
    BOOST_TEST(ta::near_miss("stop-grcae", names) == "stop-grace");
    BOOST_TEST(ta::near_miss("stopgrace", names) == "stop-grace");
    BOOST_TEST(ta::near_miss("stop_grace", names) == "stop-grace");
    BOOST_TEST(ta::near_miss("job-url", names) == "jobs-url");
    BOOST_TEST(ta::near_miss("lgo", names) == "log");
}

BOOST_AUTO_TEST_CASE(a_swap_of_neighbours_is_one_edit) {
    // with two edits for a swap, a name of three letters would be out of reach
    BOOST_TEST(ta::near_miss("jbo", names) == "job");
}

BOOST_AUTO_TEST_CASE(nothing_is_guessed_for_a_name_that_is_far_from_all) {
    BOOST_TEST(ta::near_miss("workdir", names).empty());
    BOOST_TEST(ta::near_miss("", names).empty());
    BOOST_TEST(ta::near_miss(std::string(100'000, 'x'), names).empty());
    BOOST_TEST(ta::near_miss("job", {}).empty());
}

BOOST_AUTO_TEST_SUITE_END()

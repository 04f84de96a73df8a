#include "task_agent/config/environment_edits.hpp"

#include <boost/test/unit_test.hpp>

namespace ta = task_agent;
using texts = std::vector<std::string>;

namespace {

texts edited(texts from, std::vector<ta::flag_text> flags) {
    return ta::edited_environment(ta::environment(std::move(from)), flags).value().entries();
}

std::string fault(ta::flag_text flag) {
    auto const result = ta::edited_environment(ta::environment(), {std::move(flag)});
    return result ? "none" : result.error().text;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(environment_edits_tests)

BOOST_AUTO_TEST_CASE(a_variable_is_added_at_the_end_or_replaced_in_its_place) {
    BOOST_TEST(edited({"A=1", "B=2"}, {{"env", "C=3"}}) == (texts{"A=1", "B=2", "C=3"}),
               boost::test_tools::per_element());
    BOOST_TEST(edited({"A=1", "B=2", "A=old"}, {{"env", "A=x=y"}}) == (texts{"A=x=y", "B=2"}),
               boost::test_tools::per_element());
    BOOST_TEST(edited({"A=1"}, {{"env", "A="}}) == (texts{"A="}), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(unset_removes_every_entry_of_that_name_and_no_other) {
    BOOST_TEST(
        edited({"A=1", "AB=2", "A=3", "A"}, {{"unset", "A"}, {"unset", "none"}}) == (texts{"AB=2", "A"}),
        boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(the_last_word_on_a_name_counts) {
    BOOST_TEST(edited({}, {{"env", "A=1"}, {"unset", "A"}}) == texts{}, boost::test_tools::per_element());
    BOOST_TEST(edited({}, {{"unset", "A"}, {"env", "A=1"}, {"env", "A=2"}}) == (texts{"A=2"}),
               boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(other_flags_are_passed_over) {
    BOOST_TEST(edited({"A=1"}, {{"log", "off"}}) == (texts{"A=1"}), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_mistake_is_named_without_a_value) {
    BOOST_TEST(fault({"env", "TOKEN"}) == "--env \"TOKEN\" (flag): names no variable; allowed is NAME=VALUE");
    BOOST_TEST(fault({"env", "=secret"}) ==
               "--env \"=...\" (flag): names no variable; allowed is NAME=VALUE");
    BOOST_TEST(fault({"unset", "A=secret"}) ==
               "--unset \"A\" (flag): names no variable; allowed is a name without =");
    BOOST_TEST(fault({"unset", ""}) == "--unset \"\" (flag): names no variable; allowed is a name without =");
}

BOOST_AUTO_TEST_SUITE_END()

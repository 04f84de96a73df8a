#include <boost/test/unit_test.hpp>

#include "unit/trace/only_one_in.hpp"

namespace tr = task_agent::trace;

BOOST_AUTO_TEST_SUITE(told_causes_tests)

BOOST_AUTO_TEST_CASE(an_error_with_its_reasons_is_why_a_program_gave_up) {
    std::string const text =
        "mixer: error: cannot open the scene\n  caused by: layer 3\n    because: checksum differs\n";
    auto const found = tr::only_one_in("mixer 2.1\n" + text + "mixer: removing parts\nmixer: bye\n", "");
    BOOST_TEST(found.text == text);
    BOOST_TEST(found.exception.type == "error");
    BOOST_TEST(found.exception.message == "cannot open the scene");
    BOOST_TEST(found.root_line == "checksum differs");
    BOOST_REQUIRE(found.exception.chain.size() == 2u);
    BOOST_TEST(found.exception.chain[1].message == "layer 3");
    BOOST_TEST((found.role == tr::trace_role::notice));
    BOOST_TEST((found.handled == tr::handling::error));
}

BOOST_AUTO_TEST_CASE(each_line_may_have_the_name_of_its_program) {
    auto const found = tr::only_one_in("mixer: ERROR: no scene\nmixer:   reason: too many\n", "");
    BOOST_TEST(found.root_line == "too many");
    BOOST_TEST(
        tr::only_one_in("error: no scene\n  caused by: too many\nmixer: leaving with 2\n", "").root_line ==
        "too many");
}

BOOST_AUTO_TEST_CASE(a_program_that_goes_on_did_not_end_of_it) {
    auto const found =
        tr::only_one_in("mixer: error: no cache\n  because: it is new\nmixer: 12 layers\nmixer: done\n", "");
    BOOST_TEST((found.handled == tr::handling::none));
}

BOOST_AUTO_TEST_CASE(without_a_reason_the_line_is_read_by_others) {
    // above other words it tells nothing
    BOOST_TEST(
        tr::traces_in("mixer: error: no scene\nmixer: 1 of 4\nmixer: 2 of 4\nmixer: 3 of 4\n").empty());
    // as the last one it does
    auto const found = tr::traces_in("mixer 2.1\nmixer: error: no scene\n");
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found[0].exception.message == "no scene");
    BOOST_TEST(found[0].exception.chain.empty());
    // a reason without an error
    BOOST_TEST(tr::traces_in("mixer: scene 4\n  because: it was asked for\n").empty());
}

BOOST_AUTO_TEST_SUITE_END()

#include <boost/test/unit_test.hpp>

#include "unit/trace/only_one_in.hpp"

namespace tr = task_agent::trace;

BOOST_AUTO_TEST_SUITE(python_doctest_tests)

BOOST_AUTO_TEST_CASE(an_example_that_does_something_else_is_told_with_its_place) {
    std::string const head = "File \"/shop/nuts.py\", line 3, in nuts.sell\nFailed example:\n    sell(2)\n";
    std::string const stars = std::string(70, '*') + "\n";
    std::string const text = head + "Expected:\n    4\nGot:\n    5\n";
    auto found =
        tr::only_one_in(stars + text + stars + "1 items had failures:\n   1 of   1 in nuts\n", "python");
    BOOST_TEST(found.exception.type == "test failed");
    BOOST_TEST(found.exception.message == "sell(2)");
    BOOST_TEST(found.text == text);
    BOOST_REQUIRE(found.exception.frames.size() == 1u);
    BOOST_TEST(found.exception.frames[0].line == 3);
    BOOST_TEST(found.exception.frames[0].function == "nuts.sell");

    std::string const raised = head +
                               "Exception raised:\n    Traceback (most recent call last):\n"
                               "      File \"/shop/nuts.py\", line 9, in sell\n        return 1 / 0\n"
                               "    ZeroDivisionError: division by zero\n";
    found = tr::only_one_in(stars + raised + stars, "python");
    BOOST_TEST(found.exception.type == "ZeroDivisionError");
    BOOST_TEST(found.exception.message == "division by zero");
    BOOST_TEST(found.text == raised);
}

BOOST_AUTO_TEST_CASE(a_heading_alone_is_no_failed_example) {
    BOOST_TEST(tr::traces_in("Failed example:\n    sell(2)\nplain\n").empty());
    BOOST_TEST(tr::traces_in("File \"/shop/nuts.py\", line 3, in sell\nFailed examples: 0\nplain\n").empty());
}

BOOST_AUTO_TEST_CASE(of_several_examples_the_first_is_told) {
    std::string const ruler(70, '*');
    std::string const first =
        "File \"/app/nut.py\", line 3, in nut.sell\nFailed example:\n    sell(1)\nExpected:\n    "
        "4\nGot:\n    3\n";
    std::string const second =
        "File \"/app/nut.py\", line 9, in nut.sell\nFailed example:\n    sell(2)\nExpected:\n    "
        "5\nGot:\n    4\n";
    auto const found =
        tr::traces_in(ruler + "\n" + first + ruler + "\n" + second + ruler +
                      "\n1 items had failures:\n   2 of   2 in nut.sell\n***Test Failed*** 2 failures.\n");
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found[0].text == first);
    BOOST_TEST(found[0].last_line == 7u);
    BOOST_TEST(found[0].exception.message == "sell(1)");
}

BOOST_AUTO_TEST_SUITE_END()

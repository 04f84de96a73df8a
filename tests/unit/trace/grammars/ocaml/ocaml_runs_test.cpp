#include <boost/test/unit_test.hpp>

#include "unit/trace/stream_of.hpp"

namespace tr = task_agent::trace;

BOOST_AUTO_TEST_SUITE(ocaml_runs_tests)

BOOST_AUTO_TEST_CASE(a_test_of_ounit_tells_what_it_compared) {
    auto const found = tr::traces_in(
        "====\nError: shop:1:sells.\n\nFile \"oUnit-shop.log\", line 2, characters 1-1:\n"
        "Error: shop:1:sells (in the log).\n\n"
        "Raised at OUnitAssert.assert_failure in file \"oUnitAssert.ml\", line 45, characters 2-27\n\n"
        "expected: 7 but got: 6\n------\nRan: 2 tests in: 0.11 seconds.\n");
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found[0].first_line == 1u);
    BOOST_TEST(found[0].last_line == 8u);
    BOOST_TEST(found[0].exception.type == "test failed");
    BOOST_TEST(found[0].exception.message == "expected: 7 but got: 6");
}

BOOST_AUTO_TEST_CASE(a_test_of_ounit_without_a_log_is_read_as_well) {
    std::string const frame = "Raised at OUnitAssert.f in file \"a.ml\", line 45, characters 2-27\n";
    for (std::string const& text :
         {"Error: shop:1:sells.\n\n" + frame + "\nnuts of a bag\nexpected: 7 but got: 6\n",
          std::string("Failure: shop:1:sells\n\nnuts of a bag\nexpected: 7 but got: 6\n")}) {
        auto const found = tr::traces_in("F.\n====\n" + text + "------\nRan: 2 tests in: 0.11 seconds.\n");
        BOOST_REQUIRE(found.size() == 1u);
        BOOST_TEST(found[0].text == text);
        BOOST_TEST(found[0].exception.type == "test failed");
        BOOST_TEST(found[0].exception.message == "expected: 7 but got: 6");
    }
    for (std::string const text : {"row\nError: shop:1:sells.\n\nnuts\n", "====\nError: no: nuts\n\nrow\n"})
        for (auto const& found : tr::traces_in(text + "row\nrow\nrow\nrow\nrow\nrow\n"))
            BOOST_TEST(found.exception.language != "ocaml");
}

BOOST_AUTO_TEST_CASE(a_property_of_qcheck_tells_for_what_it_does_not_hold) {
    std::string const line = "------------------------------------------------\n";
    std::string const failed =
        "--- Failure " + line + "\nTest nuts add up failed (3 shrink steps):\n\n(1, 0)\n";
    std::string const raised = "--- Error " + line +
                               "\nTest nuts add up errored on (3 shrink steps):\n\n0\n\nexception "
                               "Failure(\"no nut\")\nRaised at Shop.sell in file \"shop.ml\", line 3, "
                               "characters 2-7\n";
    for (std::string const& text : {failed, raised}) {
        auto const found = tr::traces_in("row\n" + text + "\n====\nfailure (1 tests failed)\n");
        BOOST_REQUIRE(found.size() == 1u);
        BOOST_TEST(found[0].text == text);
        BOOST_TEST((found[0].role == tr::trace_role::notice));
        BOOST_TEST(found[0].exception.type == (text == failed ? "test failed" : "Failure"));
        BOOST_TEST(found[0].exception.message ==
                   (text == failed ? "Test nuts add up failed (3 shrink steps):" : "no nut"));
    }
    auto const both = tr::traces_in(failed + "\n" + raised + "\n====\nfailure (2 tests failed)\n");
    BOOST_REQUIRE(both.size() == 1u);
    BOOST_TEST(both[0].text == failed);
    for (std::string const text : {"--- Failure ----\n", "\nTests: 3\n"})
        for (auto const& found : tr::traces_in("--- Failure " + line + text + "row\nrow\n"))
            BOOST_TEST(found.exception.language != "ocaml");
}

BOOST_AUTO_TEST_CASE(the_first_failed_test_of_an_ocaml_runner_tells) {
    std::string const rule = "==============================\n";
    std::string const first = "Error: shop:1:sells.\n\nno nut\n";
    auto const found =
        tr::traces_in(rule + first + "------------------\n" + rule +
                      "Error: shop:2:buys.\n\nno bag\n------------------\nRan: 3 tests in: 0.1\n");
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found[0].text == first);
    BOOST_TEST(found[0].exception.message == "no nut");
    std::string const line = "File \"shop.ml\", line 12, characters 0-40: sells nuts is false.\n";
    auto const inlined = tr::traces_in(
        line + "\nFile \"shop.ml\", line 20, characters 0-40: buys is false.\n\nFAILED 2 / 3 tests\n");
    BOOST_REQUIRE(inlined.size() == 1u);
    BOOST_TEST(inlined[0].text == line);
}

BOOST_AUTO_TEST_CASE(an_inline_test_and_a_generator_tell_behind_the_place) {
    auto const failed = tr::traces_in(
        "row\nFile \"shop.ml\", line 12, characters 0-40: sells nuts is false.\n\nFAILED 1 / 3 tests\n");
    BOOST_REQUIRE(failed.size() == 1u);
    BOOST_TEST(failed[0].exception.type == "test failed");
    BOOST_TEST(failed[0].exception.message == "sells nuts is false.");
    BOOST_TEST(failed[0].exception.frames.at(0).line == 12);
    for (std::string const lead : {"threw\n(Failure \"no nut\").\n", "threw (Failure \"no nut\").\n"}) {
        std::string const text = "File \"shop.ml\", line 12, characters 0-40: sells nuts " + lead +
                                 "  Raised at Shop.sell in file \"shop.ml\", line 3, characters 17-33\n";
        auto const found = tr::traces_in("row\n" + text + "\nFAILED 1 / 3 tests\n");
        BOOST_REQUIRE(found.size() == 1u);
        BOOST_TEST(found[0].text == text);
        BOOST_TEST(found[0].exception.type == "Failure");
        BOOST_TEST(found[0].exception.message == "no nut");
        BOOST_TEST(found[0].exception.frames.at(0).line == 3);
    }
    auto const lexer = tr::traces_in("File \"nut.mll\", line 3, character 5: illegal character @.\n");
    BOOST_REQUIRE(lexer.size() == 1u);
    BOOST_TEST(lexer[0].exception.type == "build failed");
    BOOST_TEST(lexer[0].exception.message == "illegal character @.");
    BOOST_TEST(tr::traces_in("File \"shop.ml\", line 12, characters 0-40: nuts\nrow\n").empty());
}

BOOST_AUTO_TEST_SUITE_END()

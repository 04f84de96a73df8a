#include <boost/test/unit_test.hpp>

#include "unit/trace/stream_of.hpp"

namespace tr = task_agent::trace;

BOOST_AUTO_TEST_SUITE(haskell_forms_tests)

BOOST_AUTO_TEST_CASE(a_place_of_the_library_is_no_part_of_the_message) {
    std::string const stack =
        "CallStack (from HasCallStack):\n  error, called at Check.hs:12:5 in main:Mill\n";
    for (std::string const own : {"./Data/Mill.hs:257 (grind): ", "Data/Mill.hs:7 ((!)): "}) {
        auto const found = tr::traces_in("mill: " + own + "no flour (3)\n" + stack);
        BOOST_REQUIRE(found.size() == 1u);
        BOOST_TEST(found[0].exception.message == "no flour (3)");
    }
    auto const other = tr::traces_in("mill: Mill.hs:257 no flour (a): b\n" + stack);
    BOOST_REQUIRE(other.size() == 1u);
    BOOST_TEST(other[0].exception.message == "Mill.hs:257 no flour (a): b");
}

BOOST_AUTO_TEST_CASE(a_request_that_failed_is_shown_with_its_fields) {
    std::string const request =
        "HttpExceptionRequest Request {\n  host                 = \"mill.example\"\n  port                 = "
        "80\n}\n";
    for (std::string const lead : {"mill: ", "no flour could not be fetched\n", "Could not fetch flour\n"}) {
        std::string const text =
            lead + request +
            " (ConnectionFailure Network.Socket.connect: <socket: 7>: timeout (Timed out))\n";
        auto const found = tr::traces_in("row 1\n" + text + "closing\n");
        BOOST_REQUIRE(found.size() == 1u);
        BOOST_TEST(found[0].text == text);
        BOOST_TEST(found[0].exception.language == "haskell");
        BOOST_TEST(found[0].exception.type == "HttpExceptionRequest");
        BOOST_TEST(found[0].exception.message == "Network.Socket.connect: <socket: 7>: timeout (Timed out)");
    }
    auto const alone = tr::traces_in("row 1\n" + request + " ResponseTimeout\nclosing\n");
    BOOST_REQUIRE(alone.size() == 1u);
    BOOST_TEST(alone[0].text == request + " ResponseTimeout\n");
    BOOST_TEST(alone[0].exception.message == "ResponseTimeout");
    BOOST_TEST(tr::traces_in(request + "row 2\n").empty());
}

BOOST_AUTO_TEST_CASE(what_json_and_sqlite_object_to_is_told_in_one_line) {
    for (std::string const said :
         {"Error in $.flour[1].kg: parsing Int failed, expected Number, but encountered String",
          "SQLite3 returned ErrorConstraint while attempting to perform step: NOT NULL constraint failed: "
          "mill.flour"}) {
        auto const found = tr::traces_in("row 1\nmill: " + said + "\n");
        BOOST_REQUIRE(found.size() == 1u);
        BOOST_TEST(found[0].exception.language == "haskell");
        BOOST_TEST("Error in " + found[0].exception.message ==
                   (said.front() == 'E' ? said : "Error in " + said));
    }
}

BOOST_AUTO_TEST_CASE(stack_puts_the_package_before_what_the_compiler_says) {
    auto const found = tr::traces_in(
        "mill  > build (lib)\nmill  > /app/src/Mill.hs:3:5: error: [GHC-88464]\n"
        "mill  >     Variable not in scope: flour\nmill  >   |\n"
        "mill  > 3 | x = flour\nmill  >   |     ^^^^^\nnext\n");
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found[0].first_line == 1u);
    BOOST_TEST(found[0].last_line == 5u);
    BOOST_TEST(found[0].exception.type == "build failed");
    BOOST_TEST(found[0].exception.message == "Variable not in scope: flour");
    BOOST_TEST(found[0].exception.frames.at(0).line == 3);
}

BOOST_AUTO_TEST_CASE(alex_and_happy_end_with_what_they_could_not_read) {
    for (auto const& [line, message] :
         {std::pair("Mill.x: unknown regex macro: @grain", "unknown regex macro: @grain"),
          std::pair("src/Mill.x:7:3: parse error", "parse error"),
          std::pair("Mill.y: 12: parse error", "parse error")}) {
        auto const found = tr::traces_in("alex\n" + std::string(line) + "\n");
        BOOST_REQUIRE(found.size() == 1u);
        BOOST_TEST(found[0].exception.language == "haskell");
        BOOST_TEST(found[0].exception.type == "build failed");
        BOOST_TEST(found[0].exception.message == message);
        BOOST_TEST(found[0].last_line == 1u);
    }
    for (auto const& found : tr::traces_in("Mill.x: 12 rules\nMill.y: 3: conflicts\n"))
        BOOST_TEST(found.exception.language != "haskell");
}

BOOST_AUTO_TEST_CASE(the_first_complaint_of_the_compiler_tells) {
    std::string const text =
        "Mill.hs:3:5: error:\n    Variable not in scope: rows\n  |\n3 | main = rows\n  |        ^^^^\n";
    std::string const more = "\nMill.hs:9:5: error:\n    Variable not in scope: days\n";
    std::string const stop = "make: *** [Makefile:3: mill] Error 1\n";
    auto const found = tr::traces_in("building\n" + text + more + "next\n");
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found[0].text == text);
    BOOST_TEST(found[0].last_line == 5u);
    BOOST_TEST(found[0].exception.message == "Variable not in scope: rows");
    BOOST_TEST(tr::traces_in(text + stop + "next\n").at(0).text == text + stop);
}

BOOST_AUTO_TEST_CASE(the_first_failed_test_of_a_runner_tells) {
    std::string const hunit = "### Failure in: 1:sells\ntest/Spec.hs:12\nexpected: 3\n but got: 4\n";
    std::string const tasty =
        "  sells:   FAIL\n    test/Spec.hs:12:\n    expected: 3\n     but got: 4\n    Use -p '/sells/' to "
        "rerun this test only.\n";
    std::string const property = "*** Failed! Falsified (after 3 tests):\n(1, 0)\n";
    for (auto const& [text, more] :
         {std::pair(hunit, std::string("### Failure in: 2:buys\ntest/Spec.hs:20\nexpected: 5\n but got: 6\n"
                                       "Cases: 3  Tried: 3  Errors: 0  Failures: 2\n")),
          std::pair(tasty, std::string("  buys:    FAIL\n    test/Spec.hs:20:\n    expected: 5\n     but "
                                       "got: 6\n    Use -p '/buys/' to rerun this test only.\n\n"
                                       "2 out of 3 tests failed (0.01s)\n")),
          std::pair(property, std::string("\n*** Failed! Falsified (after 9 tests):\n(2, 0)\n"))}) {
        auto const found = tr::traces_in("begin\n" + text + more);
        BOOST_REQUIRE(found.size() == 1u);
        BOOST_TEST(found[0].text == text);
        BOOST_TEST(found[0].first_line == 1u);
    }
}

BOOST_AUTO_TEST_SUITE_END()

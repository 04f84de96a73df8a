#include <boost/test/unit_test.hpp>

#include "unit/trace/only_one_in.hpp"

namespace tr = task_agent::trace;

BOOST_AUTO_TEST_SUITE(test_blocks_tests)

BOOST_AUTO_TEST_CASE(testthat_tells_what_was_expected_below_a_rule) {
    std::string const end =
        "\n[ FAIL 1 | WARN 0 | SKIP 0 | PASS 7 ]\nError: Test failures\nExecution halted\n";
    std::string const text =
        "── Failure ('test-car.R:12'): it goes ──────\ngo(3) not equal to 4.\n1/1 mismatches\n[1] 3 - 4 == "
        "-1\n";
    auto const found = tr::traces_in("══ Failed tests ═════\n" + text + end);
    BOOST_REQUIRE(found.size() == 2u);
    BOOST_TEST(found[0].text.starts_with(text));
    BOOST_TEST(found[0].first_line == 1u);
    BOOST_TEST(found[0].last_line == 4u);
    BOOST_TEST((found[0].role == tr::trace_role::notice));
    BOOST_TEST(found[0].exception.language == "r");
    BOOST_TEST(found[0].exception.type == "test failed");
    BOOST_TEST(found[0].exception.message == "go(3) not equal to 4.");
    BOOST_REQUIRE(found[0].exception.frames.size() == 1u);
    BOOST_TEST(found[0].exception.frames[0].file == "test-car.R");
    BOOST_TEST(found[0].exception.frames[0].line == 12);
    // of the run, which only counted
    BOOST_TEST((found[1].role == tr::trace_role::summary));
    auto const raised = tr::traces_in(
        "── Error (test-car.R:12:3): it goes ────\nError in `go(3)`: no fuel\nBacktrace:\n 1. global "
        "go(3)\n" +
        end);
    BOOST_TEST(raised.at(0).exception.type == "error");
    BOOST_TEST(raised.at(0).exception.message == "no fuel");
    BOOST_TEST(raised.at(0).last_line == 3u);
    for (std::string const line :
         {"── Skipped tests ──", "── Warning ('test-car.R:12'): it goes ──", "── Failure (of it) ──"})
        BOOST_TEST(tr::traces_in(line + "\nOn CRAN (1)\nrow\n").empty());
}

BOOST_AUTO_TEST_CASE(of_several_blocks_of_testthat_the_first_is_told) {
    std::string const text = "── Failure ('test-car.R:12'): it goes ──────\ngo(3) not equal to 4.\n";
    auto const found = tr::only_one_in(text +
                                           "\n── Error ('test-car.R:19'): it stops ──────\nError in "
                                           "`stop(3)`: no brake\n\n[ FAIL 2 | PASS 7 ]\n",
                                       "r");
    BOOST_TEST(found.text == text);
    BOOST_TEST(found.last_line == 1u);
    BOOST_TEST(found.exception.message == "go(3) not equal to 4.");
}

BOOST_AUTO_TEST_CASE(testthat_may_tell_of_a_test_between_two_rulers) {
    std::string const ruler = "────────────────────────────────\n";
    std::string const text = "Failure (test-car.R:12:3): it goes\ngo(3) not equal to 4.\n";
    auto const found = tr::only_one_in("✖ | 1 7 | car\n" + ruler + text + ruler + "\nrow 1\n", "r");
    BOOST_TEST(found.text == text);
    BOOST_TEST(found.exception.message == "go(3) not equal to 4.");
    BOOST_TEST(found.exception.frames.at(0).line == 12);
    for (std::string const& other :
         {text + ruler, ruler + "row 1\n" + ruler, ruler + "Failure (of it): none\n" + ruler})
        BOOST_TEST(tr::traces_in("row 0\n" + other + "row 2\n").empty(), other);
}

BOOST_AUTO_TEST_CASE(hspec_names_the_place_above_the_test) {
    std::string const text =
        "  test/CarSpec.hs:12:7: \n  1) Car goes\n       expected: 4\n        but got: 3\n";
    auto const found = tr::only_one_in(
        "Failures:\n\n" + text + "\n  To rerun use: --match \"/Car/goes/\"\n\n3 examples, 1 failure\n",
        "haskell");
    BOOST_TEST(found.text == text);
    BOOST_TEST(found.exception.type == "test failed");
    BOOST_TEST(found.exception.message == "expected: 4");
    BOOST_TEST(found.exception.frames.at(0).file == "test/CarSpec.hs");
    BOOST_TEST(found.exception.frames.at(0).line == 12);
    auto const first = tr::only_one_in(
        text +
            "\n  To rerun use: --match \"/Car/goes/\"\n\n  test/CarSpec.hs:20:7: \n  2) Car stops\n"
            "       expected: 0\n        but got: 3\n\nRandomized with seed 7\n",
        "haskell");
    BOOST_TEST(first.text == text);
    auto const raised = tr::only_one_in(
        "  test/CarSpec.hs:12:7: \n  1) Car goes\n       uncaught exception: IOException of type UserError\n"
        "       user error (no fuel)\n\nrow\n",
        "haskell");
    BOOST_TEST(raised.exception.type == "IOException of type UserError");
    BOOST_TEST(raised.exception.message == "user error (no fuel)");
    BOOST_TEST(tr::traces_in("  see CarSpec.hs\n  1) Car goes\n       far\n\n").empty());
}

BOOST_AUTO_TEST_CASE(alcotest_shows_what_a_failed_test_printed) {
    std::string const top = "┌──────────────┐\n";
    std::string const list =
        "> [FAIL]        car          1   goes.\n  [OK]          car          2   stops.\n\n";
    std::string const text =
        top +
        "│ [FAIL]        car          1   goes.         │\n└──────────────┘\nASSERT far enough\nFAIL far "
        "enough\n\n   Expected: `4'\n   Received: `3'\n\n"
        "Raised at Engine.check in file \"src/test.ml\", line 19, characters 4-26\n"
        "Called from Engine.run in file \"src/core.ml\", line 18, characters 17-23\n";
    auto const found =
        tr::only_one_in("Testing `car'.\n\n  [OK]          car          0   starts.\n" + list + text +
                            "\nLogs saved to `x'.\n ─────\n1 failure! in 0.002s. 3 tests run.\n",
                        "ocaml");
    BOOST_TEST(found.text == text);
    BOOST_TEST(found.first_line == 6u);
    BOOST_TEST(found.last_line == 16u);
    BOOST_TEST(found.exception.type == "test failed");
    BOOST_TEST(found.exception.message == "far enough");
    BOOST_TEST(found.exception.frames.back().function == "Engine.check");
    BOOST_TEST(found.exception.frames.back().line == 19);
    auto const raised = tr::only_one_in(top +
                                            "│ [FAIL]        car          1   goes.         "
                                            "│\n└──────────────┘\n[exception] Failure(\"no fuel\")\n"
                                            "            Raised at Car.go in file \"car.ml\", line 3, "
                                            "characters 4-26\n\nLogs saved to `x'.\n",
                                        "ocaml");
    BOOST_TEST(raised.exception.type == "Failure");
    BOOST_TEST(raised.exception.message == "no fuel");
    BOOST_TEST(raised.exception.frames.back().line == 3);
}

BOOST_AUTO_TEST_CASE(a_block_of_testthat_may_be_numbered_or_of_no_file) {
    std::string const line = "\xE2\x94\x80\xE2\x94\x80";
    std::string const mark = line + " ";
    auto const numbered = tr::traces_in("nut: 12\n\n" + mark + "1. Failure ('test-nut.R:2'): sells " + line +
                                        "\n1 not equal to 2.\n\n\xE2\x95\x90\xE2\x95\x90 DONE "
                                        "\xE2\x95\x90\xE2\x95\x90\nError: Test failures\nExecution halted\n");
    BOOST_REQUIRE(numbered.size() == 2u);
    BOOST_TEST(numbered[0].exception.message == "1 not equal to 2.");
    BOOST_TEST(numbered[0].exception.frames.back().line == 2);
    for (std::string const place : {" (?\?\?): ", ": "}) {
        auto const found = tr::traces_in(mark + "Failure" + place + "sells " + line +
                                         "\n1 not equal to 2.\n\nError in reporter$stop_if_needed() : Test "
                                         "failed\nCalls: test_that -> <Anonymous>\nExecution halted\n");
        BOOST_REQUIRE(found.size() == 2u);
        BOOST_TEST(found[0].exception.type == "test failed");
        BOOST_TEST(found[0].exception.frames.empty());
        BOOST_TEST((found[1].role == tr::trace_role::summary));
    }
    BOOST_TEST(tr::traces_in(mark + "Failure: sells\nnothing\n").empty());
}

BOOST_AUTO_TEST_CASE(robot_framework_tells_what_was_wrong_below_the_test) {
    std::string const rule(78, '-');
    std::string const ruler(78, '=');
    std::string const head = ruler + "\nCar\n" + ruler + "\nGoes     | PASS |\n" + rule + "\n";
    std::string const end =
        "Car      | FAIL |\n3 tests, 1 passed, 2 failed\n" + ruler + "\nOutput:  /app/output.xml\n";
    std::string const first = "Stops    | FAIL |\n3 != 4\n";
    auto const found = tr::only_one_in(
        head + first + rule + "\nTurns    | FAIL |\nKeyError: wheel\n" + rule + "\n" + end, "python");
    BOOST_TEST(found.text == first);
    BOOST_TEST(found.first_line == 5u);
    BOOST_TEST(found.last_line == 6u);
    BOOST_TEST(found.exception.type == "test failed");
    BOOST_TEST(found.exception.message == "3 != 4");
    auto const raised =
        tr::only_one_in(head + "Turns    | FAIL |\nKeyError: wheel\n" + rule + "\n" + end, "python");
    BOOST_TEST(raised.exception.type == "KeyError");
    BOOST_TEST(raised.exception.message == "wheel");
    BOOST_TEST(tr::traces_in(head + "Car      | PASS |\n" + ruler + "\nOutput:  /app/output.xml\n").empty());
}

BOOST_AUTO_TEST_SUITE_END()

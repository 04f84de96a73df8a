// Failed tests of JavaScript's test runners.
#include <boost/test/unit_test.hpp>

#include "unit/trace/stream_of.hpp"

namespace tr = task_agent::trace;

namespace {

void is_read(std::string const& before, std::string const& text, std::string const& after,
             std::string const& type, std::string const& message) {
    auto const found = tr::traces_in(before + text + after);
    BOOST_REQUIRE_MESSAGE(found.size() == 1u, found.size() << " traces in\n" << text);
    BOOST_TEST(found[0].text == text);
    BOOST_TEST(found[0].exception.language == "node");
    BOOST_TEST(found[0].exception.type == type);
    BOOST_TEST(found[0].exception.message == message);
    BOOST_REQUIRE(!found[0].exception.frames.empty());
    BOOST_TEST(found[0].exception.frames.back().line == 5);
    BOOST_TEST((found[0].role == tr::trace_role::detached));
}

}  // namespace

BOOST_AUTO_TEST_SUITE(node_runner_tests)

BOOST_AUTO_TEST_CASE(nodes_own_runner_prints_for_people_and_for_machines) {
    is_read(
        "\xE2\x9C\x94 adds (1.2ms)\n",
        "\xE2\x9C\x96 halves (5.1ms)\n  AssertionError [ERR_ASSERTION]: not equal:\n  \n  1 !== 2\n  \n"
        "      at TestContext.<anonymous> (/srv/a.test.js:5:3)\n      at Test.run (node:internal/x:7:9) {\n"
        "    code: 'ERR_ASSERTION'\n  }\n",
        "\n\xE2\x84\xB9 fail 1\n\n\xE2\x9C\x96 failing tests:\n", "AssertionError", "not equal:");
    is_read("ok 1 - adds\n",
            "not ok 2 - halves\n  ---\n  duration_ms: 1\n  error: |-\n    not equal:\n    \n    1 !== 2\n"
            "  code: 'ERR'\n  name: 'AssertionError'\n  stack: |-\n    TestContext.f (/srv/a.test.js:5:3)\n"
            "    Test.run (node:internal/x:7:9)\n  ...\n",
            "1..2\n# fail 1\n", "AssertionError", "not equal:");
}

BOOST_AUTO_TEST_CASE(mocha_and_jest_print_the_error_below_the_title) {
    is_read("  1 passing (5ms)\n  1 failing\n\n  1) halves\n       whole numbers:\n\n",
            "      AssertionError: not equal\n      + expected - actual\n\n"
            "      -1\n      +2\n      \n      at Context.<anonymous> (a.js:5:3)\n",
            "\n\n", "AssertionError", "not equal");
    is_read("  2 failing\n\n  2) halves\n       odd:\n", "     TypeError: no number\n      at f (a.js:5:3)\n",
            "\n\n", "TypeError", "no number");
    is_read(
        "FAIL a.test.js\n",
        "  \xE2\x97\x8F halves\n\n    expect(received).toBe(expected)\n\n    Expected: 3\n    Received: 4\n\n"
        "    > 3 |   expect(f()).toBe(3);\n        |               ^\n\n      at Object.toBe "
        "(a.test.js:5:21)\n",
        "\nTests: 1 failed\n", "test failed", "expect(received).toBe(expected)");
}

BOOST_AUTO_TEST_CASE(vitest_points_at_the_frames_below_the_error) {
    is_read(
        "\xE2\x8E\xAF\xE2\x8E\xAF Failed Tests 1 \xE2\x8E\xAF\xE2\x8E\xAF\n\n"
        " FAIL  a.test.ts > halves\n",
        "AssertionError: expected 3 to be 4\n\n- Expected\n+ Received\n\n"
        " \xE2\x9D\xAF half src/a.ts:5:5\n \xE2\x9D\xAF a.test.ts:9:21\n",
        "      4|\n      5| half(8)\n       |  ^\n"
        "\n\xE2\x8E\xAF\xE2\x8E\xAF[1/1]\xE2\x8E\xAF\n",
        "AssertionError", "expected 3 to be 4");
}

BOOST_AUTO_TEST_CASE(a_value_that_a_test_threw_is_no_error_for_jest) {
    is_read("FAIL a.test.js\n",
            "  \xE2\x97\x8F halves\n\n    thrown: \"Gave up after 7 ms.\n    See the manual.\"\n\n"
            "      at late (a.js:5:12)\n          at Array.map (<anonymous>)\n\n    Cause:\n"
            "        thrown: \"Gave up.\"\n\n        > 7 | it('halves', f);\n\n"
            "          at Object.test (a.test.js:7:1)\n",
            "\nTest Suites: 1 failed\n", "test failed", "Gave up after 7 ms.");
    is_read("", "  \xE2\x97\x8F halves\n\n    thrown: \"no nut\"\n\n      at f (a.js:5:12)\n",
            "\n  \xE2\x97\x8F Console\n\n", "test failed", "no nut");
}

BOOST_AUTO_TEST_CASE(ava_names_the_test_above_its_place_and_points_at_the_frames) {
    std::string const start = "  \xE2\x9C\x98 [fail]: halves \xE2\x80\xBA odd\n  \xE2\x94\x80\n\n";
    std::string const place =
        "  halves \xE2\x80\xBA odd\n  a.test.js:5\n\n   4: test(t => {\n   5:   t.is(half(3), 1);\n"
        "   6: });\n\n";
    std::string const end = "\n  \xE2\x94\x80\n\n  1 test failed\n";
    is_read(start,
            place +
                "  Difference (- actual, + expected):\n\n  - 1.5\n  + 1\n\n"
                "  \xE2\x80\xBA half (file://a.js:5:3)\n  \xE2\x80\xBA file://a.test.js:5:5\n",
            end, "test failed", "halves \xE2\x80\xBA odd");
    is_read(start,
            place +
                "  Error thrown in test:\n\n  RangeError {\n    code: 'ODD',\n    message: 'no half of 3',\n "
                " }\n\n"
                "  \xE2\x80\xBA file://a.js:5:3\n",
            end, "RangeError", "no half of 3");
    // a path through menus
    BOOST_TEST(tr::traces_in("  shop.html:5\n\n  \xE2\x80\xBA bags\n  \xE2\x80\xBA nuts\nrow 1\n").empty());
}

BOOST_AUTO_TEST_CASE(playwright_jasmine_and_cucumber_number_what_failed) {
    is_read("Running 2 tests using 1 worker\n\n",
            "  1) a.spec.ts:3:5 \xE2\x80\xBA halves \xE2\x94\x80\xE2\x94\x80\n\n    TimeoutError: no lid\n\n"
            "    Call log:\n    > 5 |   shut();\n        |   ^\n        at /srv/a.spec.ts:5:13\n",
            "\n  1 failed\n    a.spec.ts:3:5 \xE2\x80\xBA halves\n", "TimeoutError", "no lid");
    is_read("Started\nF.\n\nFailures:\n",
            "1) nuts halve\n  Message:\n    RangeError: no half\n  Stack:\n        at <Jasmine>\n"
            "        at half (/srv/a.js:5:13)\n        at <Jasmine>\n",
            "\n2 specs, 1 failure\n", "RangeError", "no half");
    is_read("Failures:\n\n1) Scenario: a half # a.feature:3\n   \xE2\x9C\x94 Given a nut # steps.js:3\n",
            "   \xE2\x9C\x96 Then it halves # steps.js:5\n       AssertionError: not equal\n"
            "           + expected - actual\n\n           -1\n           +2\n\n"
            "           at World.f (/srv/steps.js:5:13)\n",
            "\n1 scenario (1 failed)\n", "AssertionError", "not equal");
    for (auto const* text :
         {"  1) a.spec.ts \xE2\x80\xBA halves\n  2) b.spec.ts\nrow 1\n",
          "1) nuts\n  Message:\n    none\nrow 1\nrow 2\n", "letter\n  Message:\n    none\nrow 1\n",
          "   \xE2\x9C\x96 Then it halves # steps.js:5\nrow 1\nrow 2\n"})
        BOOST_TEST(tr::traces_in(text).empty(), text);
}

BOOST_AUTO_TEST_CASE(a_block_of_tap_without_an_error_is_told_by_its_title) {
    is_read("TAP version 13\n# nuts\n",
            "not ok 1 should be halved\n  ---\n    operator: equal\n    expected: 2\n    actual:   1\n"
            "    at: Test.<anonymous> (/srv/a.js:5:5)\n    stack: |-\n      Error: should be halved\n"
            "          at Test.<anonymous> (/srv/a.js:5:5)\n          at run (/srv/tape.js:3:1)\n  ...\n",
            "\n1..1\n# fail  1\n", "test failed", "should be halved");
    is_read(
        "TAP version 14\n",
        "not ok 2 - should be halved\n  ---\n  compare: ===\n  stack: |\n    Test.f (/srv/a.js:5:5)\n  ...\n",
        "1..2\n", "test failed", "should be halved");
}

BOOST_AUTO_TEST_CASE(what_no_test_of_vitest_caught_is_ruled_off) {
    std::string const rule = "\xE2\x8E\xAF\xE2\x8E\xAF";
    for (std::string const name : {" Unhandled Rejection ", " Uncaught Exception "})
        is_read("Vitest caught 1 unhandled error during the test run.\n\n" + rule + name + rule + "\n",
                "RangeError: no half\n \xE2\x9D\xAF half a.js:5:9\n",
                "      5| throw\n\n" + rule + rule + "\n", "RangeError", "no half");
}

BOOST_AUTO_TEST_CASE(of_several_tests_that_failed_the_first_tells) {
    auto const mocha = [](std::string const& n) {
        return "  " + n + ") halves\n       odd:\n     TypeError: no " + n + "\n      at f (a.js:" + n +
               ":3)\n\n";
    };
    auto const jest = [](std::string const& n) {
        return "  \xE2\x97\x8F halves \xE2\x80\xBA " + n + "\n\n    TypeError: no " + n +
               "\n\n      at f (a.js:" + n + ":3)\n\n";
    };
    auto const vitest = [](std::string const& n) {
        return " FAIL  a.test.ts > halves " + n + "\nTypeError: no " + n + "\n \xE2\x9D\xAF a.test.ts:" + n +
               ":21\n\n\xE2\x8E\xAF\xE2\x8E\xAF[" + n + "/2]\xE2\x8E\xAF\n\n";
    };
    auto const tap = [](std::string const& n) {
        return "not ok " + n + " - halves\n  ---\n  error: 'no " + n +
               "'\n  name: 'TypeError'\n  stack: |-\n    Test.f (/srv/a.js:" + n + ":3)\n  ...\nok 3 - is\n";
    };
    for (std::string const& log :
         {"  2 failing\n\n" + mocha("1") + mocha("2"),
          "FAIL a.js\n" + jest("1") + "FAIL b.js\n" + jest("2") + "Tests: 2 failed\n",
          vitest("1") + vitest("2"), tap("1") + tap("2")}) {
        auto const found = tr::traces_in(log);
        BOOST_REQUIRE_MESSAGE(found.size() == 1u, log);
        BOOST_TEST(found[0].exception.message == "no 1");
        BOOST_TEST(found[0].text.find("no 2") == std::string::npos);
        BOOST_TEST(!found[0].text.ends_with("\n\n"));
        auto const lines = std::count(found[0].text.begin(), found[0].text.end(), '\n');
        BOOST_TEST(found[0].last_line - found[0].first_line + 1 == static_cast<std::uint64_t>(lines));
    }
}

BOOST_AUTO_TEST_CASE(healthy_lists_start_nothing) {
    for (auto const* text :
         {"  1) first\n  2) second\n", "not ok 1 - later # TODO\n  ---\n  error: 'x'\n  ...\n",
          "not ok so far\n", " FAIL  0\n PASS  3\n", "\xE2\x9C\x96 none\n",
          "  \xE2\x97\x8F Console\n\n    console.error\n      at f (a.js:5:3)\n"})
        BOOST_TEST(tr::traces_in(text).empty(), text);
}

BOOST_AUTO_TEST_SUITE_END()

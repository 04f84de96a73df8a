#include <boost/test/unit_test.hpp>

#include "unit/trace/only_one_in.hpp"

namespace tr = task_agent::trace;

BOOST_AUTO_TEST_SUITE(haskell_runs_tests)

BOOST_AUTO_TEST_CASE(hunit_tells_the_place_below_the_test) {
    std::string const text = "### Failure in: 0:mill:1:grinds\ntest/Mill.hs:12\nexpected: 3\n but got: 4\n";
    auto const found =
        tr::only_one_in("start\n" + text + "Cases: 2  Tried: 2  Errors: 0  Failures: 1\n", "haskell");
    BOOST_TEST(found.text == text);
    BOOST_TEST((found.role == tr::trace_role::notice));
    BOOST_TEST(found.exception.type == "test failed");
    BOOST_TEST(found.exception.message == "expected: 3");
    BOOST_REQUIRE(found.exception.frames.size() == 1u);
    BOOST_TEST(found.exception.frames[0].file == "test/Mill.hs");
    BOOST_TEST(found.exception.frames[0].line == 12);
}

BOOST_AUTO_TEST_CASE(doctest_names_the_expression) {
    std::string const text = "src/Mill.hs:5: failure in expression `grind 3'\nexpected: 4\n but got: 3\n";
    auto const found = tr::only_one_in("start\n" + text + "\nExamples: 2  Failures: 1\n", "haskell");
    BOOST_TEST(found.text == text);
    BOOST_TEST(found.exception.message == "expected: 4");
    BOOST_TEST(found.exception.frames.at(0).line == 5);
}

BOOST_AUTO_TEST_CASE(quickcheck_tells_for_what_a_property_does_not_hold) {
    for (std::string const said : {"Falsified (after 3 tests and 2 shrinks)", "Falsifiable (after 1 test)",
                                   "Exception: 'no flour' (after 2 tests)"}) {
        std::string const text = "*** Failed! " + said + ":\n0\n[1,2]\n";
        auto const found = tr::only_one_in("+++ OK, passed 100 tests.\n" + text + "\nnext\n", "haskell");
        BOOST_TEST(found.text == text);
        BOOST_TEST(found.exception.type == "test failed");
        BOOST_TEST(found.exception.message == said + ":");
    }
}

BOOST_AUTO_TEST_CASE(tasty_indents_what_failed) {
    for (std::string const seconds : {"", " (0.02s)"}) {
        std::string const head = "  grinds:  FAIL" + seconds + "\n";
        std::string const text = head +
                                 "    test/Mill.hs:12:\n    expected: 3\n     but got: 4\n"
                                 "    Use -p '/grinds/' to rerun this test only.\n";
        auto const found =
            tr::only_one_in("mill\n" + text + "\n1 out of 2 tests failed (0.00s)\n", "haskell");
        BOOST_TEST(found.text == text);
        BOOST_TEST(found.exception.message == "expected: 3");
        BOOST_TEST(found.exception.frames.at(0).line == 12);
        auto const raised = tr::only_one_in(
            head + "    Exception: no flour\n    Use -p '/grinds/' to rerun this test only.\n", "haskell");
        BOOST_TEST(raised.exception.message == "no flour");
        for (auto const& other : tr::traces_in(head + "    three\n    Mill was closed\n  packs:   OK\n"))
            BOOST_TEST(other.exception.language != "haskell");
    }
}

BOOST_AUTO_TEST_CASE(cabal_and_stack_tell_why_nothing_is_built) {
    for (std::string const head : {"Error: cabal: ", "Error: [Cabal-7107]\n"}) {
        std::string const text =
            head +
            "Could not resolve dependencies:\n[__0] trying: mill-0.1 (user goal)\n"
            "[__1] unknown package: flour (dependency of mill)\n"
            "After searching the rest of the dependency tree exhaustively, these were the\n"
            "goals I've had most trouble fulfilling: mill, flour\n";
        auto const found = tr::only_one_in("Resolving dependencies...\n" + text + "next\n", "haskell");
        BOOST_TEST(found.text == text);
        BOOST_TEST(found.exception.type == "build failed");
        BOOST_TEST(found.exception.message == "Could not resolve dependencies:");
        std::string const stop = "make: *** [Makefile:3: mill] Error 1\n";
        BOOST_TEST(tr::traces_in(text + stop + "next\n").at(0).text == text + stop);
    }
    std::string const text = "Error: [S-4804]\nStack failed to construct a build plan.\n";
    auto const found = tr::only_one_in("start\n" + text + "next\n", "haskell");
    BOOST_TEST(found.text == text);
    BOOST_TEST(found.exception.message == "Stack failed to construct a build plan.");
    for (std::string const said :
         {"Failed to build exe:mill from mill-0.1.0.0.", "Stack failed to execute the build plan."})
        BOOST_TEST((tr::only_one_in("Error: [S-7282]\n       " + said + "\nnext\n", "haskell").role ==
                    tr::trace_role::summary));
    for (auto const& other : tr::traces_in("Error: [S-x]\nflour\nError: [Cabal-7]\n\nrow\n"))
        BOOST_TEST(other.exception.language != "haskell");
}

BOOST_AUTO_TEST_CASE(parsers_tell_the_place_above_what_they_met) {
    for (std::string const head :
         {"mill.conf:3:5:\n  |\n3 | flour = x\n  |         ^\n", "mill: mill.conf:3:5:\n  |\n3 | x\n  | ^\n",
          "\"mill.conf\" (line 3, column 5):\n", "Error at \"mill.conf\" (line 3, column 5):\n"}) {
        std::string const text = head + "unexpected 'x'\nexpecting digit\n";
        auto const found = tr::only_one_in("start\n" + text + "next\n", "haskell");
        BOOST_TEST(found.text == text);
        BOOST_TEST(found.exception.message == "unexpected 'x'");
        BOOST_REQUIRE(found.exception.frames.size() == 1u);
        BOOST_TEST(found.exception.frames[0].file == "mill.conf");
        BOOST_TEST(found.exception.frames[0].line == 3);
    }
    for (std::string const text : {"mill.conf:3:5:\nunexpected 'x'\n", "row\nunexpected 'x'\nexpecting y\n"})
        for (auto const& found : tr::traces_in(text + "row\nrow\n"))
            BOOST_TEST(found.exception.language != "haskell");
}

BOOST_AUTO_TEST_SUITE_END()

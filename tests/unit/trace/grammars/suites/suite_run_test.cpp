#include <boost/test/unit_test.hpp>

#include "unit/trace/only_one_in.hpp"

namespace tr = task_agent::trace;

namespace {

tr::found_trace only(std::string const& before, std::string const& text, std::string_view language,
                     std::string const& behind = "\nnext\n") {
    auto const found = tr::only_one_in(before + text + behind, language);
    BOOST_TEST(found.text == text);
    BOOST_TEST(found.exception.type == "test failed");
    return found;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(suite_run_tests)

BOOST_AUTO_TEST_CASE(ctest_is_told_from_the_first_test_that_failed) {
    std::string const list = "The following tests FAILED:\n\t  2 - salt (Failed)\n";
    std::string const others = "\t  4 - fat (Failed)\nErrors while running CTest\n";
    auto found = only("1/3 Test #1: nuts .....   Passed    0.01 sec\n    Start 2: salt\n",
                      "2/3 Test #2: salt .....***Failed    0.02 sec\nsalting\n\nno salt left\n", "make",
                      "\n    Start 3: oil\n3/4 Test #3: oil ......   Passed    0.01 sec\n    Start 4: fat\n"
                      "4/4 Test #4: fat ......***Failed    0.01 sec\nno fat left\n\n50% tests passed, 2 "
                      "tests failed out of "
                      "4\n\nTotal Test time (real) =   0.04 sec\n\n" +
                          list + others +
                          "make[1]: *** [Makefile:4: test] Error 8\nmake: *** [Makefile:9: all] Error 2\n");
    BOOST_TEST(found.exception.message == "2/3 Test #2: salt .....***Failed    0.02 sec");
    // only the list is left
    BOOST_TEST(only("", list, "make", others).exception.message == "2 - salt (Failed)");
    BOOST_TEST(tr::traces_in("2/3 Test #2: salt .....***Failed    0.02 sec\n100% tests passed\n").empty());
}

BOOST_AUTO_TEST_CASE(shells_have_frameworks_too) {
    auto found = only("testNuts\n", "ASSERT:nuts in a bag expected:<3> but was:<2>\n", "shell",
                      "testSalt\nASSERT:salt is gone\n\nRan 2 tests.\n\nFAILED (failures=1)\n");
    BOOST_TEST(found.exception.message == "nuts in a bag expected:<3> but was:<2>");
    found = only("1..2\nok 1 nuts\n",
                 "not ok 2 salt\n# (in test file bag.bats, line 12)\n#   `[ \"$salt\" = 6 ]' failed\n",
                 "shell", "ok 3 oil\nnot ok 4 fat\n# (in test file bag.bats, line 30)\n#   `false' failed\n");
    BOOST_TEST(found.exception.message == "`[ \"$salt\" = 6 ]' failed");
    BOOST_REQUIRE(found.exception.frames.size() == 1u);
    BOOST_TEST(found.exception.frames[0].file == "bag.bats");
    BOOST_TEST(found.exception.frames[0].line == 12);
    found = only(" \xE2\x9C\x93 nuts\n",
                 " \xE2\x9C\x97 salt\n   (from function `weigh' in file bag.bash, line 3,\n"
                 "    in test file bag.bats, line 12)\n     `weigh 6' failed\n",
                 "shell",
                 " \xE2\x9C\x97 fat\n   (in test file bag.bats, line 30)\n     `false' failed\n\n"
                 "3 tests, 2 failures\n");
    BOOST_TEST(found.exception.message == "`weigh 6' failed");
    BOOST_TEST(tr::traces_in("ASSERT:a bag is expected\n\nRan 3 tests.\n\nOK\n").empty());
    BOOST_TEST(tr::traces_in(" \xE2\x9C\x97 salt is left out\nplain\n").empty());
}

BOOST_AUTO_TEST_CASE(that_the_next_test_passed_tells_nothing_of_the_one_that_failed) {
    auto const found =
        tr::traces_in("not ok 2 salt\n# (in test file bag.bats, line 12)\n#   `false' failed\nok 3 oil\n");
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST((found[0].handled == tr::handling::none));
}

BOOST_AUTO_TEST_SUITE_END()

#include <boost/test/unit_test.hpp>

#include "unit/trace/only_one_in.hpp"

namespace tr = task_agent::trace;

BOOST_AUTO_TEST_SUITE(c_test_run_tests)

BOOST_AUTO_TEST_CASE(each_framework_tells_its_first_failed_check) {
    struct sample {
        std::string before;
        std::string text;
        std::string message;
        std::string function;
        std::string behind = {};
    };
    for (sample const& s : {
             sample{"50%: Checks: 2, Failures: 1, Errors: 0\n",
                    "pool_test.c:12:F:core:takes:0: Assertion 'got == 2' failed: got == 3, 2 == 2\n",
                    "Assertion 'got == 2' failed: got == 3, 2 == 2", "takes",
                    "pool_test.c:20:P:core:gives:0: Passed\n"
                    "pool_test.c:30:F:core:waits:0: Assertion 'a == 2' failed: a == 1, 2 == 2\n"},
             sample{"[ RUN      ] takes\n",
                    "[  ERROR   ] --- 0x3 != 0x2\n[   LINE   ] --- pool_test.c:12: error: Failure!\n",
                    "0x3 != 0x2", "",
                    "[  FAILED  ] takes\n[ RUN      ] gives\n[  ERROR   ] --- 0x1 != 0x5\n"
                    "[   LINE   ] --- pool_test.c:30: error: Failure!\n[  FAILED  ] gives\n"},
             sample{"[RUN ] pool::takes\n",
                    "[----] pool_test.c:12: Assertion Failed\n[----]   \n[----]   a nut is left\n",
                    "a nut is left", "",
                    "[----] \n[FAIL] pool::takes: (0.00s)\n[RUN ] pool::gives\n"
                    "[----] pool_test.c:30: Assertion Failed\n[----]   \n[----]   no nut is left\n"
                    "[====] Synthesis: Tested: 2 | Passing: 0 | Failing: 2 | Crashing: 0\n"},
             sample{"", "[----] pool_test.c:12: Assertion failed: a nut is left\n", "a nut is left", ""},
             sample{"pool_test.c:7:gives:PASS\n", "pool_test.c:12:takes:FAIL: Expected 2 Was 3\n",
                    "Expected 2 Was 3", "takes",
                    "pool_test.c:20:waits:PASS\npool_test.c:30:ends:FAIL: Expected 1 Was 2\n\n"
                    "-----------------------\n4 Tests 2 Failures 0 Ignored \nFAIL\n"},
             sample{"",
                    "pool_test.cpp:12: error: Failure in TEST(pool, takes)\n\texpected <2>\n\tbut was  <3>\n",
                    "expected <2>", "",
                    "pool_test.cpp:30: error: Failure in TEST(pool, gives)\n\texpected <5>\n\tbut was  <1>\n"
                    "\n..\nErrors (2 failures, 4 tests, 4 ran, 9 checks, 0 ignored, 0 filtered out, 1 ms)\n"},
             sample{"PASS   : PoolTest::gives()\n",
                    "FAIL!  : PoolTest::takes() Compared values are not the same\n   Actual   (got): 3\n"
                    "   Expected (2)  : 2\n   Loc: [pool_test.cpp(12)]\n",
                    "Compared values are not the same", "",
                    "FAIL!  : PoolTest::waits() No nut is left\n   Loc: [pool_test.cpp(30)]\n"
                    "Totals: 3 passed, 2 failed, 0 skipped, 0 blacklisted, 1ms\n"},
         }) {
        BOOST_TEST_CONTEXT(s.text) {
            auto const found = tr::only_one_in(s.before + s.text + s.behind + "\nnext\n", "cpp");
            BOOST_TEST(found.text == s.text);
            BOOST_TEST((found.role == tr::trace_role::detached));
            BOOST_TEST(found.exception.type == "test failed");
            BOOST_TEST(found.exception.message == s.message);
            BOOST_REQUIRE(found.exception.frames.size() == 1u);
            BOOST_TEST(found.exception.frames[0].file.starts_with("pool_test.c"));
            BOOST_TEST(found.exception.frames[0].line == 12);
            BOOST_TEST(found.exception.frames[0].function == s.function);
        }
    }
}

BOOST_AUTO_TEST_CASE(the_last_line_may_be_a_tests_own_words) {
    std::string const line =
        "pool_test.c:12:E:core:takes:0: (after this point) Received signal 11 (Segmentation fault)\n";
    auto const found = tr::only_one_in("50%: Checks: 2, Failures: 0, Errors: 1\n" + line, "cpp");
    BOOST_TEST(found.text == line);
    BOOST_TEST(found.exception.message == "(after this point) Received signal 11 (Segmentation fault)");
    BOOST_TEST(tr::traces_in("50%: Checks: 2\npool_test.c:12:P:core:takes:0: Passed\n").empty());
}

BOOST_AUTO_TEST_CASE(what_only_looks_so_is_none) {
    for (std::string const text : {
             "[----] pool of 3\n[----]   a nut\n",
             "[  ERROR   ] --- is a mark\n[   LINE   ] --- below it\n",
             "3 Tests 0 Failures 0 Ignored \nOK\n",
             "pool_test.c:12:takes:IGNORE: not yet: errors\n3 Tests 0 Failures 1 Ignored \nOK\n",
             "FAIL!  : no\nFAIL!  : PoolTest::takes() is how it looks\nplain\n",
             "10:12:F:core:takes:0: Assertion 'a' failed\n",
         }) {
        BOOST_TEST_CONTEXT(text) {
            BOOST_TEST(tr::traces_in(text + "a\nb\nc\n").empty());
        }
    }
}

BOOST_AUTO_TEST_SUITE_END()

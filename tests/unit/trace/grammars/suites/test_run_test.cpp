#include <boost/test/unit_test.hpp>

#include "unit/trace/stream_of.hpp"

namespace tr = task_agent::trace;

BOOST_AUTO_TEST_SUITE(test_run_tests)

BOOST_AUTO_TEST_CASE(a_run_with_a_failure_is_told_by_the_first_of_them) {
    struct sample {
        std::string text;
        std::string message;
        std::string behind;
    };
    std::string const google =
        "[  FAILED  ] Pool.Takes (0 ms)\na_test.cpp:30: Failure\nFailed\nno pool\n[  FAILED  ] Pool.Gives (0 "
        "ms)\n"
        "[  FAILED  ] 2 tests, listed below:\n[  FAILED  ] Pool.Takes\n[  FAILED  ] Pool.Gives\n"
        " 2 FAILED TESTS\n";
    std::string const catched =
        "\n=====\ntest cases: 3 | 2 passed | 1 failed\nassertions: 9 | 8 passed | 1 failed\n";
    std::string const boosts =
        "a_test.cpp(30): error: in \"pool/gives\": check got == 5 has failed\n\n"
        "*** 2 failures are detected in the test module \"pool\"\n";
    for (sample const& s : {
             sample{
                 "a_test.cpp:12: Failure\nExpected equality of these values:\n  got\n    Which is: 3\n  2\n",
                 "Expected equality of these values:", google},
             sample{"a_test.cpp:12: Failure\nFailed\nno pool for 3\n", "no pool for 3",
                    "what the test prints\n" + google},
             sample{"a_test.cpp:12: Failure\nFailed\nno pool for 3\nGoogle Test trace:\na_test.cpp:9: of 3\n",
                    "no pool for 3", "\n" + google},
             sample{"a_test.cpp:12: FAILED:\n  CHECK( got == 2 )\nwith expansion:\n  3 == 2\n",
                    "CHECK( got == 2 )", "\na_test.cpp:30: FAILED:\n  CHECK( x )\n" + catched},
             sample{"a_test.cpp:12: FAILED:\ndue to unexpected exception with message:\n  no pool\n",
                    "no pool", catched},
             sample{"a_test.cpp:12: ERROR: CHECK( got == 2 ) is NOT correct!\n  values: CHECK( 3 == 2 )\n",
                    "CHECK( got == 2 ) is NOT correct!",
                    "\n[doctest] test cases: 3 | 2 passed | 1 failed | 0 skipped\n"},
             sample{"a_test.cpp(12): error: in \"pool/takes\": check got == 2 has failed [3 != 2]\n",
                    "check got == 2 has failed [3 != 2]", "taking\n" + boosts},
             sample{"a_test.cpp(12): error: in \"pool/takes\": check got == 2 has failed [3 != 2]\n"
                    "Failure occurred in a following context:\n    size = 3\n",
                    "check got == 2 has failed [3 != 2]", boosts},
         }) {
        BOOST_TEST_CONTEXT(s.text) {
            auto const found = tr::traces_in("Running 3 tests\n" + s.text + s.behind + "next\n");
            BOOST_REQUIRE(found.size() == 1u);
            BOOST_TEST(found[0].text == s.text);
            BOOST_TEST((found[0].role == tr::trace_role::detached));
            BOOST_TEST(found[0].exception.type == "test failed");
            BOOST_TEST(found[0].exception.message == s.message);
            BOOST_REQUIRE(found[0].exception.frames.size() == 1u);
            BOOST_TEST(found[0].exception.frames[0].file == "a_test.cpp");
            BOOST_TEST(found[0].exception.frames[0].line == 12);
        }
    }
}

BOOST_AUTO_TEST_CASE(what_a_test_threw_has_no_place) {
    auto const found = tr::traces_in(
        "unknown location(0): fatal error: in \"pool/takes\": std::out_of_range: no pool\n"
        "a_test.cpp(12): last checkpoint: \"takes\" test entry\n\n"
        "*** 1 failure is detected in the test module \"pool\"\n");
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found[0].exception.message == "std::out_of_range: no pool");
    BOOST_TEST(found[0].exception.frames.empty());
    BOOST_TEST(found[0].last_line == 1u);
    auto const google = tr::traces_in(
        "unknown file: Failure\nC++ exception with description \"no pool\" thrown in the test body.\n"
        "[  FAILED  ] Pool.Takes (0 ms)\n[  FAILED  ] 1 test, listed below:\n[  FAILED  ] Pool.Takes\n");
    BOOST_REQUIRE(google.size() == 1u);
    BOOST_TEST(google[0].exception.message ==
               "C++ exception with description \"no pool\" thrown in the test body.");
    BOOST_TEST(google[0].exception.frames.empty());
    BOOST_TEST(google[0].last_line == 1u);
}

BOOST_AUTO_TEST_CASE(a_run_that_counts_no_failure_is_none) {
    for (std::string const text :
         {"a_test.cpp(12): error: in \"pool/takes\": check got == 2 has failed\n\n*** No errors detected\n",
          "a_test.cpp:12: Failure\nx\n",
          "a_test.cpp:12: FAILED:\n  CHECK( x )\nAll tests passed (3 assertions)\n",
          "[  FAILED  ] is a mark\n",
          "a_test.cpp:12: ERROR: something is wrong\n*** 1 failure is detected in \"x\"\n"}) {
        BOOST_TEST_CONTEXT(text) {
            BOOST_TEST(tr::traces_in(text).empty());
        }
    }
}

BOOST_AUTO_TEST_SUITE_END()

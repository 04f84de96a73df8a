#include <boost/test/unit_test.hpp>

#include "unit/trace/stream_of.hpp"

namespace tr = task_agent::trace;

BOOST_AUTO_TEST_SUITE(cpp_tests)

BOOST_AUTO_TEST_CASE(what_was_thrown_is_told_with_what_is_indented_below_it) {
    std::string const text =
        "terminate called after throwing an instance of 'std::runtime_error'\n  what():  bad\n  more of it\n";
    auto const found = tr::traces_in("step 1\n" + text + "Aborted (core dumped)\n");
    BOOST_REQUIRE(!found.empty());
    BOOST_TEST(found[0].text == text);
    BOOST_TEST(found[0].exception.type == "std::runtime_error");
    BOOST_TEST(found[0].exception.message == "bad");
    BOOST_TEST(found[0].cause_line == "std::runtime_error: bad");
}

BOOST_AUTO_TEST_CASE(an_assertion_names_its_place_in_every_libc) {
    for (std::string const line :
         {"prog: a.c:12: work: Assertion `x > 0' failed.", "Assertion failed: x > 0 (a.c: work: 12)",
          "Assertion failed: (x > 0), function work, file a.c, line 12."}) {
        BOOST_TEST_CONTEXT(line) {
            auto const found = tr::traces_in(line + "\nnext\n");
            BOOST_REQUIRE(found.size() == 1u);
            BOOST_TEST(found[0].text == line + "\n");
            BOOST_TEST(found[0].exception.type == "assertion failed");
            BOOST_REQUIRE(found[0].exception.frames.size() == 1u);
            BOOST_TEST(found[0].exception.frames[0].file == "a.c");
            BOOST_TEST(found[0].exception.frames[0].line == 12);
            BOOST_TEST(found[0].exception.frames[0].function == "work");
        }
    }
}

BOOST_AUTO_TEST_CASE(the_end_without_an_exception_has_a_name_of_its_own) {
    auto const found = tr::traces_in("terminate called without an active exception\nnext\n");
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found[0].exception.type == "terminate");
    BOOST_TEST(found[0].exception.message == "called without an active exception");
    auto const pure =
        tr::traces_in("pure virtual method called\nterminate called without an active exception\nnext\n");
    BOOST_REQUIRE(pure.size() == 1u);
    BOOST_TEST(pure[0].exception.type == "pure virtual method called");
    BOOST_TEST(pure[0].last_line == 1u);
}

BOOST_AUTO_TEST_CASE(aborts_of_the_runtime_are_one_line) {
    for (std::string const line :
         {"double free or corruption (fasttop)", "free(): invalid pointer", "malloc(): corrupted top size",
          "munmap_chunk(): invalid pointer", "*** stack smashing detected ***: terminated"}) {
        BOOST_TEST_CONTEXT(line) {
            auto const found = tr::traces_in(line + "\nnext\n");
            BOOST_REQUIRE(found.size() == 1u);
            BOOST_TEST(found[0].text == line + "\n");
            BOOST_TEST(found[0].exception.type == "abort");
        }
    }
}

BOOST_AUTO_TEST_CASE(talk_of_assertions_is_no_failure) {
    BOOST_TEST(tr::traces_in("assertion tests: 3 passed\n*** done ***\nfree memory: 3\n").empty());
}

BOOST_AUTO_TEST_SUITE_END()

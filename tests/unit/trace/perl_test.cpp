#include <boost/test/unit_test.hpp>

#include "unit/trace/stream_of.hpp"

namespace tr = task_agent::trace;

BOOST_AUTO_TEST_SUITE(perl_tests)

BOOST_AUTO_TEST_CASE(one_line_is_a_notice) {
    auto const found = tr::traces_in("no fuel left at lib/Car.pm line 12, <STDIN> line 3.\nplain\n");
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST((found[0].role == tr::trace_role::notice));
    BOOST_TEST(found[0].exception.type == "error");
    BOOST_TEST(found[0].exception.message == "no fuel left");
    BOOST_TEST(found[0].exception.frames.back().line == 12);
    BOOST_TEST(found[0].text == "no fuel left at lib/Car.pm line 12, <STDIN> line 3.\n");
}

BOOST_AUTO_TEST_CASE(callers_below_make_it_a_stack) {
    auto const found =
        tr::traces_in("no fuel at car.pl line 2.\n\tmain::go(\"x\") called at car.pl line 9\nplain\n");
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST((found[0].role == tr::trace_role::raised));
    BOOST_REQUIRE(found[0].exception.frames.size() == 2u);
    BOOST_TEST(found[0].exception.frames[0].function == "main::go");
    BOOST_TEST(found[0].exception.frames[1].line == 2);
}

BOOST_AUTO_TEST_CASE(warnings_and_mentions_are_none) {
    BOOST_TEST(tr::traces_in("Use of uninitialized value $x in addition (+) at a.pl line 4.\n"
                             "# died at a.pl line 5.\n"
                             "died at a.pl line 20         3 last week\n"
                             "look at line 3.\nmeet at noon line 3.\n")
                   .empty());
}

BOOST_AUTO_TEST_SUITE_END()

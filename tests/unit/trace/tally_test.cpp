#include "task_agent/trace/tally.hpp"

#include <boost/test/unit_test.hpp>

#include <string>

namespace tr = task_agent::trace;

BOOST_AUTO_TEST_SUITE(tally_tests)

BOOST_AUTO_TEST_CASE(a_number_of_things_and_what_was_done_with_them_is_a_tally) {
    for (std::string_view const line :
         {"3 rows loaded, 2 left out", "imported 40 parts", "load: 12 of 14 boxes of nuts kept",
          "plans: 3 drawn by hand, 2 sent", "written 7 plans"})
        BOOST_TEST(tr::counts_what_was_done(line), line);
}

BOOST_AUTO_TEST_CASE(what_counts_nothing_or_tells_of_nothing_done_is_none) {
    for (std::string_view const line : {"", "3", "3 rows", "rows loaded", "seed 12", "loaded in 3.5 s",
                                        "row 12: no unit", "3: red boxes", "boxes 3, needed 4"})
        BOOST_TEST(!tr::counts_what_was_done(line), line);
    BOOST_TEST(!tr::counts_what_was_done("3 rows " + std::string(200, 'x') + " loaded"));
}

BOOST_AUTO_TEST_SUITE_END()

#include "task_agent/trace/said_again.hpp"

#include <boost/test/unit_test.hpp>

#include "stream_of.hpp"

namespace tr = task_agent::trace;

BOOST_AUTO_TEST_SUITE(said_again_tests)

BOOST_AUTO_TEST_CASE(lines_are_alike_but_for_numbers_and_names) {
    BOOST_TEST(tr::is_said_alike("bag 3: 12 nuts", "bag 14: 7 nuts"));
    BOOST_TEST(tr::is_said_alike("error: bag walnut is not there", "error: bag hazel is not there"));
    BOOST_TEST(tr::is_said_alike("error: row 2: no digit; left as 0", "error: row 4: empty; left as 0"));
    BOOST_TEST(tr::is_said_alike("nc: refused", "nc: refused"));
    // a name before all lines of a program is no beginning
    BOOST_TEST(!tr::is_said_alike("shelf nightly: TypeError: x is null", "shelf nightly: bag 2 has 12 nuts"));
    BOOST_TEST(!tr::is_said_alike("error: bag is gone", "error: no nut of this name was found"));
    BOOST_TEST(!tr::is_said_alike("nc: refused", "nc: done"));
    BOOST_TEST(!tr::is_said_alike("", ""));
}

BOOST_AUTO_TEST_CASE(what_is_said_of_one_thing_after_another_is_counted_where_more_is_said_behind) {
    std::string const first = "error: bag 3 is not there";
    std::string const second = "error: bag 5 is not there";
    std::string const other = "taken from the cellar";
    BOOST_TEST(tr::times_said(tr::history_of({first, other, second, other}), 2) == 2u);
    BOOST_TEST(tr::times_said(tr::history_of({first, other, second, other}), 0) == 2u);
    BOOST_TEST(tr::times_said(tr::history_of({first, other, second, other, first, second, other}), 2) == 4u);
    // at the end, in one go, once, blank lines only
    BOOST_TEST(tr::times_said(tr::history_of({first, other, second}), 2) == 0u);
    BOOST_TEST(tr::times_said(tr::history_of({first, second, other}), 1) == 0u);
    BOOST_TEST(tr::times_said(tr::history_of({first, other}), 0) == 0u);
    BOOST_TEST(tr::times_said(tr::history_of({first, "", second, other}), 2) == 0u);
    BOOST_TEST(tr::times_said(tr::history_of({first, other, second, "  "}), 2) == 0u);
}

BOOST_AUTO_TEST_SUITE_END()

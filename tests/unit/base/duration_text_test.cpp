#include "task_agent/base/duration_text.hpp"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

namespace ta = task_agent;
using namespace std::chrono_literals;

BOOST_AUTO_TEST_SUITE(duration_text_tests)

BOOST_AUTO_TEST_CASE(each_unit_and_a_bare_number_of_seconds_are_understood) {
    BOOST_TEST((ta::parse_duration("250ms") == 250ms));
    BOOST_TEST((ta::parse_duration("8s") == 8s));
    BOOST_TEST((ta::parse_duration("8") == 8s));
    BOOST_TEST((ta::parse_duration("1.5s") == 1500ms));
    BOOST_TEST((ta::parse_duration("1m30s") == 90s));
    BOOST_TEST((ta::parse_duration("2h") == 2h));
    BOOST_TEST((ta::parse_duration("1d") == 24h));
    BOOST_TEST((ta::parse_duration("0") == 0s));
}

char const* const malformed[] = {"",    "s",   "-1s",  "5 s", "1m30", "5x", "1e3s",
                                 "inf", "nan", "0x10", "5s5", "366d", " 5s"};
BOOST_DATA_TEST_CASE(malformed_text_is_refused, boost::unit_test::data::make(malformed), text) {
    BOOST_TEST(!ta::parse_duration(text).has_value());
}

BOOST_AUTO_TEST_CASE(what_is_printed_parses_back) {
    for (ta::duration d : {ta::duration(0s), ta::duration(9500ms), ta::duration(90s), ta::duration(1h + 1ms),
                           ta::duration(250us)}) {
        BOOST_TEST((ta::parse_duration(ta::to_text(d)) == d), ta::to_text(d));
    }
    BOOST_TEST(ta::to_text(90s) == "1m30s");
}

BOOST_AUTO_TEST_SUITE_END()

#include "task_agent/trace/line_prefix.hpp"

#include <boost/test/unit_test.hpp>

namespace tr = task_agent::trace;

BOOST_AUTO_TEST_SUITE(line_prefix_tests)

BOOST_AUTO_TEST_CASE(ranks_are_told_apart_and_times_are_not) {
    tr::line_prefix const rank("[rank0]: ");
    BOOST_TEST((rank.peel("[rank0]:   File") == "  File"));
    BOOST_TEST(!rank.peel("[rank1]:   File"));
    tr::line_prefix const stamp("2026-11-22 10:00:01,123 [rank 3] ");
    BOOST_TEST((stamp.peel("2026-11-23 00:01:59,999 [rank 3] x") == "x"));
    BOOST_TEST(!stamp.peel("2026-11-23 00:01:59,999 [rank 4] x"));
    tr::line_prefix const tagged("[1,3]<stderr>:");
    BOOST_TEST(!tagged.peel("[1,4]<stderr>:x"));
}

BOOST_AUTO_TEST_CASE(a_line_that_holds_nothing_but_the_prefix_is_empty) {
    tr::line_prefix const rank("[rank0]: ");
    BOOST_TEST((rank.peel("[rank0]: ") == ""));
    BOOST_TEST((rank.peel("[rank0]:") == ""));
    BOOST_TEST((rank.peel("") == ""));
    BOOST_TEST(!rank.peel("[rank1]:"));
    BOOST_TEST(!rank.peel("[rank0]"));
}

BOOST_AUTO_TEST_CASE(without_a_prefix_every_line_is_itself) {
    BOOST_TEST((tr::line_prefix().peel("  x") == "  x"));
}

BOOST_AUTO_TEST_SUITE_END()

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

BOOST_AUTO_TEST_CASE(a_bare_number_before_the_lines_is_a_task_of_srun) {
    BOOST_TEST((tr::line_prefix("12: ").task_number() == 12));
    BOOST_TEST((tr::line_prefix(" 2: ").task_number() == 2));
    for (auto const* other : {"", "  ", "node1: ", "[2] ", "2 ", "10:00:01: "})
        BOOST_TEST(!tr::line_prefix(other).task_number(), other);
}

BOOST_AUTO_TEST_CASE(the_rank_is_read_from_the_usual_tags) {
    BOOST_TEST((tr::line_prefix("[rank13]: ").rank() == 13));
    BOOST_TEST((tr::line_prefix("2026-11-22 10:00:01 rank=2 | ").rank() == 2));
    BOOST_TEST((tr::line_prefix("(RANK 7) ").rank() == 7));
    for (auto const* launcher : {"[1,3]<stderr>:", "[1,3]<stderr>: ", "[3]<stderr>:", "[default3]:", "3: ",
                                 "Sun Nov 22 12:00:00 2026[1,3]<stderr>:"})
        BOOST_TEST((tr::line_prefix(launcher).rank() == 3), launcher);
    for (auto const* other :
         {"[3] ", "[main3]:", "node3: ", "12:00:00 [3] ", "job[3]: ", "#3 0.1 ", "", "    ",
          "[frank]: ", "[frank3]: ", "2026-11-22 10:00:01,123 ", "[2026]", "ranking: x"}) {
        BOOST_TEST(!tr::line_prefix(other).rank(), other);
    }
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

BOOST_AUTO_TEST_CASE(a_records_own_tag_is_not_on_the_lines_below_it_but_that_of_its_launcher_is) {
    tr::line_prefix const record("[rank3]: 2026-11-22 12:00:00,123 [97] CRITICAL root: ");
    auto const part = record.part_of("[rank3]:   File \"a.py\", line 3, in main");
    BOOST_REQUIRE(part.has_value());
    BOOST_TEST(part->text() == "[rank3]: ");
    tr::line_prefix const stamped("2026/11/22 12:00:00 2026-11-22 12:00:00,123 [97] CRITICAL root: ");
    auto const time = stamped.part_of("2026/11/22 12:00:01   File \"a.py\", line 3, in main");
    BOOST_REQUIRE(time.has_value());
    BOOST_TEST(time->text() == "2026/11/22 12:00:00 ");
    // another process's
    BOOST_TEST(!record.part_of("[rank4]:   File \"a.py\", line 3, in main").has_value());
    BOOST_TEST(!record.part_of("[rank3]: [98]   File \"a.py\", line 3, in main").has_value());
    BOOST_TEST(!stamped.part_of("2026/11/22 12:00:01 [98]   File \"a.py\", line 3").has_value());
}

BOOST_AUTO_TEST_SUITE_END()

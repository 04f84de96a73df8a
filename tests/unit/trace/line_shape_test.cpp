#include "task_agent/trace/line_shape.hpp"

#include <boost/test/unit_test.hpp>

#include "unit/trace/stream_of.hpp"

namespace tr = task_agent::trace;

BOOST_AUTO_TEST_SUITE(line_shape_tests)

BOOST_AUTO_TEST_CASE(lines_of_one_printf_have_one_shape) {
    BOOST_TEST(tr::shape_of("step 7: loss 0.31") == tr::shape_of("step 12: loss 0.3"));
    BOOST_TEST(tr::shape_of("step 7: loss 0.31") != tr::shape_of("step 7: lost 0.31"));
    BOOST_TEST(tr::shape_of("page 1 of 2") != tr::shape_of("page 1"));
    BOOST_TEST(tr::shape_of("") == 0u);
    BOOST_TEST(tr::shape_of("12 7 0.5") == 0u);
    BOOST_TEST(tr::shape_of("shop") == 0u);
}

BOOST_AUTO_TEST_CASE(those_behind_are_counted_that_wear_the_tags_and_do_not_tidy_up) {
    tr::line_history history = tr::history_of({"0: step 1 ends", "1: page 1 ends", "0: closing file 1"});
    tr::line_shapes shapes;
    shapes.note_before(history, 1, "0: ");
    std::uint64_t number = 3;
    for (std::string_view const line : {"0: step 2 ends", "1: page 2 ends", "1: step 3 ends",
                                        "0: closing file 2", "0: step 4 ends", "0: row 4"})
        history.push(line, number++);
    BOOST_TEST(shapes.count_behind(history, 2, "0: ") == 2u);
    BOOST_TEST(shapes.count_behind(history, 3, "0: ") == 1u);
    BOOST_TEST(shapes.count_behind(history, 2, "1: ") == 1u);
    BOOST_TEST(tr::line_shapes().count_behind(history, 0, "") == 0u);
}

BOOST_AUTO_TEST_CASE(regular_lines_are_those_of_the_shape_before_them) {
    auto const history =
        tr::history_of({"step 1 ends", "step 2 ends", "page 1 ends", "page 2 ends", "page 3 ends"});
    BOOST_TEST(tr::count_regular_behind(history, 0, "") == 2u);
    BOOST_TEST(tr::count_regular_behind(history, 2, "") == 1u);
    BOOST_TEST(tr::count_regular_behind(history, 0, "1: ") == 0u);
}

BOOST_AUTO_TEST_CASE(a_trace_knows_how_its_process_went_on) {
    std::string log;
    for (int i = 0; i < 3; ++i)
        log += "10:00:0" + std::to_string(i) + " INFO picture " + std::to_string(i) + " is small\n";
    log +=
        "Traceback (most recent call last):\n  File \"/app/a.py\", line 3, in <module>\n    read()\nOSError: "
        "cut\n";
    for (int i = 4; i < 10; ++i)
        log += "10:00:0" + std::to_string(i) + " INFO picture " + std::to_string(i) + " is small\n";
    auto const found = tr::traces_in(log + "ready\n");
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found[0].lines_alike == 6u);
}

BOOST_AUTO_TEST_SUITE_END()

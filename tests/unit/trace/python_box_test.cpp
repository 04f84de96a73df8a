#include "task_agent/trace/trace_weight.hpp"

#include <boost/test/unit_test.hpp>

#include "unit/trace/stream_of.hpp"

namespace tr = task_agent::trace;

namespace {

std::string box(std::string const& file, std::string const& raised) {
    return "╭──────── Traceback (most recent call last) ────────╮\n"
           "│ /app/" +
           file +
           ":12 in <module>                    │\n"
           "│                                                   │\n"
           "│   11 try:                                         │\n"
           "│ ❱ 12 │   load(\"a in b\")                            │\n"
           "│ ╭─ locals ─╮                                      │\n"
           "│ │ x = a.py:1 in y │                               │\n"
           "│ ╰──────────╯                                      │\n"
           "│ /app/" +
           file +
           ":7 in load                         │\n"
           "│ ❱  7 │   fail()                                   │\n"
           "╰───────────────────────────────────────────────────╯\n" +
           raised + "\n";
}

}  // namespace

BOOST_AUTO_TEST_SUITE(python_box_tests)

BOOST_AUTO_TEST_CASE(a_box_has_frames_and_what_was_raised_below_it) {
    auto const found = tr::traces_in("start\n" + box("main.py", "ValueError: bad") + "next line\n");
    BOOST_REQUIRE(found.size() == 1u);
    auto const& e = found[0].exception;
    BOOST_TEST(e.type == "ValueError");
    BOOST_TEST(e.message == "bad");
    BOOST_REQUIRE(e.frames.size() == 2u);
    BOOST_TEST(e.frames[1].file == "/app/main.py");
    BOOST_TEST(e.frames[1].line == 7);
    BOOST_TEST(e.frames[1].function == "load");
    BOOST_TEST(found[0].text == box("main.py", "ValueError: bad"));
}

BOOST_AUTO_TEST_CASE(boxes_that_are_linked_are_one_trace) {
    auto const found =
        tr::traces_in("2026-11-22 12:00:00 x\n" + box("a.py", "KeyError: 'k'") +
                      "\nThe above exception was the direct cause of the following exception:\n\n" +
                      box("b.py", "app.LoadError: none"));
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found[0].exception.type == "app.LoadError");
    BOOST_REQUIRE(found[0].exception.chain.size() == 1u);
    BOOST_TEST(found[0].exception.chain[0].type == "KeyError");
    BOOST_TEST(found[0].exception.frames.back().file == "/app/b.py");
}

BOOST_AUTO_TEST_CASE(a_chain_of_boxes_that_breaks_off_keeps_the_last_exception_it_named) {
    auto const found =
        tr::traces_in(box("a.py", "KeyError: 'k'") +
                      "\nDuring handling of the above exception, another exception occurred:\n\n"
                      "╭──────── Traceback (most recent call last) ────────╮\n");
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found[0].exception.type == "KeyError");
}

BOOST_AUTO_TEST_CASE(many_lines_behind_a_box_say_that_it_was_got_over) {
    std::string text = box("main.py", "ValueError: bad");
    BOOST_TEST(tr::weight_of(tr::traces_in(text)[0]) == 60);
    for (int i = 0; i < 30; ++i)
        text += "going on\n";
    auto const found = tr::traces_in(text);
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST(tr::weight_of(found[0]) < tr::doubtful);
}

BOOST_AUTO_TEST_CASE(panels_and_tables_are_no_traces) {
    BOOST_TEST(
        tr::traces_in("╭──── Errors ────╮\n│ /app/a.py:1 in f │\n╰────────────────╯\nError: 1\n").empty());
    BOOST_TEST(tr::traces_in("+----+-----+\n| a  | b   |\n+----+-----+\n").empty());
}

BOOST_AUTO_TEST_SUITE_END()

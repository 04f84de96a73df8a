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

BOOST_AUTO_TEST_CASE(a_message_folded_at_the_width_of_the_box_is_kept) {
    std::string const text =
        box("main.py", "ValueError: no rows in the table of the day before") + "yesterday\n";
    auto const found = tr::traces_in(text + "next line\n");
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found[0].text == text);
    BOOST_TEST(tr::traces_in(box("main.py", "ValueError: no rows in it") + "yesterday\n")[0].text ==
               box("main.py", "ValueError: no rows in it"));
}

BOOST_AUTO_TEST_CASE(a_box_in_a_loggers_column_is_read_without_its_margin) {
    std::string const margin(29, ' ');
    std::string indented;
    std::string const plain = box("main.py", "ValueError: bad");
    for (std::size_t at = 0; at < plain.size();) {
        std::size_t const stop = plain.find('\n', at) + 1;
        indented += margin + plain.substr(at, stop - at);
        at = stop;
    }
    auto const found = tr::traces_in("[11/26/26 12:00:00] ERROR    cannot load      main.py:7\n" + indented +
                                     "[11/26/26 12:00:00] INFO     next             main.py:8\n");
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found[0].text == indented);
    BOOST_TEST(found[0].exception.type == "ValueError");
    BOOST_TEST((found[0].handled == tr::handling::error));
    BOOST_TEST(found[0].exception.frames.back().line == 7);
}

BOOST_AUTO_TEST_CASE(the_box_with_the_place_of_a_syntax_error_belongs) {
    std::string const top =
        "╭──────── Traceback (most recent call last) ────────╮\n│ /app/a.py:1 in <module> │\n╰───╯\n";
    std::string const text =
        top + "╭───╮\n│ /app/b.py:3 │\n│ def f(: │\n╰───╯\nSyntaxError: invalid syntax\n";
    auto const found = tr::traces_in(text);
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found[0].text == text);
    BOOST_TEST(found[0].exception.type == "SyntaxError");
}

BOOST_AUTO_TEST_CASE(panels_and_tables_are_no_traces) {
    BOOST_TEST(
        tr::traces_in("╭──── Errors ────╮\n│ /app/a.py:1 in f │\n╰────────────────╯\nError: 1\n").empty());
    BOOST_TEST(tr::traces_in("+----+-----+\n| a  | b   |\n+----+-----+\n").empty());
}

BOOST_AUTO_TEST_CASE(a_link_may_be_folded_at_the_width_of_a_terminal) {
    auto const found =
        tr::traces_in(box("a.py", "KeyError: 'b'") +
                      "\nThe above exception was the direct cause of the\nfollowing exception:\n\n" +
                      box("b.py", "ConfigError: cannot load"));
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found[0].cause_line == "ConfigError: cannot load");
    BOOST_REQUIRE(found[0].exception.chain.size() == 1u);
    BOOST_TEST(found[0].exception.chain[0].type == "KeyError");
}

BOOST_AUTO_TEST_SUITE_END()

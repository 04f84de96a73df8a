#include "task_agent/trace/trace_weight.hpp"

#include <boost/test/unit_test.hpp>

#include "unit/trace/only_one_in.hpp"

namespace tr = task_agent::trace;

BOOST_AUTO_TEST_SUITE(lua_tests)

BOOST_AUTO_TEST_CASE(the_innermost_frame_is_the_first_that_is_no_c_function) {
    std::string const text =
        "lua5.4: a.lua:3: no fuel\nstack traceback:\n\t[C]: in function 'error'\n"
        "\ta.lua:3: in local 'fly'\n\ta.lua:9: in main chunk\n\t[C]: in ?\n";
    auto const found = tr::traces_in("before\n" + text + "after\n");
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found[0].text == text);
    BOOST_TEST(found[0].exception.message == "no fuel");
    BOOST_REQUIRE(found[0].exception.frames.size() == 2u);
    BOOST_TEST(found[0].exception.frames[1].function == "fly");
    BOOST_TEST(found[0].exception.frames[1].line == 3);
    BOOST_TEST((found[0].role == tr::trace_role::raised));
}

BOOST_AUTO_TEST_CASE(a_script_that_cannot_be_parsed_is_a_notice) {
    auto const found = tr::traces_in("luajit: a.lua:5: 'end' expected near 'x'\nplain\n");
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST((found[0].role == tr::trace_role::notice));
    BOOST_TEST(found[0].text == "luajit: a.lua:5: 'end' expected near 'x'\n");
}

BOOST_AUTO_TEST_CASE(mentions_are_no_traces) {
    BOOST_TEST(tr::traces_in(
                   "lua: done\nlua: at 12:00: all well\nrun a.lua:3: fine\nstack traceback:\n\t[C]: in ?\n")
                   .empty());
}

BOOST_AUTO_TEST_CASE(a_module_that_is_not_found_lists_where_it_was_looked_for) {
    std::string text = "lua: a.lua:4: module 'fuel' not found:\n\tno field package.preload['fuel']\n";
    for (int i = 0; i < 30; ++i)
        text += "\tno file './fuel" + std::to_string(i) + ".so'\n";
    text += "stack traceback:\n\t[C]: in function 'require'\n\ta.lua:4: in main chunk\n\t[C]: in ?\n";
    auto const found = tr::traces_in(text + "after\n");
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found[0].last_line == 35u);
    BOOST_TEST(found[0].exception.message == "module 'fuel' not found:");
    BOOST_TEST(found[0].exception.frames.back().line == 4);
    BOOST_TEST(found[0].exception.frames.back().function == "");
}

BOOST_AUTO_TEST_CASE(a_message_may_have_lines_and_no_place) {
    auto const lines = tr::traces_in(
        "lua: a.lua:4: one\ntwo\nstack traceback:\n\t[C]: in function 'error'\n\ta.lua:4: in main "
        "chunk\n\t[C]: in ?\n");
    BOOST_REQUIRE(lines.size() == 1u);
    BOOST_TEST(lines[0].last_line == 5u);
    BOOST_TEST(lines[0].exception.message == "one");
    BOOST_TEST(lines[0].text.find("\ntwo\n") != std::string::npos);
    auto const told = tr::traces_in("ERROR: a.lua:4: one\nclosing\nclosing\n");
    BOOST_REQUIRE(told.size() == 1u);
    BOOST_TEST(told[0].text == "ERROR: a.lua:4: one\n");
    auto const bare = tr::traces_in(
        "lua: no fuel\nstack traceback:\n\t[C]: in function 'error'\n\ta.lua:4: in field '?'\n\t[C]: in "
        "?\nafter\n");
    BOOST_REQUIRE(bare.size() == 1u);
    BOOST_TEST(bare[0].first_line == 0u);
    BOOST_TEST(bare[0].last_line == 4u);
    BOOST_TEST(bare[0].exception.message == "no fuel");
    BOOST_TEST((bare[0].role == tr::trace_role::raised));
}

BOOST_AUTO_TEST_CASE(the_program_may_be_named_by_its_path_and_the_chunk_by_its_text) {
    struct row {
        char const* line;
        char const* message;
        int place;
    };
    for (row const& r : {row{"/usr/bin/lua5.4: (command line):1: x", "x", 1},
                         row{"lua: [string \"x = y z\"]:2: unexpected symbol", "unexpected symbol", 2},
                         row{"lua: (error object is a table value)", "(error object is a table value)", 0},
                         row{"lua: cannot open none.lua", "cannot open none.lua", 0},
                         row{"lua: NoFuel: tank 3", "tank 3", 0}}) {
        auto const found = tr::traces_in(std::string(r.line) + "\n");
        BOOST_REQUIRE_MESSAGE(found.size() == 1u, r.line);
        BOOST_TEST(found[0].exception.message == r.message);
        BOOST_TEST(found[0].exception.frames.empty() == (r.place == 0));
        if (r.place > 0) BOOST_TEST(found[0].exception.frames[0].line == r.place);
    }
}

BOOST_AUTO_TEST_CASE(what_xpcall_caught_and_the_program_printed_is_of_its_words) {
    std::string const text =
        "flight failed: a.lua:2: no fuel\nstack traceback:\n\t[C]: in function 'error'\n"
        "\ta.lua:2: in function <a.lua:2>\n\t[C]: in function 'xpcall'\n\ta.lua:7: in main chunk\n\t[C]: in "
        "?\n";
    auto const found = tr::traces_in("before\n" + text + "after\n");
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found[0].text == text);
    BOOST_TEST(found[0].exception.message == "no fuel");
    BOOST_TEST(found[0].exception.frames.back().line == 2);
    BOOST_TEST((found[0].handled == tr::handling::error));
    auto const survived = tr::traces_in(
        "retrying: a.lua:2: no fuel\nstack traceback:\n\t[C]: in function 'error'\n\ta.lua:2: in main chunk\n"
        "\t[C]: in ?\n");
    BOOST_TEST((survived.at(0).handled == tr::handling::survived));
}

BOOST_AUTO_TEST_CASE(luajit_ends_with_an_address) {
    auto const found = tr::traces_in(
        "luajit: a.lua:3: no fuel\nstack traceback:\n\t[C]: in function 'error'\n\ta.lua:3: in main chunk\n"
        "\t[C]: at 0x55e0\n\tnot of it\n");
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found[0].last_line == 4u);
}

BOOST_AUTO_TEST_CASE(a_library_that_is_not_found_has_no_place) {
    std::string text = "lua: module 'fuel' not found:\n";
    for (int i = 0; i < 20; ++i)
        text += "\tno file './fuel" + std::to_string(i) + ".so'\n";
    text += "stack traceback:\n\t[C]: in function 'require'\n\t[C]: in ?\n";
    auto const found = tr::traces_in(text);
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found[0].first_line == 0u);
    BOOST_TEST(found[0].last_line == 23u);
}

BOOST_AUTO_TEST_CASE(an_error_passed_on_was_raised_at_the_last_place_it_names) {
    auto const wrapped = tr::only_one_in(
        "lua5.4: main.lua:9: pump.lua:4: no water\nstack traceback:\n\t[C]: in local 'next'\n"
        "\tmain.lua:9: in main chunk\n\t[C]: in ?\n",
        "lua");
    BOOST_TEST(wrapped.exception.message == "no water");
    BOOST_TEST(wrapped.exception.frames.back().file == "pump.lua");
    BOOST_TEST(wrapped.exception.frames.back().line == 4);
    auto const host = tr::only_one_in(
        "lua5.4: main.lua:9: localhost:80: refused\nstack traceback:\n\tmain.lua:9: in main chunk\n\t[C]: in "
        "?\n",
        "lua");
    BOOST_TEST(host.exception.message == "localhost:80: refused");
}

BOOST_AUTO_TEST_CASE(a_message_may_hold_a_traceback_of_its_own) {
    std::string const text =
        "lua5.3: pump.lua:4: no water\nstack traceback:\n\tpump.lua:4: in function <pump.lua:2>\n"
        "stack traceback:\n\t[C]: in function 'error'\n\tmain.lua:9: in main chunk\n\t[C]: in ?\n";
    auto const found = tr::only_one_in(text + "behind\n", "lua");
    BOOST_TEST(found.text == text);
    BOOST_TEST(found.exception.frames.back().line == 4);
    BOOST_TEST(found.exception.frames.size() == 2u);
}

BOOST_AUTO_TEST_CASE(a_module_that_cannot_be_parsed_says_why_on_the_next_line) {
    std::string const text =
        "lua5.1: error loading module 'pump' from file './pump.lua':\n\t./pump.lua:3: '=' expected near 'y'\n"
        "stack traceback:\n\t[C]: ?\n\t[C]: in function 'require'\n\tmain.lua:1: in main chunk\n\t[C]: ?\n";
    auto const found = tr::only_one_in(text, "lua");
    BOOST_TEST(found.text == text);
    BOOST_TEST(found.exception.message ==
               "error loading module 'pump' from file './pump.lua':\n./pump.lua:3: '=' expected near 'y'");
    BOOST_TEST(found.exception.frames.back().line == 1);
}

BOOST_AUTO_TEST_CASE(code_without_debug_information_has_no_lines) {
    auto const stripped = tr::only_one_in(
        "lua5.4: ?:-1: attempt to call a nil value\nstack traceback:\n\t?: in upvalue '?'\n\t?: in main "
        "chunk\n"
        "\t[C]: in ?\n",
        "lua");
    BOOST_TEST(stripped.exception.message == "attempt to call a nil value");
    auto const jit = tr::only_one_in(
        "luajit: p.bc:0: attempt to call a nil value\nstack traceback:\n\tp.bc: in function <p.bc:0>\n"
        "\t[C]: at 0x5591\n",
        "lua");
    BOOST_TEST(jit.exception.message == "attempt to call a nil value");
}

BOOST_AUTO_TEST_CASE(an_error_that_is_no_text_is_named_by_what_it_is) {
    for (char const* const text : {"luajit: (error object is not a string)\n", "lua5.2: (no error message)\n",
                                   "lua5.4: (error object is a table value)\n"})
        BOOST_TEST((tr::only_one_in(text, "lua").role == tr::trace_role::notice), text);
}

BOOST_AUTO_TEST_CASE(a_traceback_behind_a_failure_without_a_place_belongs_to_it) {
    std::string const text =
        "FATAL: no water\nstack traceback:\n\t[C]: in function 'error'\n\tpump.lua:2: in function "
        "<pump.lua:1>\n";
    auto const found = tr::only_one_in(text, "lua");
    BOOST_TEST(found.text == text);
    BOOST_TEST(found.exception.frames.back().line == 2);
    // of a lua program: what it says of itself is a try, not one to come
    auto const indexed = tr::only_one_in(
        "error: pump.lua:2: attempt to index a nil value\nstack traceback:\n\tpump.lua:2: in main chunk\n",
        "lua");
    BOOST_TEST((indexed.handled == tr::handling::error));
}

BOOST_AUTO_TEST_CASE(a_place_behind_the_word_of_a_failure_is_a_notice) {
    auto const found = tr::only_one_in("2026-11-26 12:00:00 [error] pump.lua:3: no water\n", "lua");
    BOOST_TEST((found.role == tr::trace_role::notice));
    BOOST_TEST(found.exception.message == "no water");
    BOOST_TEST(found.exception.frames.back().line == 3);
    BOOST_TEST(tr::traces_in("pump.lua:3: errors are counted\nerror in pump.lua:3: no water, skipped\n"
                             "the error is told as \"pump.lua:3: no water\"\n")
                   .empty());
}

BOOST_AUTO_TEST_CASE(a_function_without_a_name_has_none) {
    auto const found = tr::only_one_in(
        "lua5.4: pump.lua:2: no water\nstack traceback:\n\t[C]: in function 'error'\n\tpump.lua:2: in "
        "function "
        "<pump.lua:1>\n\t[C]: in function 'string.gsub'\n\tpump.lua:7: in main chunk\n\t[C]: in ?\n",
        "lua");
    BOOST_REQUIRE(found.exception.frames.size() == 2u);
    BOOST_TEST(found.exception.frames.back().line == 2);
    BOOST_TEST(found.exception.frames.back().function == "");
    BOOST_TEST(found.exception.frames.front().function == "");
}

BOOST_AUTO_TEST_CASE(a_place_that_the_stack_has_not_is_where_it_was_raised) {
    auto const found = tr::only_one_in(
        "lua5.4: pump.lua:2: no water\nstack traceback:\n\t[C]: in function 'error'\n\tpump.lua:7: in main "
        "chunk\n\t[C]: in ?\n",
        "lua");
    BOOST_REQUIRE(found.exception.frames.size() == 2u);
    BOOST_TEST(found.exception.frames.back().line == 2);
    BOOST_TEST(found.exception.frames.front().line == 7);
}

BOOST_AUTO_TEST_CASE(the_class_is_that_of_an_object_with_a_text) {
    auto const alone = tr::only_one_in("lua5.4: DryWell: no water\n", "lua");
    BOOST_TEST(alone.exception.type == "DryWell");
    BOOST_TEST(alone.cause_line == "DryWell: no water");
    std::string const stack = "stack traceback:\n\t[C]: in function 'error'\n\tpump.lua:2: in main chunk\n";
    BOOST_TEST(tr::only_one_in("luajit: WellError: no water\n" + stack, "lua").exception.type == "WellError");
    // a text passed to error() has a stack
    auto const text = tr::only_one_in("lua5.4: Usage: pump FILE\n" + stack, "lua");
    BOOST_TEST(text.exception.type == "error");
    BOOST_TEST(text.exception.message == "Usage: pump FILE");
}

BOOST_AUTO_TEST_CASE(a_message_may_be_empty_and_a_finalizer_may_fail) {
    auto const empty = tr::only_one_in(
        "lua5.4: pump.lua:2: \nstack traceback:\n\t[C]: in function 'error'\n\tpump.lua:2: in local 'fill'\n",
        "lua");
    BOOST_TEST(empty.exception.message == "");
    BOOST_TEST(empty.cause_line == "error");
    BOOST_TEST(empty.exception.frames.back().function == "fill");
    auto const finalizer =
        tr::only_one_in("lua5.3: error in __gc metamethod (pump.lua:2: no water)\nbehind\n", "lua");
    BOOST_TEST(finalizer.exception.frames.back().file == "pump.lua");
    BOOST_TEST(finalizer.exception.frames.back().line == 2);
}

BOOST_AUTO_TEST_CASE(a_test_of_busted_that_failed_is_a_notice) {
    std::string const text =
        "Failure -> spec/pump_spec.lua @ 4\npump fills\nspec/pump_spec.lua:6: Expected objects to be "
        "equal.\nPassed in:\n(number) 2\nExpected:\n(number) 1\n";
    auto const found = tr::only_one_in("0 successes / 1 failure / 0 errors\n\n" + text, "lua");
    BOOST_TEST(found.text == text);
    BOOST_TEST((found.role == tr::trace_role::notice));
    BOOST_TEST(found.exception.type == "test failed");
    BOOST_TEST(found.exception.message == "Expected objects to be equal.");
    BOOST_TEST(found.exception.frames.back().line == 6);
    std::string arrow = text;
    arrow.replace(arrow.find("->"), 2, "\xE2\x86\x92");
    BOOST_TEST(tr::only_one_in("\n" + arrow + "\nbusted is over\n", "lua").text == arrow);
    std::string const more =
        "\nError -> spec/pump_spec.lua @ 9\npump stops\nspec/pump_spec.lua:11: no water\n\nstack traceback:\n"
        "\tspec/pump_spec.lua:11: in function <spec/pump_spec.lua:9>\n\n";
    BOOST_TEST(tr::only_one_in(text + more + "busted is over\n", "lua").text == text);
    BOOST_TEST(tr::traces_in("Failure -> spec/pump_spec.lua\nlua is fine\n").empty());
}

BOOST_AUTO_TEST_CASE(a_job_that_tells_how_its_own_job_ended_weighs_less_than_that_job) {
    std::string const child =
        "lua: part.lua:3: no nut\nstack traceback:\n\t[C]: in function 'error'\n\tpart.lua:3: in main "
        "chunk\n\t[C]: "
        "in ?\n";
    auto const parent = [](std::string const& said) {
        return "lua: all.lua:7: " + said + "\nstack traceback:\n\tall.lua:7: in main chunk\n\t[C]: in ?\n";
    };
    for (std::string const said :
         {"part.lua exited with 3", "part 2: exit status 1", "part.lua: exit code 70"}) {
        auto const found = tr::traces_in("all: part.lua\n" + child + parent(said));
        BOOST_REQUIRE(found.size() == 2u);
        BOOST_TEST(tr::is_wrapper(found[1]), said);
        BOOST_TEST(tr::weight_of(found[0]) > tr::weight_of(found[1]), said);
    }
    auto const other = tr::traces_in(child + parent("no bolt"));
    BOOST_TEST(tr::weight_of(other.at(0)) == tr::weight_of(other.at(1)));
}

BOOST_AUTO_TEST_SUITE_END()

#include <boost/test/unit_test.hpp>

#include "unit/trace/stream_of.hpp"

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
    BOOST_TEST(found[0].exception.frames.back().function == "main chunk");
}

BOOST_AUTO_TEST_CASE(a_message_may_have_lines_and_no_place) {
    auto const lines = tr::traces_in(
        "lua: a.lua:4: one\ntwo\nstack traceback:\n\t[C]: in function 'error'\n\ta.lua:4: in main "
        "chunk\n\t[C]: in ?\n");
    BOOST_REQUIRE(lines.size() == 1u);
    BOOST_TEST(lines[0].last_line == 5u);
    BOOST_TEST(lines[0].exception.message == "one");
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
                         row{"lua: NoFuel: tank 3", "NoFuel: tank 3", 0}}) {
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

BOOST_AUTO_TEST_SUITE_END()

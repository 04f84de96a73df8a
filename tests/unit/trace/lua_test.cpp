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

BOOST_AUTO_TEST_SUITE_END()

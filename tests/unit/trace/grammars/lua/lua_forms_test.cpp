#include <boost/test/unit_test.hpp>

#include "unit/trace/stream_of.hpp"

namespace tr = task_agent::trace;

BOOST_AUTO_TEST_SUITE(lua_forms_tests)

BOOST_AUTO_TEST_CASE(the_interpreter_may_speak_behind_a_line_that_was_not_ended) {
    std::string const stack =
        "stack traceback:\n\t[C]: in function 'pump.lift'\n\ta.lua:7: in main chunk\n\t[C]: in ?\n";
    auto const found = tr::traces_in("well 1 ... ok\nwell 2 ... lua5.4: rope is short\n" + stack);
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found[0].first_line == 1u);
    BOOST_TEST(found[0].exception.message == "rope is short");
    BOOST_TEST((found[0].role == tr::trace_role::raised));
    BOOST_TEST(found[0].exception.frames.back().line == 7);
    BOOST_TEST(tr::traces_in("well 2 of luanda: deep\n" + stack).empty());
}

BOOST_AUTO_TEST_CASE(a_filter_of_pandoc_is_named_above) {
    std::string const text =
        "Error running filter pump.lua:\npump.lua:4: no water\nstack traceback:\n"
        "\tpump.lua:4: in function 'Para'\n";
    auto const found = tr::traces_in("reading\n" + text);
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found[0].text == text);
    BOOST_TEST(found[0].exception.message == "no water");
    // where it shows no frames
    std::string const bare = "Error running filter pump.lua:\npump.lua:4: no water\nstack traceback:\n";
    auto const quiet = tr::traces_in("pandoc a.md\n" + bare + "ended with 83\n");
    BOOST_REQUIRE(quiet.size() == 1u);
    BOOST_TEST(quiet[0].text == bare);
    BOOST_TEST(quiet[0].exception.message == "no water");
}

BOOST_AUTO_TEST_CASE(a_test_of_luaunit_is_listed_at_the_end) {
    std::string const text =
        "1) TestPump.testLifts\npump_test.lua:4: expected: 3, actual: 4\nstack traceback:\n"
        "\tpump_test.lua:4: in function 'TestPump.testLifts'\n";
    std::string const more =
        "\n2) TestPump.testStops\npump_test.lua:9: expected: 5, actual: 6\nstack traceback:\n"
        "\tpump_test.lua:9: in function 'TestPump.testStops'\n";
    auto const found =
        tr::traces_in("Failed tests:\n-------------\n" + text + more + "\nRan 2 tests, 2 failures\n");
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found[0].text == text);
    BOOST_TEST((found[0].role == tr::trace_role::notice));
    BOOST_TEST((found[0].handled == tr::handling::none));
    BOOST_TEST(found[0].exception.type == "test failed");
    BOOST_TEST(found[0].exception.message == "expected: 3, actual: 4");
    BOOST_TEST(found[0].exception.frames.back().line == 4);
}

BOOST_AUTO_TEST_CASE(a_host_that_called_without_protection_aborts) {
    auto const found =
        tr::traces_in("well 1\nPANIC: unprotected error in call to Lua API (pump.lua:4: no water)\n");
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST((found[0].role == tr::trace_role::raised));
    BOOST_TEST(found[0].exception.message == "no water");
    BOOST_TEST(found[0].exception.frames.at(0).line == 4);
    auto const bare = tr::traces_in("PANIC: unprotected error in call to Lua API (no water)\nAborted\n");
    BOOST_REQUIRE(!bare.empty());
    BOOST_TEST(bare[0].exception.message == "no water");
    BOOST_TEST(bare[0].exception.frames.empty());
}

BOOST_AUTO_TEST_CASE(redis_tells_of_a_script) {
    for (auto const& [line, message] :
         {std::pair("ERR user_script:4: no water script: 12ab, on @user_script:4.",
                    "no water script: 12ab, on @user_script:4."),
          std::pair(
              "(error) ERR Error running script (call to f_12ab): @user_script:4: user_script:4: no water",
              "no water"),
          std::pair("ERR Error compiling script (new function): user_script:4: '=' expected near 'water'",
                    "'=' expected near 'water'"),
          std::pair("10:00:41 pump[3]: ERR no water script: 12ab, on @user_script:4.",
                    "no water script: 12ab, on @user_script:4.")}) {
        auto const found = tr::traces_in("well 1\n" + std::string(line) + "\nwell 2\n");
        BOOST_REQUIRE(found.size() == 1u);
        BOOST_TEST(found[0].exception.language == "lua");
        BOOST_TEST((found[0].role == tr::trace_role::notice));
        BOOST_TEST(found[0].exception.message == message);
        BOOST_TEST(found[0].exception.frames.at(0).file == "user_script");
        BOOST_TEST(found[0].exception.frames.at(0).line == 4);
    }
    for (auto const& found : tr::traces_in("ERR user_script is old\nERR no water\n"))
        BOOST_TEST(found.exception.language != "lua");
}

BOOST_AUTO_TEST_CASE(what_the_compiler_objects_to_is_a_failed_build) {
    for (std::string const program : {"luac", "luac5.4", "/usr/bin/luac"}) {
        std::string const text = program + ": pump.lua:3: 'end' expected near <eof>\n";
        std::string const stop = "make: *** [Makefile:5: check] Error 1\n";
        auto const found = tr::traces_in("begin\n" + text + stop + "next\n");
        BOOST_REQUIRE(found.size() == 1u);
        BOOST_TEST(found[0].text == text + stop);
        BOOST_TEST(found[0].exception.type == "build failed");
        BOOST_TEST(found[0].exception.message == "'end' expected near <eof>");
    }
    auto const script = tr::traces_in("lua5.4: pump.lua:3: 'end' expected near <eof>\n");
    BOOST_TEST(script.at(0).exception.type == "error");
}

BOOST_AUTO_TEST_CASE(without_a_traceback_the_first_line_is_all) {
    std::string const said = "lua5.4: pump.lua:7: no water\n";
    auto const found = tr::traces_in("begin\n" + said + "pumps: 3\nold one stays\n");
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found[0].text == said);
    BOOST_TEST(found[0].last_line == 1u);
    std::string const alert =
        "[ALERT]    (7) : config : parsing [pump.cfg:3] : Lua runtime error: /app/pump.lua:7: no water\n";
    auto const loaded =
        tr::traces_in("begin\n" + alert +
                      "[ALERT]    (7) : config : parsing [pump.cfg:9] : unknown service\n"
                      "[ALERT]    (7) : config : Error(s) found in configuration file\nnext\n");
    BOOST_REQUIRE(loaded.size() == 1u);
    BOOST_TEST(loaded[0].text == alert);
    std::string const whole =
        "lua5.4: pump.lua:7: no water\nin the well\nstack traceback:\n\t[C]: in function 'error'\n"
        "\tpump.lua:7: in main chunk\n\t[C]: in ?\n";
    BOOST_TEST(tr::traces_in(whole + "next\n").at(0).text == whole);
}

BOOST_AUTO_TEST_SUITE_END()

#include <boost/test/unit_test.hpp>

#include "unit/trace/stream_of.hpp"

namespace tr = task_agent::trace;

BOOST_AUTO_TEST_SUITE(elixir_tests)

BOOST_AUTO_TEST_CASE(an_exception_with_its_stack_is_read_whole) {
    std::string const text =
        "** (Shop.NoStock) no bolts\nask the other shop\n    :erlang.div(1, 0)\n    lib/shop.ex:31: "
        "Shop.sell/2\n"
        "    (elixir 1.14.0) lib/code.ex:1245: Code.require_file/2\n";
    auto const found = tr::traces_in("start\n" + text + "stop\n");
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found[0].text == text);
    BOOST_TEST(found[0].cause_line == "Shop.NoStock: no bolts");
    BOOST_REQUIRE(found[0].exception.frames.size() == 2u);
    BOOST_TEST(found[0].exception.frames.back().file == "lib/shop.ex");
    BOOST_TEST(found[0].exception.frames.back().line == 31);
    BOOST_TEST(found[0].exception.frames.back().function == "Shop.sell/2");
}

BOOST_AUTO_TEST_CASE(what_another_process_died_of_is_the_cause) {
    auto const found = tr::traces_in(
        "** (EXIT from #PID<0.96.0>) an exception was raised:\n    ** (ArithmeticError) bad argument\n"
        "        :erlang.div(12, 0)\n        lib/w.ex:2: W.f/2\n");
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found[0].exception.type == "ArithmeticError");
    BOOST_TEST(found[0].last_line == 3u);
}

BOOST_AUTO_TEST_CASE(a_compilers_complaint_tells_its_own_place) {
    auto const found = tr::traces_in(
        "** (SyntaxError) a.exs:7:1: unexpected token: )\n    (elixir 1.14.0) lib/code.ex:1245: "
        "Code.require_file/2\n");
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found[0].exception.message == "unexpected token: )");
    BOOST_TEST(found[0].exception.frames.back().file == "a.exs");
    BOOST_TEST(found[0].exception.frames.back().line == 7);
}

BOOST_AUTO_TEST_CASE(emphasis_and_lists_are_none) {
    for (auto const* text :
         {"** (see below) nothing\n    here\n", "** (Note) all is well\nnext\n", "** bold **\n"})
        BOOST_TEST(tr::traces_in(text).empty(), text);
}

BOOST_AUTO_TEST_SUITE_END()

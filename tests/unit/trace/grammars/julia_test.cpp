#include <boost/test/unit_test.hpp>

#include "unit/trace/only_one_in.hpp"

namespace tr = task_agent::trace;

BOOST_AUTO_TEST_SUITE(julia_tests)

BOOST_AUTO_TEST_CASE(what_nobody_caught_has_a_stack) {
    std::string const text =
        "ERROR: LoadError: MethodError: no method matching sell(::Nut)\n\nClosest candidates are:\n"
        "  sell(!Matched::Bag)\n   @ Main ~/shop/sell.jl:1\n\nStacktrace:\n  [1] pack(n::Nut)\n"
        "    @ Shop ~/shop/pack.jl:12 [inlined]\n  [2] top-level scope\n    @ ~/shop/run.jl:9\n"
        "in expression starting at /home/kim/shop/run.jl:9\n";
    auto const found = tr::only_one_in("bag 3\n" + text + "ended with 1\n", "julia");
    BOOST_TEST(found.text == text);
    BOOST_TEST(found.exception.type == "MethodError");
    BOOST_TEST(found.exception.message == "no method matching sell(::Nut)");
    BOOST_REQUIRE(found.exception.frames.size() == 2u);
    BOOST_TEST(found.exception.frames[1].file == "~/shop/pack.jl");
    BOOST_TEST(found.exception.frames[1].line == 12);
    BOOST_TEST(found.exception.frames[1].function == "pack");
}

BOOST_AUTO_TEST_CASE(older_ones_print_a_frame_in_a_line) {
    auto found = tr::only_one_in(
        "ERROR: LoadError: no nut left\nStacktrace:\n [1] error(::String) at ./error.jl:33\n"
        " [2] sell(::Int64) at /shop/sell.jl:3\n"
        "in expression starting at /shop/run.jl:2\n",
        "julia");
    BOOST_TEST(found.exception.type == "error");
    BOOST_TEST(found.exception.message == "no nut left");
    BOOST_TEST(found.exception.frames.size() == 2u);
    found = tr::only_one_in(
        "ERROR: LoadError: LoadError: UndefVarError: nut not defined\n in sell at /shop/sell.jl:3\n"
        " in include at ./boot.jl:261\nwhile loading /shop/a.jl, in expression starting on line 4\n"
        "while loading /shop/b.jl, in expression starting on line 1\n",
        "julia");
    BOOST_TEST(found.exception.type == "UndefVarError");
    BOOST_TEST(found.exception.frames.back().function == "sell");
    BOOST_TEST(found.last_line == 4u);
}

BOOST_AUTO_TEST_CASE(a_cause_is_told_behind_it) {
    auto const found = tr::only_one_in(
        "ERROR: Shop.NoNutError: the bag is empty\nStacktrace:\n  [1] sell()\n    @ Shop ./sell.jl:4\n\n"
        "caused by: KeyError: key \"nut\" not found\nStacktrace:\n  [1] getindex(h::Dict)\n"
        "    @ Base ./dict.jl:498\n",
        "julia");
    BOOST_TEST(found.exception.type == "Shop.NoNutError");
    BOOST_TEST(found.root_line == "KeyError: key \"nut\" not found");
    BOOST_TEST(found.exception.chain.size() == 1u);
    BOOST_TEST(found.exception.frames.size() == 1u);
}

BOOST_AUTO_TEST_CASE(without_a_stack_it_is_anybodys) {
    for (auto const& found : tr::traces_in("ERROR: no nut\nplain\nERROR: NutError: none\nplain\nplain\n"
                                           "ERROR: ShopError: none\nERROR: BagError: x\nplain\n"))
        BOOST_TEST(found.exception.language != "julia");
}

BOOST_AUTO_TEST_SUITE_END()

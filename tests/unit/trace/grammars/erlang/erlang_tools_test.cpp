#include <boost/test/unit_test.hpp>

#include "unit/trace/only_one_in.hpp"

namespace tr = task_agent::trace;

BOOST_AUTO_TEST_SUITE(erlang_tools_tests)

BOOST_AUTO_TEST_CASE(the_compiler_draws_below_its_complaint) {
    std::string const text =
        "shop.erl:9:3: variable 'Price' is unbound\n%    9|   Price.\n%     |   ^\n\n"
        "shop.erl:12:1: syntax error before: ok\n%   12| ok.\n%     | ^\n";
    auto const found =
        tr::traces_in("shop.erl:2:1: Warning: x is unused\n%    2| x.\n%     | ^\n\n" + text + "\nend\n");
    BOOST_REQUIRE(found.size() == 1u);
    std::string const first = "shop.erl:9:3: variable 'Price' is unbound\n%    9|   Price.\n%     |   ^\n";
    BOOST_TEST(found[0].text == first);
    BOOST_TEST(found[0].first_line == 4u);
    BOOST_TEST(found[0].last_line == 6u);
    auto const made = tr::only_one_in(text + "make: *** [Makefile:3: shop.beam] Error 1\nend\n", "erlang");
    BOOST_TEST(made.first_line == 0u);
    BOOST_TEST(made.last_line == 7u);
    BOOST_TEST(found[0].exception.type == "build failed");
    BOOST_TEST(found[0].exception.message == "variable 'Price' is unbound");
    BOOST_TEST(found[0].exception.frames.back().line == 9);
}

BOOST_AUTO_TEST_CASE(a_script_that_does_not_compile_never_ran) {
    auto const found = tr::traces_in(
        "a.escript:4: variable 'Y' is unbound\na.escript:2: Warning: x\nescript: There were compilation "
        "errors.\n");
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST((found[0].role == tr::trace_role::raised));
    BOOST_TEST(found[0].exception.frames.back().line == 4);
    BOOST_TEST(found[0].last_line == 0u);
}

BOOST_AUTO_TEST_CASE(rebars_box_tells_file_line_and_message) {
    auto const found = tr::traces_in(
        "===> Compiling src/shop.erl failed\n   \u250C\u2500 src/shop.erl:\n   \u2502\n 8 \u2502  ok\n"
        "   \u2502  \u2570\u2500\u2500 syntax error before: 'end'\n\nbye\n");
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found[0].exception.type == "syntax error");
    BOOST_TEST(found[0].exception.message == "before: 'end'");
    BOOST_TEST(found[0].first_line == 1u, "what rebar says of the whole");
    BOOST_TEST(found[0].last_line == 4u);
    BOOST_TEST(found[0].exception.frames.back().file == "src/shop.erl");
    BOOST_TEST(found[0].exception.frames.back().line == 8);
}

BOOST_AUTO_TEST_CASE(of_what_dialyzer_finds_the_first_is_told) {
    std::string const plain =
        "nut.erl:7:9: Invalid type specification for function nut:eat/1.\n      The success typing is (1) -> "
        "2\n"
        "nut.erl:9:1: Function eat/2 has no local return\nUnknown functions:\n  oak:grow/1 (nut.erl)\n"
        " done in 0m0.02s\ndone (warnings were emitted)\n";
    auto found = tr::only_one_in(
        "  Checking whether the PLT a.plt is up-to-date... yes\n  Proceeding with analysis...\n" + plain +
            "check: not sold\n",
        "erlang");
    BOOST_TEST(found.exception.type == "build failed");
    BOOST_TEST(found.exception.message == "Invalid type specification for function nut:eat/1.");
    BOOST_TEST(found.exception.frames.at(0).line == 7);
    BOOST_TEST(found.first_line == 2u);
    BOOST_TEST(found.last_line == 3u);
    found = tr::only_one_in(
        "===> Dialyzer starting, this may take a while...\n\nsrc/nut.erl\nLine 7 Column 9: The pattern 'a' "
        "can "
        "never match\nLine 8: Function f/0 has no local return\n\n===> Warnings written to "
        "w.dialyzer_warnings\n"
        "===> Warnings occurred running dialyzer: 2\n",
        "erlang");
    BOOST_TEST(found.exception.message == "The pattern 'a' can never match");
    BOOST_TEST(found.exception.frames.at(0).file == "src/nut.erl");
    BOOST_TEST(found.exception.frames.at(0).line == 7);
    BOOST_TEST(found.first_line == 2u);
    BOOST_TEST(found.last_line == 3u);
    for (auto const* none : {"nut.erl:7:9: eaten\n done in 0m0.02s\ndone (passed successfully)\n",
                             "1 nut\ndone (warnings were emitted)\n", "7 nuts (not roasted)\n"})
        BOOST_TEST(tr::traces_in(none).empty(), none);
}

BOOST_AUTO_TEST_CASE(the_first_test_of_eunit_that_failed_tells) {
    std::string const first =
        "shop: sell_test...*failed*\nin function shop:sell_test/0 (shop.erl, line 31)\n"
        "**error:{assertEqual,[{module,shop},\n              {line,31}]}\n  output:<<\"\">>\n";
    auto const found =
        tr::traces_in(first +
                      "\nshop: bake_test...*failed*\nin function shop:bake/1 (shop.erl, line 4)\n"
                      "**error:{no_nut,1}\n  output:<<\"\">>\n\n  Failed: 2.  Skipped: 0.  Passed: 1.\n");
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found[0].text == first);
    BOOST_TEST(found[0].exception.type == "test failed");
    BOOST_TEST(found[0].exception.message == "shop: sell_test");
    BOOST_TEST(found[0].exception.frames.back().line == 31);
    auto const raised = tr::traces_in(
        "shop: bake_test...*failed*\nin function shop:bake/1 (shop.erl, line 4)\n**error:{no_nut,1}\n");
    BOOST_REQUIRE(raised.size() == 1u);
    BOOST_TEST(raised[0].exception.message == "{no_nut,1}");
}

BOOST_AUTO_TEST_CASE(what_is_wrong_with_a_configuration_has_its_place) {
    std::string const text =
        "{\"could not start kernel pid\",application_controller,\"error in config file "
        "\\\"/app/nut.config\\\" (7): "
        "syntax error before: ')'\"}\n"
        "could not start kernel pid (application_controller) (error in config file \"/app/nut.config\" (7): "
        "syntax "
        "error before: ')')\n";
    auto found = tr::only_one_in(text, "erlang");
    BOOST_TEST(found.text == text);
    BOOST_TEST(found.exception.type == "syntax error");
    BOOST_TEST(found.exception.message == "before: ')'");
    BOOST_TEST(found.cause_line == "error in config file \"/app/nut.config\" (7): syntax error before: ')'");
    BOOST_REQUIRE(found.exception.frames.size() == 1u);
    BOOST_TEST(found.exception.frames[0].file == "/app/nut.config");
    BOOST_TEST(found.exception.frames[0].line == 7);
    found = tr::only_one_in(
        "could not start kernel pid (application_controller) (error in config file \"nut.config\" (none): "
        "no ending <dot> found)\n",
        "erlang");
    BOOST_TEST(found.exception.type == "error");
    BOOST_TEST(found.exception.message == "no ending <dot> found");
}

BOOST_AUTO_TEST_CASE(a_file_of_terms_that_cannot_be_read_is_told_near_the_end) {
    std::string const line = "sell: error: etc/nuts: 12:5: syntax error before: nut\n";
    auto const found = tr::only_one_in(line + "sell: nothing was sold\n", "erlang");
    BOOST_TEST(found.exception.message == "syntax error before: nut");
    BOOST_TEST(found.exception.frames.at(0).file == "etc/nuts");
    BOOST_TEST(found.exception.frames.at(0).line == 12);
    BOOST_TEST(found.text == line);
    BOOST_TEST(tr::traces_in(line + "using the old ones\n1 nut\n2 nuts\n3 nuts\n4 nuts\n").empty());
}

BOOST_AUTO_TEST_CASE(of_many_tests_of_eunit_in_a_row_the_first_is_told) {
    auto const test = [](std::string const& name) {
        return "nut_tests: " + name + "...*failed*\nin function nut_tests:" + name +
               "/0 (nut_tests.erl, line 3)\n**error:badarith\n  output:<<\"\">>\n";
    };
    auto const found =
        tr::only_one_in(test("a_test") + "\n" + test("b_test") + "\n" + test("c_test"), "erlang");
    BOOST_TEST(found.exception.frames.back().function == "nut_tests:a_test/0");
}

BOOST_AUTO_TEST_CASE(what_rebar_says_last_is_told) {
    for (std::string const said : {"Package not found in any repo: nut 1.0", "Command sell not found",
                                   "Error reading file rebar.config: 1: syntax error before: "}) {
        auto const found = tr::only_one_in("===> Verifying dependencies...\n===> " + said + "\n", "erlang");
        BOOST_TEST(said.starts_with(found.exception.message));
        BOOST_TEST(found.exception.type == "build failed");
        BOOST_TEST(found.is_often_survived);
    }
    BOOST_TEST(tr::traces_in("===> Compiling nut\n===> Command history is kept\n").empty());
}

BOOST_AUTO_TEST_CASE(a_stack_may_begin_with_the_arguments_of_a_call) {
    auto const found = tr::only_one_in(
        "import failed: error:badarg\n[{erlang,binary_to_integer,\n         [<<\"nut\">>],\n"
        "         [{error_info,#{module => erl_erts_errors}}]},\n"
        " {shop,sell,2,[{file,\"shop.erl\"},{line,31}]}]\n",
        "erlang");
    BOOST_TEST(found.exception.type == "badarg");
    BOOST_TEST(found.exception.frames.back().line == 31);
    BOOST_TEST(found.last_line == 4u);
    BOOST_TEST(tr::traces_in("1 failed\n[{nut,walnut,\n  3}]\nplain\n").empty());
}

BOOST_AUTO_TEST_SUITE_END()

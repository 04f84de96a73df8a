#include <boost/test/unit_test.hpp>

#include "unit/trace/only_one_in.hpp"

namespace tr = task_agent::trace;

namespace {

std::string const sells =
    "%%% shop_SUITE ==> sells: FAILED\n%%% shop_SUITE ==> {{badmatch,2},\n [{shop_SUITE,sells,1,\n"
    "              [{file,\"test/shop_SUITE.erl\"},{line,4}]},\n"
    "  {test_server,ts_tc,3,[{file,\"test_server.erl\"},{line,1782}]}]}\n";
std::string const fits =
    "%%% shop_SUITE ==> fits: FAILED\n%%% shop_SUITE ==> {test_case_failed,\"no room\"}\n";
std::string const dashes = "- - - - - - - - - - - - - - - - - - - - - - - - - - - - - -\n";

}  // namespace

BOOST_AUTO_TEST_SUITE(erlang_suite_tests)

BOOST_AUTO_TEST_CASE(the_first_case_that_failed_in_rebar_is_told) {
    auto const found = tr::only_one_in("===> Running Common Test suites...\n%%% shop_SUITE: .\n" + sells +
                                           "\n" + fits + "\n" + fits + "\nFailed 3 tests. Passed 1 tests.\n",
                                       "erlang");
    BOOST_TEST(found.text == sells);
    BOOST_TEST(found.exception.type == "badmatch");
    BOOST_TEST(found.exception.message == "2");
    BOOST_TEST(found.exception.frames.back().file == "test/shop_SUITE.erl");
    BOOST_TEST(found.exception.frames.back().line == 4);
    auto const said = tr::only_one_in(fits, "erlang");
    BOOST_TEST(said.exception.type == "test failed");
    BOOST_TEST(said.exception.message == "no room");
    auto const asserted = tr::only_one_in(
        "%%% shop_SUITE ==> sells: FAILED\n%%% shop_SUITE ==> \nFailure/Error: ?assertEqual(3, 2)\n"
        "  expected: 3\n       got: 2\n\n",
        "erlang");
    BOOST_TEST(asserted.exception.message == "?assertEqual(3, 2)");
    BOOST_TEST(tr::traces_in("%%% shop_SUITE ==> sells: FAILED\nand sold again\n").empty());
    BOOST_TEST(tr::traces_in("%%% shop_SUITE: ...\n%%% shop_SUITE ==> fits: SKIPPED\n").empty());
}

BOOST_AUTO_TEST_CASE(the_first_case_that_failed_in_ct_run_is_told) {
    std::string const text = "shop_SUITE:sells failed on line 4\nReason: {badmatch,2}\n" + dashes;
    std::string const behind = "\nTesting shop: *** FAILED test case 1 of 2 ***\n\n";
    auto const found =
        tr::only_one_in("Testing shop: Starting test, 2 test cases\n\n" + dashes + text + behind + dashes +
                            "shop_SUITE:fits failed on line 9\nReason: undef\n" + dashes,
                        "erlang");
    BOOST_TEST(found.text == text);
    BOOST_TEST(found.exception.type == "badmatch");
    BOOST_TEST(found.exception.frames.back().file == "shop_SUITE.erl");
    BOOST_TEST(found.exception.frames.back().line == 4);
    BOOST_TEST(found.exception.frames.back().function == "sells");
    BOOST_TEST(tr::traces_in(dashes + "the shop failed on line 4\nno wonder\n" + dashes).empty());
}

BOOST_AUTO_TEST_CASE(the_first_test_that_failed_in_rebar_eunit_is_told) {
    std::string const name = "  1) shop_tests:sell_test/0\n";
    std::string const raised = name +
                               "     Failure/Error: {error,{badmatch,none},\n"
                               "                        [{shop_tests,sell_test,0,\n"
                               "                             [{file,\"test/shop_tests.erl\"},{line,5}]}]}\n";
    auto const found = tr::only_one_in("Failures:\n\n" + raised + "     Output: \n", "erlang");
    BOOST_TEST(found.text == raised);
    BOOST_TEST(found.exception.type == "badmatch");
    BOOST_TEST(found.exception.message == "none");
    BOOST_TEST(found.exception.frames.back().line == 5);
    auto const asserted = tr::only_one_in(
        name +
            "     Failure/Error: ?assertEqual(3, shop : sell ( 2 ))\n       expected: 3\n            got: 2\n"
            "     %% eunit_proc.erl:346:in `eunit_proc:with_timeout/3`\n     Output: \n",
        "erlang");
    BOOST_TEST(asserted.exception.type == "test failed");
    BOOST_TEST(asserted.exception.message == "?assertEqual(3, shop : sell ( 2 ))");
    // of RSpec, which names what should be
    BOOST_TEST(
        tr::only_one_in("  1) Shop sells\n     Failure/Error: expect(3).to eq(2)\n\n       expected: 2\n"
                        "            got: 3\n     # ./shop_spec.rb:3:in `block'\n",
                        "ruby")
            .exception.message == "expected: 2");
}

BOOST_AUTO_TEST_SUITE_END()

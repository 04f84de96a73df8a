#include <boost/test/unit_test.hpp>

#include "unit/trace/only_one_in.hpp"

namespace tr = task_agent::trace;

namespace {

std::string const rule = "━━━━━━━━";

}  // namespace

BOOST_AUTO_TEST_SUITE(lint_blocks_tests)

BOOST_AUTO_TEST_CASE(shellcheck_marks_the_line_of_a_script) {
    std::string const warning =
        "In pick.sh line 3:\nrm $NUT\n   ^--^ SC2086 (info): Double quote.\n\nDid you mean: \nrm "
        "\"$NUT\"\n\n\n";
    std::string const text =
        "In sell.sh line 4:\n  cat \"$1\n      ^-- SC1009 (info): The mentioned error was here.\n"
        "      ^-- SC1073 (error): No end of this text.\n";
    std::string const more =
        "\n\nIn sell.sh line 8:\n\n^-- SC1072 (error): Expected an end.\n\nFor more information:\n  "
        "https://x\n";
    auto const found = tr::only_one_in("\n" + warning + text + more, "");
    BOOST_TEST(found.text == text);
    BOOST_TEST(found.first_line == 9u);
    BOOST_TEST(found.last_line == 12u);
    BOOST_TEST(found.exception.type == "build failed");
    std::string const stop = "make: *** [Makefile:3: check] Error 1\n";
    BOOST_TEST(tr::only_one_in(text + more + stop, "").text == text + more + stop);
    BOOST_TEST((found.role == tr::trace_role::notice));
    BOOST_TEST(found.exception.type == "build failed");
    BOOST_TEST(found.exception.message == "No end of this text.");
    BOOST_REQUIRE(found.exception.frames.size() == 1u);
    BOOST_TEST(found.exception.frames[0].file == "sell.sh");
    BOOST_TEST(found.exception.frames[0].line == 4);
    BOOST_TEST(tr::traces_in("\n" + warning + "For more information:\n  https://x\n").empty());
    BOOST_TEST(tr::traces_in("In pick.txt line 2:\na nut\nerrors are counted\n\nplain\n").empty());
}

BOOST_AUTO_TEST_CASE(luacheck_counts_the_errors_of_a_file) {
    for (std::string const& errors :
         {std::string("1 error\n\n"),
          std::string("1 warning / 1 error\n\n    sell.lua:2:7: (W211) unused variable 'nut'\n")}) {
        std::string const text = errors.find("W2") == std::string::npos
                                     ? "    sell.lua:6:3: expected 'end' near 'local'\n"
                                     : "    sell.lua:6:3: (E011) expected 'end' near 'local'\n";
        auto const found = tr::only_one_in(
            "Checking pick.lua                    1 warning\n\n    pick.lua:7:1: unused variable 'bag'\n\n"
            "Checking sell.lua                    " +
                errors + text +
                "\nChecking pack.lua                    OK\n\nTotal: 2 warnings / 1 error in 3 files\n",
            "");
        BOOST_TEST(found.text == text);
        BOOST_TEST(found.exception.message == "expected 'end' near 'local'");
        BOOST_TEST(found.exception.frames.at(0).line == 6);
    }
    BOOST_TEST(tr::traces_in("Checking pick.lua                    0 errors\n\n    pick.lua:7:1: expected\n")
                   .empty());
}

BOOST_AUTO_TEST_CASE(biome_draws_a_heading_over_each_finding) {
    std::string const warning = "pick.js:3:5 lint/style/useConst  FIXABLE  " + rule +
                                "\n\n  ! This let is never assigned.\n  \n    3 │ let nut;\n  \n\n";
    std::string const text = "sell.js:4:10 lint/suspicious/noDebugger  FIXABLE  " + rule +
                             "\n\n  × No debugger.\n  \n    4 │ debugger;\n";
    auto const found = tr::only_one_in(warning + text + "  \n\nsell.js format " + rule +
                                           "\n\n  × It is formatted otherwise.\n  \n\nChecked 2 files in "
                                           "7ms. No fixes applied.\nFound 2 errors.\n",
                                       "");
    BOOST_TEST(found.text == text);
    BOOST_TEST(found.exception.message == "No debugger.");
    BOOST_TEST(found.exception.type == "build failed");
    BOOST_REQUIRE(found.exception.frames.size() == 1u);
    BOOST_TEST(found.exception.frames[0].file == "sell.js");
    BOOST_TEST(found.exception.frames[0].line == 4);
    BOOST_TEST(tr::traces_in(warning + "Checked 2 files in 7ms. No fixes applied.\n").empty());
    BOOST_TEST(tr::traces_in("nuts of a day " + rule + "\n\n  × 3\n").empty());
}

BOOST_AUTO_TEST_SUITE_END()

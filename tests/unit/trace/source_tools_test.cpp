#include <boost/test/unit_test.hpp>

#include "unit/trace/only_one_in.hpp"

namespace tr = task_agent::trace;

namespace {

tr::found_trace told(std::string const& text, std::string const& message,
                     std::string_view language = "shell") {
    auto const found = tr::only_one_in("night begins\n" + text + "night ended with 1\n", language);
    BOOST_TEST(found.text == text);
    BOOST_TEST(found.exception.type == (language == "make" ? "build failed" : "command failed"));
    BOOST_TEST(found.exception.message == message);
    return found;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(source_tools_tests)

BOOST_AUTO_TEST_CASE(git_and_patch_tell_what_does_not_fit) {
    told(
        "CONFLICT (content): Merge conflict in nut.c\nAuto-merging bag.c\n"
        "Automatic merge failed; fix conflicts and then commit the result.\n",
        "CONFLICT (content): Merge conflict in nut.c");
    told("error: patch failed: nut.c:3\nerror: nut.c: patch does not apply\n", "patch failed: nut.c:3");
    told(
        "Hunk #1 FAILED at 3.\nHunk #2 succeeded at 9 (offset 1 line).\n"
        "1 out of 2 hunks FAILED -- saving rejects to file nut.c.rej\n",
        "Hunk #1 FAILED at 3.");
    BOOST_TEST(tr::traces_in("CONFLICT (content): none\nplain\nplain\nplain\nplain\n").empty());
}

BOOST_AUTO_TEST_CASE(tools_for_sums_count_what_differs) {
    told("nut.bin: FAILED\nbag.bin: OK\nsha256sum: WARNING: 1 computed checksum did NOT match\n",
         "nut.bin: FAILED");
    BOOST_TEST(tr::traces_in("nut.bin: FAILED\nthe lid did NOT match\nplain\nplain\nplain\n").empty());
}

BOOST_AUTO_TEST_CASE(shellcheck_shows_the_source) {
    std::string const hint =
        "In nut.sh line 1:\nrm -rf \"$1\"/*\n       ^--^ SC2115 (warning): Use another.\n\nDid you mean: \n"
        "rm -rf \"$1\"\n\n\n";
    std::string const text =
        hint +
        "In nut.sh line 2:\nfor f in $(ls); do\n^-- SC1073 (error): Couldn't parse this for loop.\n"
        "                ^-- SC1061 (error): Couldn't find 'done'.\n\n\nIn nut.sh line 3:\n\n"
        "^-- SC1072 (error): Expected 'done'.\n";
    std::string const links =
        "\nFor more information:\n  https://www.shellcheck.net/wiki/SC1061 -- Couldn't find...\n";
    auto const found = tr::only_one_in("checking\n" + text + links, "shell");
    BOOST_TEST(found.exception.type == "error");
    BOOST_TEST(found.exception.message == "Couldn't parse this for loop.");
    BOOST_TEST(found.last_line == 17u);
    BOOST_REQUIRE(found.exception.frames.size() == 1u);
    BOOST_TEST(found.exception.frames[0].file == "nut.sh");
    BOOST_TEST(found.exception.frames[0].line == 2);
    auto const made = tr::only_one_in(text + links + "make: *** [Makefile:2: lint] Error 1\n", "make");
    BOOST_TEST(made.exception.type == "build failed");
    BOOST_TEST(tr::traces_in("In nut.txt line 2:\na nut\nerrors are counted\n\nplain\nplain\n").empty());
}

BOOST_AUTO_TEST_CASE(ant_tells_the_place_of_its_task) {
    auto const found = told(
        "BUILD FAILED\n/app/build.xml:3: The following error occurred while executing this line:\n"
        "/app/nut.xml:7: no nut\n",
        "no nut", "make");
    BOOST_TEST(found.exception.frames.back().file == "/app/nut.xml");
    BOOST_TEST(tr::traces_in("BUILD FAILED\nplain\nplain\nplain\nplain\n").empty());
}

BOOST_AUTO_TEST_SUITE_END()

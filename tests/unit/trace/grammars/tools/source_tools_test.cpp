#include <boost/test/unit_test.hpp>

#include "unit/trace/only_one_in.hpp"

namespace tr = task_agent::trace;

namespace {

tr::found_trace told(std::string const& text, std::string const& message, std::string const& behind = {}) {
    auto const found = tr::only_one_in("night begins\n" + text + behind + "night ended with 1\n", "shell");
    BOOST_TEST(found.text == text);
    BOOST_TEST(found.exception.type == "command failed");
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
    told("nut.bin: FAILED\n", "nut.bin: FAILED",
         "bag.bin: OK\nsha256sum: WARNING: 1 computed checksum did NOT match\n");
    told("sha256sum: WARNING: 1 computed checksum did NOT match\n", "1 computed checksum did NOT match");
    BOOST_TEST(tr::traces_in("nut.bin: FAILED\nthe lid did NOT match\nplain\nplain\nplain\n").empty());
}

BOOST_AUTO_TEST_SUITE_END()

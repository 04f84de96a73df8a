#include <boost/test/unit_test.hpp>

#include "unit/trace/only_one_in.hpp"

namespace tr = task_agent::trace;

BOOST_AUTO_TEST_SUITE(ada_tests)

BOOST_AUTO_TEST_CASE(an_exception_has_its_name_and_its_place) {
    auto const found = tr::only_one_in("filling\n\nraised PROGRAM_ERROR : box.adb:7 missing return\n", "cpp");
    BOOST_TEST(found.exception.type == "PROGRAM_ERROR");
    BOOST_TEST(found.exception.message == "missing return");
    BOOST_REQUIRE(found.exception.frames.size() == 1u);
    BOOST_TEST(found.exception.frames[0].file == "box.adb");
    BOOST_TEST(found.exception.frames[0].line == 7);
    BOOST_TEST(found.text == "raised PROGRAM_ERROR : box.adb:7 missing return\n");
    BOOST_TEST((found.role == tr::trace_role::raised));
}

BOOST_AUTO_TEST_CASE(later_versions_name_the_program_and_its_addresses) {
    std::string const text =
        "Execution of ./box terminated by unhandled exception\n"
        "raised ADA.IO_EXCEPTIONS.NAME_ERROR : in.csv: No such file or directory\n"
        "Load address: 0x555555554000\nCall stack traceback locations:\n0x55555555a1b2 0x55555555a2c4\n";
    auto const found = tr::only_one_in("\n" + text + "box ended\n", "cpp");
    BOOST_TEST(found.exception.type == "ADA.IO_EXCEPTIONS.NAME_ERROR");
    BOOST_TEST(found.exception.frames.empty());
    BOOST_TEST(found.text == text);
}

BOOST_AUTO_TEST_CASE(callers_with_their_places_are_frames) {
    std::string const text =
        "raised BOX.TOO_FULL : the lid\nCall stack traceback locations:\n[./box]\n"
        "0x40229b Box.Fill at box.adb:19\n0x402301 Main at main.adb:8\n[/lib/libc.so.6]\n0x7f0012\n";
    auto const found = tr::only_one_in(text + "box ended\n", "cpp");
    BOOST_TEST(found.text == text);
    BOOST_REQUIRE(found.exception.frames.size() == 2u);
    BOOST_TEST(found.exception.frames[1].function == "Box.Fill");
    BOOST_TEST(found.exception.frames[1].line == 19);
    BOOST_TEST(found.exception.frames[0].file == "main.adb");
}

BOOST_AUTO_TEST_CASE(what_else_is_raised_is_none) {
    BOOST_TEST(
        tr::traces_in("raised FLAG\nraised 30 USD : thanks\nraised ValueError : no\nraised By : hand\n")
            .empty());
}

BOOST_AUTO_TEST_SUITE_END()

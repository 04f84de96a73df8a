#include <boost/test/unit_test.hpp>

#include "unit/trace/only_one_in.hpp"

namespace tr = task_agent::trace;

BOOST_AUTO_TEST_SUITE(ruby_lint_tests)

BOOST_AUTO_TEST_CASE(the_first_offense_is_told) {
    std::string const first =
        "lib/shop.rb:2:13: W: [Correctable] Lint/UnusedNut: Unused nut - walnut.\n  def sell(walnut)\n"
        "           ^^^^^^\n";
    std::string const text = first + "lib/shop.rb:9:1: C: Layout/NutLine: No line.\nsell(1)\n ^\n";
    std::string const count = "2 files inspected, 2 offenses detected, 1 offense autocorrectable\n";
    auto const found =
        tr::only_one_in("Inspecting 2 files\nWC\n\nOffenses:\n\n" + text + "\n" + count, "ruby");
    BOOST_TEST(found.exception.type == "build failed");
    BOOST_TEST(found.exception.message == "Unused nut - walnut.");
    BOOST_TEST(found.exception.frames.back().file == "lib/shop.rb");
    BOOST_TEST(found.exception.frames.back().line == 2);
    BOOST_TEST(found.text == first);
    BOOST_TEST(found.first_line == 5u);
    BOOST_TEST(found.last_line == 7u);
    BOOST_TEST((found.role == tr::trace_role::notice));
    std::string const narrow = "lib/shop.rb:1:1: C: Style/NutComment: No comment.\ndef sell\n^\n";
    BOOST_TEST(tr::only_one_in("Offenses:\n\n" + narrow + text, "ruby").text == narrow);
}

BOOST_AUTO_TEST_CASE(what_was_mended_and_what_others_mark_is_none) {
    BOOST_TEST(
        tr::traces_in("lib/shop.rb:2:13: W: [Corrected] Lint/UnusedNut: Unused nut.\n  def sell(walnut)\n"
                      "           ^^^^^^\n")
            .empty());
    BOOST_TEST(tr::traces_in("lib/shop.rb:2:13: W: no cop\n  def sell(walnut)\n           ^^^^^^\n").empty());
}

BOOST_AUTO_TEST_SUITE_END()

// Bundlers and package managers for JavaScript.
#include <boost/test/unit_test.hpp>

#include "unit/trace/only_one_in.hpp"

namespace tr = task_agent::trace;

namespace {

tr::found_trace only_one_in(std::string const& text) {
    return tr::only_one_in(text, "node");
}

}  // namespace

BOOST_AUTO_TEST_SUITE(node_build_tests)

BOOST_AUTO_TEST_CASE(esbuild_shows_the_place_below) {
    std::string const text =
        "\xE2\x9C\x98 [ERROR] No lid for \"./nut\" [plugin lids]\n\n    src/bag.js:7:16:\n      7 "
        "\xE2\x94\x82 shut(nut)\n"
        "        \xE2\x95\xB5      ~~~\n";
    auto const t = only_one_in("> esbuild\n\n" + text + "\n1 error\n");
    BOOST_TEST(t.text == text);
    BOOST_TEST(t.exception.type == "build failed");
    BOOST_TEST(t.exception.message == "No lid for \"./nut\"");
    BOOST_TEST(t.exception.frames.back().file == "src/bag.js");
    BOOST_TEST(t.exception.frames.back().line == 7);
    BOOST_TEST((t.role == tr::trace_role::notice));
    // of several the first tells, without the place of another
    std::string const bare = "\xE2\x9C\x98 [ERROR] No nuts in this shop.\n\n";
    std::string const note = "\n  The nut is wanted here:\n\n    src/old.js:3:2:\n      3 \xE2\x94\x82 nut\n";
    auto const several = only_one_in(
        "\xE2\x96\xB2 [WARNING] Nuts are old [nuts]\n\n    src/old.js:5:3:\n      5 \xE2\x94\x82 nut\n\n" +
        text + note + "\n" + bare + "2 errors\n");
    BOOST_TEST(several.text == text + note);
    BOOST_TEST(several.exception.message == "No lid for \"./nut\"");
    BOOST_TEST(several.exception.frames.size() == 1u);
    auto const first = only_one_in(bare + text);
    BOOST_TEST(first.exception.message == "No nuts in this shop.");
    BOOST_TEST(first.exception.frames.empty());
}

BOOST_AUTO_TEST_CASE(webpack_says_below_the_module_what_is_wrong) {
    std::string const text =
        "ERROR in ./src/bag.js 1:0-20\nModule not found: Error: No './nut' in '/srv'\nresolve './nut'\n";
    auto const t = only_one_in("asset a.js 1 KiB\n\n" + text + "\nwebpack 5 compiled with 1 error in 9 ms\n");
    BOOST_TEST(t.text == text);
    BOOST_TEST(t.exception.message == "Module not found: Error: No './nut' in '/srv'");
    BOOST_TEST(t.exception.frames.at(0).file == "./src/bag.js");
    BOOST_TEST(t.exception.frames.at(0).line == 1);
    auto const typed = only_one_in("ERROR in src/bag.ts:3:5\nTS2322: No nut.\n\n");
    BOOST_TEST(typed.exception.message == "No nut.");
    BOOST_TEST(typed.exception.frames.at(0).line == 3);
    for (auto const* none :
         {"ERROR in ./src/bag.js\nrow 1\nrow 2\n", "ERROR in step 3 of 4\nModule x\nrow 2\n"})
        BOOST_TEST(tr::traces_in(none).empty(), none);
}

BOOST_AUTO_TEST_CASE(vite_and_rollup_show_the_place_and_their_own_frames) {
    std::string const stack =
        "    at fail (/usr/lib/rollup/log.js:9:41)\n    at parse (/usr/lib/rollup/log.js:3:2)\n";
    std::string const place = "src/bag.js (7:5)\n5: let\n7: let {\n       ^\n";
    auto const rollup = only_one_in(
        "src/bag.js -> dist\n[!] (plugin lids) NutError: src/bag.js (7:5): No nut\n" + place + stack + "\n");
    BOOST_TEST(rollup.exception.type == "NutError");
    BOOST_TEST(rollup.exception.message == "No nut");
    BOOST_TEST(rollup.exception.frames.back().file == "src/bag.js");
    BOOST_TEST(rollup.exception.frames.back().line == 7);
    BOOST_TEST(rollup.last_line == 7u);
    auto const vite = only_one_in(
        "building...\nerror during build:\n[lids] Could not shut\nfile: /srv/bag.js:7:5\n\n" + stack + "\n");
    BOOST_TEST(vite.exception.type == "build failed");
    BOOST_TEST(vite.exception.message == "[lids] Could not shut");
    BOOST_TEST(vite.exception.frames.back().line == 7);
    BOOST_TEST(vite.last_line == 6u);
    // Rolldown counts first
    auto const counted =
        only_one_in("error during build:\nBuild failed with 1 error:\n\nError: [bag] no nut\n" + stack);
    BOOST_TEST(counted.exception.type == "Error");
    BOOST_TEST(counted.exception.message == "[bag] no nut");
    // without frames
    BOOST_TEST(only_one_in("[!] NutError: No nut\nsrc/bag.js (7:5)\n\nrow 1\nrow 2\n").last_line == 1u);
    BOOST_TEST(tr::traces_in("[!] no nuts\nrow 1\nrow 2\nrow 3\n").empty());
}

BOOST_AUTO_TEST_CASE(pnpm_puts_a_code_between_thin_blanks) {
    auto const t = only_one_in(
        "\xE2\x80\x89"
        "ERR_PNPM_NO_LID\xE2\x80\x89 No lid found for nut@3\n\nThis happened\n");
    BOOST_TEST(t.exception.type == "error");
    BOOST_TEST(t.cause_line == "ERR_PNPM_NO_LID No lid found for nut@3");
    BOOST_TEST(t.exception.message == "No lid found for nut@3");
    BOOST_TEST((t.role == tr::trace_role::notice));
    // of a script
    for (std::string const code : {"ELIFECYCLE", "ERR_PNPM_RECURSIVE_RUN_FIRST_FAIL"})
        BOOST_TEST(
            tr::traces_in("\xE2\x80\x89" + code + "\xE2\x80\x89 Command failed with exit code 1.\n").empty());
    BOOST_TEST(tr::traces_in("\xE2\x80\x89WARN\xE2\x80\x89 ERR_PNPM_X\nrow 1\nrow 2\n").empty());
}

BOOST_AUTO_TEST_CASE(yarn_numbers_its_words_and_says_at_the_end_that_some_were_errors) {
    std::string const arrow = "\xE2\x9E\xA4 YN";
    std::string const bar = ": \xE2\x94\x82 ";
    std::string const before =
        arrow + "0000: \xE2\x94\x8C Resolution step\n" + arrow + "0002" + bar + "nut lacks a lid\n";
    std::string const error = arrow + "0028" + bar + "The lid would have been shut.\n";
    std::string const done = arrow + "0000: \xE2\x94\x94 Completed\n";
    for (std::string const dot : {"\xC2\xB7 ", ""}) {
        std::string const end = arrow + "0000: " + dot + "Failed with errors in 0s 73ms\n";
        auto const t = only_one_in(before + error + done + end);
        BOOST_TEST(t.exception.type == "error");
        BOOST_TEST(t.cause_line.starts_with("YN0028: "));
        BOOST_TEST(t.exception.message == "The lid would have been shut.");
        BOOST_TEST(t.first_line == 2u);
        BOOST_TEST(t.last_line == 2u);
        BOOST_TEST(tr::traces_in(done + end).empty());
    }
    BOOST_TEST(tr::traces_in(before + done + arrow + "0000: Done with warnings in 0s 9ms\n").empty());
}

BOOST_AUTO_TEST_SUITE_END()

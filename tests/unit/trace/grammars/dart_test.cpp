#include <boost/test/unit_test.hpp>

#include "unit/trace/stream_of.hpp"

namespace tr = task_agent::trace;

BOOST_AUTO_TEST_SUITE(dart_tests)

BOOST_AUTO_TEST_CASE(an_uncaught_exception_is_read_whole) {
    std::string const text =
        "Unhandled exception:\nFormatException: no number (at character 1)\n3x\n^\n\n"
        "#0      Shop.sell (package:shop/shop.dart:31:7)\n<asynchronous suspension>\n"
        "#1      main (file:///app/bin/main.dart:5:3)\n"
        "#2      _delayEntrypointInvocation.<anonymous closure> "
        "(dart:isolate-patch/isolate_patch.dart:295:33)\n";
    auto const found = tr::traces_in("start\n" + text);
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found[0].text == text);
    auto const& e = found[0].exception;
    BOOST_TEST(e.language == "dart");
    BOOST_TEST(e.type == "FormatException");
    BOOST_TEST(e.message == "no number (at character 1)");
    BOOST_REQUIRE(e.frames.size() == 3u);
    BOOST_TEST(e.frames.back().file == "package:shop/shop.dart");
    BOOST_TEST(e.frames.back().line == 31);
    BOOST_TEST(e.frames.back().function == "Shop.sell");
    BOOST_TEST(e.frames[1].file == "/app/bin/main.dart");
}

BOOST_AUTO_TEST_CASE(errors_of_the_runtime_are_named_by_their_first_words) {
    struct row {
        char const* said;
        char const* type;
        char const* message;
    };
    for (row const& r : {row{"Bad state: No element", "Bad state", "No element"},
                         row{"RangeError (index): Invalid value: 9", "RangeError", "Invalid value: 9"},
                         row{"Null check operator used on a null value", "error",
                             "Null check operator used on a null value"},
                         row{"'file:///a.dart': Failed assertion: line 3 pos 10: 'x > 0': is not true.",
                             "assertion failed", "line 3 pos 10: 'x > 0': is not true."},
                         row{"StackOverflowError", "StackOverflowError", ""}}) {
        auto const found = tr::traces_in(std::string("Unhandled exception:\n") + r.said +
                                         "\n#0      main (file:///a.dart:3)\n");
        BOOST_REQUIRE_MESSAGE(found.size() == 1u, r.said);
        BOOST_TEST(found[0].exception.type == r.type);
        BOOST_TEST(found[0].exception.message == r.message);
        BOOST_TEST(found[0].exception.frames.back().line == 3);
    }
}

BOOST_AUTO_TEST_CASE(flutters_engine_and_android_put_it_behind_their_own_words) {
    for (auto const* tag : {"", "E/flutter ( 4242): "}) {
        auto const found = tr::traces_in(
            std::string(tag) +
            "[ERROR:flutter/runtime/dart_vm_initializer.cc(41)] Unhandled Exception: Bad state: x\n" + tag +
            "#0      go (package:a/main.dart:8:3)\n");
        BOOST_REQUIRE(found.size() == 1u);
        BOOST_TEST((found[0].role == tr::trace_role::detached));
        BOOST_TEST(found[0].exception.message == "x");
        BOOST_TEST(found[0].exception.frames.back().line == 8);
    }
}

BOOST_AUTO_TEST_CASE(flutters_box_is_closed_by_a_line) {
    std::string const bar = "\u2550\u2550\u2550\u2550\u2550\u2550\u2550\u2550";
    std::string const text =
        "\u2550\u2550\u2561 EXCEPTION CAUGHT BY WIDGETS LIBRARY \u255E" + bar +
        "\nThe following StateError was thrown building Cart(dirty):\nBad state: empty\n\n"
        "When the exception was thrown, this was the stack:\n"
        "#0      Cart.build (package:a/cart.dart:12:5)\n(elided 3 frames)\n" +
        bar + "\n";
    auto const found = tr::traces_in(text + "#1      x (a.dart:1:1)\n");
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found[0].text == text);
    BOOST_TEST(found[0].exception.type == "StateError");
    BOOST_TEST(found[0].exception.message == "empty");
    BOOST_TEST(found[0].exception.frames.back().line == 12);
}

BOOST_AUTO_TEST_CASE(the_compilers_complaint_has_the_source_below_it) {
    auto const found = tr::traces_in(
        "bin/a.dart:3:5: Error: Expected ';' after this.\n  go()\n    ^\nbin/a.dart:9:1: Error: Not found: "
        "'x'.\nx();\n^\nend\n");
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found[0].exception.type == "build failed");
    BOOST_TEST(found[0].exception.message == "Expected ';' after this.");
    BOOST_TEST(found[0].exception.frames.back().line == 3);
    BOOST_TEST(found[0].last_line == 5u);
}

BOOST_AUTO_TEST_CASE(a_failed_test_is_a_notice_and_a_passing_run_is_none) {
    auto const found = tr::traces_in(
        "00:01 +1 -1: adds up [E]\n  Expected: <2>\n    Actual: <1>\n  test/a_test.dart 5:5  main.<fn>\n"
        "00:01 +1 -1: Some tests failed.\n");
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST((found[0].role == tr::trace_role::notice));
    BOOST_TEST(found[0].exception.message == "adds up");
    BOOST_TEST(found[0].last_line == 3u);
    BOOST_TEST(tr::traces_in("00:01 +2: adds up\n00:02 +3: All tests passed!\n").empty());
}

BOOST_AUTO_TEST_CASE(a_header_without_frames_is_none) {
    BOOST_TEST(tr::traces_in("Unhandled exception:\nsee the manual\nof it\n").empty());
    BOOST_TEST(tr::traces_in("a.dart:3:5: Warning: x\n").empty());
    BOOST_TEST(tr::traces_in("\u2550\u2550\u2550 Summary \u2550\u2550\u2550\n").empty());
}

BOOST_AUTO_TEST_SUITE_END()

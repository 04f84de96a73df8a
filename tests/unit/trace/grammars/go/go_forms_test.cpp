#include <boost/test/unit_test.hpp>

#include "unit/trace/stream_of.hpp"

namespace tr = task_agent::trace;

BOOST_AUTO_TEST_SUITE(go_forms_tests)

BOOST_AUTO_TEST_CASE(a_fuzz_test_that_panicked_shows_its_stack) {
    std::string const text =
        "--- FAIL: FuzzPick (0.01s)\n    --- FAIL: FuzzPick (0.00s)\n"
        "        testing.go:1356: panic: no nut\n            goroutine 27 [running]:\n"
        "            runtime/debug.Stack()\n            \t/go/src/runtime/debug/stack.go:24 +0xdb\n"
        "            panic({0x1, 0x2})\n            \t/go/src/runtime/panic.go:884 +0x212\n"
        "            example.org/shop.Pick(...)\n            \t/app/pick.go:7\n"
        "            example.org/shop.FuzzPick.func1(0x1)\n            \t/app/pick_test.go:9 +0x25e\n"
        "            created by testing.(*F).Fuzz.func1\n            \t/go/src/testing/fuzz.go:324 +0x5b9\n"
        "            \n    \n    To re-run:\nFAIL\nexit status 1\nFAIL\texample.org/shop\t0.015s\n";
    auto const found = tr::traces_in("start\n" + text);
    BOOST_REQUIRE(found.size() == 1u);
    auto const& e = found[0].exception;
    BOOST_TEST(found[0].first_line == 3u);
    BOOST_TEST(found[0].last_line == 14u);
    BOOST_TEST(found[0].text.starts_with("        testing.go:1356: panic: no nut\n"));
    BOOST_TEST(found[0].text.ends_with("/go/src/testing/fuzz.go:324 +0x5b9\n"));
    BOOST_TEST(e.type == "panic");
    BOOST_TEST(e.message == "no nut");
    BOOST_TEST(found[0].cause_line == "panic: no nut");
    BOOST_REQUIRE(e.frames.size() == 2u);
    BOOST_TEST(e.frames.back().file == "/app/pick.go");
    BOOST_TEST(e.frames.back().line == 7);
    BOOST_TEST(e.frames.back().function == "example.org/shop.Pick");
}

BOOST_AUTO_TEST_CASE(gotestsum_lists_the_failed_tests) {
    std::string const text =
        "=== FAIL: example.org/shop TestPick (0.00s)\n    pick_test.go:12: got 3, want 2\n";
    auto const found = tr::traces_in("✖  shop (2ms)\n\n=== Failed\n" + text +
                                     "\n=== FAIL: example.org/shop TestDrop (0.00s)\n    pick_test.go:30: "
                                     "got 4, want 2\n\nDONE 3 tests\n");
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found[0].text == text);
    BOOST_TEST(found[0].exception.message == "got 3, want 2");
    BOOST_TEST(tr::traces_in("=== FAIL: is a line\n").empty());
}

BOOST_AUTO_TEST_CASE(modules_that_do_not_fit_stop_the_go_tool) {
    for (auto const& [text, message] : {
             std::pair("go: updates to go.mod needed; to update it:\n\tgo mod tidy\n",
                       "updates to go.mod needed; to update it:"),
             std::pair("go: example.org/nut@v1.2.0: missing go.sum entry for go.mod file; to add it:\n"
                       "\tgo mod download example.org/nut\n",
                       "example.org/nut@v1.2.0: missing go.sum entry for go.mod file; to add it:"),
             std::pair("go: example.org/nut@v1.2.0: invalid version: unknown revision v1.2.0\n",
                       "example.org/nut@v1.2.0: invalid version: unknown revision v1.2.0"),
             std::pair("go: go.mod requires go >= 1.30 (running go 1.22; GOTOOLCHAIN=local)\n",
                       "go.mod requires go >= 1.30 (running go 1.22; GOTOOLCHAIN=local)"),
             std::pair("go: errors parsing go.mod:\n/nuts/go.mod:3: unknown directive: nut\n",
                       "unknown directive: nut"),
             std::pair("go: errors parsing go.mod:\ngo.mod:3:2: no nut 'x'\n", "no nut 'x'"),
         }) {
        auto const found = tr::traces_in("start\n" + std::string(text) + "next\n");
        BOOST_REQUIRE(found.size() == 1u);
        BOOST_TEST(found[0].text == text);
        BOOST_TEST((found[0].role == tr::trace_role::notice));
        BOOST_TEST(found[0].exception.type == "build failed");
        BOOST_TEST(found[0].exception.message == message);
    }
    for (std::string const text :
         {"go: downloading example.org/nut v1.2.0\n", "go: added example.org/nut v1.2.0\n",
          "go: example.org/nut@v1.2.0 requires go >= 1.30; switching to go1.30.1\n",
          "go: creating new go.mod: module example.org/shop\n", "go: to add module requirements and sums:\n"})
        BOOST_TEST(tr::traces_in(text).empty(), text);
}

BOOST_AUTO_TEST_CASE(the_last_line_of_the_package_log_tells_a_place) {
    std::string const stamp = "2026/11/26 10:20:30 ";
    for (std::string const& head : {stamp + "main.go:24: ", "shop: " + stamp + "main.go:24: ",
                                    stamp + "shop: main.go:24: ", stamp + "/app/main.go:24: "}) {
        for (std::string const said : {"cannot read bag.csv", "bag.csv: parse error on line 3"}) {
            auto const found = tr::traces_in(head + "3 nuts\n" + head + said + "\n", said.front() == 'b');
            BOOST_REQUIRE(found.size() == 1u);
            BOOST_TEST(found[0].first_line == 1u);
            BOOST_TEST(found[0].exception.language == "go");
            BOOST_TEST(found[0].exception.message == said);
            BOOST_REQUIRE(found[0].exception.frames.size() == 1u);
            BOOST_TEST(found[0].exception.frames[0].file.ends_with("main.go"));
            BOOST_TEST(found[0].exception.frames[0].line == 24);
        }
        for (std::string const said : {"3 nuts", "done, 0 errors", "cannot read bag.csv, skipping it"})
            for (auto const& other : tr::traces_in(head + said + "\n", true))
                BOOST_TEST(other.exception.language != "go");
    }
    auto const bare = tr::traces_in("shop: " + stamp + "cannot read bag.csv\n");
    BOOST_REQUIRE(bare.size() == 1u);
    BOOST_TEST(bare[0].exception.message == "cannot read bag.csv");
    BOOST_TEST(bare[0].exception.frames.empty());
}

BOOST_AUTO_TEST_CASE(what_log_panic_says_was_raised_in_it) {
    for (std::string const function : {"log.Panicf", "log.Panicln", "log.(*Logger).Panicf"}) {
        auto const found = tr::traces_in("panic: no nut\n\ngoroutine 1 [running]:\n" + function +
                                         "({0x1, 0x2})\n\t/go/src/log/log.go:395 +0x67\nmain.main()\n"
                                         "\t/app/main.go:5 +0x5c\nexit status 2\n");
        BOOST_REQUIRE(found.size() == 1u);
        BOOST_TEST(found[0].exception.frames.back().function == function);
        BOOST_TEST(found[0].exception.frames.back().line == 395);
    }
}

BOOST_AUTO_TEST_CASE(a_recipe_of_make_ends_what_the_go_tool_says) {
    std::string const finding = "./pick.go:12:5: undefined: rows\n";
    std::string const others = "./pick.go:14:2: x declared and not used\n";
    std::string const stop = "make: *** [Makefile:3: shop] Error 1\n";
    for (std::string const& block : {finding + stop, finding + others + stop, "vet: " + finding + stop,
                                     finding + "make[1]: *** [Makefile:3: shop] Error 1\n",
                                     finding + "make[1]: *** [Makefile:3: shop] Error 1\n"
                                               "make[1]: Leaving directory '/app'\n"
                                               "make: *** [Makefile:9: all] Error 2\n"}) {
        auto const found = tr::traces_in("go build\n# example.org/shop\n" + block + "shop is not built\n");
        BOOST_REQUIRE(found.size() == 1u);
        BOOST_TEST(found[0].text == block);
        BOOST_TEST(found[0].first_line == 2u);
        BOOST_TEST(found[0].exception.message == "undefined: rows");
    }
    auto const module = tr::traces_in(
        "go: example.org/nut@v1.2.0: invalid version: unknown revision v1.2.0\n" + stop + "next\n");
    BOOST_REQUIRE(module.size() == 1u);
    BOOST_TEST(module[0].last_line == 1u);
}

BOOST_AUTO_TEST_CASE(a_sum_that_is_missing_stops_the_go_tool) {
    std::string const text =
        "shop.go:6:2: missing go.sum entry for module providing package example.org/nut "
        "(imported by example.org/shop); to add:\n\tgo get example.org/shop\n";
    auto const found = tr::traces_in("start\n" + text + "next\n");
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found[0].text == text);
    BOOST_TEST(found[0].exception.type == "build failed");
    BOOST_TEST(found[0].exception.message ==
               "missing go.sum entry for module providing package example.org/nut (imported by "
               "example.org/shop); to add:");
    BOOST_TEST(found[0].exception.frames.back().line == 6);
}

BOOST_AUTO_TEST_CASE(a_spec_of_ginkgo_tells_what_it_expected) {
    std::string const text =
        "• [FAILED] [0.001 seconds]\nShop [It] sells\n/app/shop_test.go:12\n\n"
        "  [FAILED] Expected\n      <int>: 3\n  to equal\n      <int>: 4\n"
        "  In [It] at: /app/shop_test.go:14 @ 11/26/26 10:00:00.000\n";
    auto const found =
        tr::traces_in("Will run 2 of 2 specs\n" + text +
                      "----------\n\nSummarizing 1 Failure:\n  [FAIL] Shop [It] sells\n\nRan 2 of 2 Specs\n"
                      "FAIL! -- 1 Passed | 1 Failed\n--- FAIL: TestShop (0.00s)\nFAIL\n");
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found[0].text == text);
    BOOST_TEST(found[0].last_line == 9u);
    BOOST_TEST(found[0].exception.type == "test failed");
    BOOST_TEST(found[0].exception.message == "Expected\n<int>: 3\nto equal\n<int>: 4");
    BOOST_REQUIRE(found[0].exception.frames.size() == 1u);
    BOOST_TEST(found[0].exception.frames[0].line == 14);
    BOOST_TEST(tr::traces_in("• [FAILED] [0.001 seconds]\nShop\n----------\nnext\n").empty());
}

BOOST_AUTO_TEST_SUITE_END()

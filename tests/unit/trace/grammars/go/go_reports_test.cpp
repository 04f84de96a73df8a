#include <boost/test/unit_test.hpp>

#include "unit/trace/stream_of.hpp"

namespace tr = task_agent::trace;

namespace {

std::string const recovery =
    "goroutine 1 [running]:\n"
    "runtime/debug.Stack()\n\t/usr/local/go/src/runtime/debug/stack.go:24 +0x65\n"
    "main.guard.func1()\n\t/app/main.go:7 +0x39\n";
std::string const raised =
    "panic({0x1, 0x2})\n\t/usr/local/go/src/runtime/panic.go:884 +0x212\n"
    "main.pick(...)\n\t/app/pick.go:12\n"
    "main.main()\n\t/app/main.go:20 +0x27c\n";

}  // namespace

BOOST_AUTO_TEST_SUITE(go_reports_tests)

BOOST_AUTO_TEST_CASE(a_recovered_panic_is_told_by_the_panic_in_its_stack) {
    for (std::string const header : {"giving up: runtime error: index out of range [3] with length 2\n",
                                     "recovered: runtime error: index out of range [3] with length 2\n"}) {
        auto const found = tr::traces_in("begin\n" + header + recovery + raised + "next\n");
        BOOST_REQUIRE(found.size() == 1u);
        BOOST_TEST(found[0].text == header + recovery + raised);
        BOOST_TEST(found[0].is_often_survived);
        BOOST_TEST(found[0].exception.type == "panic");
        BOOST_TEST(found[0].exception.message == "runtime error: index out of range [3] with length 2");
        BOOST_REQUIRE(found[0].exception.frames.size() == 2u);
        BOOST_TEST(found[0].exception.frames[1].function == "main.pick");
        BOOST_TEST(found[0].exception.frames[1].line == 12);
    }
    BOOST_TEST(tr::traces_in("called from:\n" + recovery + "next\n").empty());
    BOOST_TEST(tr::traces_in("\n" + recovery + raised + "next\n").empty());
}

BOOST_AUTO_TEST_CASE(a_race_stands_between_its_borders) {
    std::string const border(18, '=');
    std::string const text =
        border +
        "\nWARNING: DATA RACE\nRead at 0x00c000012340 by goroutine 8:\n"
        "  runtime.mapaccess1()\n      /usr/local/go/src/runtime/map.go:9 +0x1\n"
        "  main.count()\n      /app/main.go:12 +0x44\n"
        "  main.main.func2()\n      /app/main.go:21 +0x3e\n\n"
        "Previous write at 0x00c000012340 by goroutine 7:\n"
        "  main.other()\n      /app/main.go:30 +0x5c\n\n"
        "Goroutine 8 (running) created at:\n  main.main()\n      /app/main.go:20 +0xce\n" +
        border + "\n";
    auto const found = tr::traces_in("begin\n" + text + "Found 1 data race(s)\n");
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found[0].text == text);
    BOOST_TEST((found[0].role == tr::trace_role::sanitizer));
    BOOST_TEST(found[0].exception.type == "data race");
    BOOST_REQUIRE(found[0].exception.frames.size() == 2u);
    BOOST_TEST(found[0].exception.frames[1].function == "main.count");
    BOOST_TEST(found[0].exception.frames[1].line == 12);
    BOOST_TEST(tr::traces_in("WARNING: DATA RACE\nis a headline\n").empty());
}

BOOST_AUTO_TEST_CASE(a_failing_test_is_told_with_its_place) {
    std::string const text = "--- FAIL: TestPick (0.00s)\n    pick_test.go:12: got 3, want 2\n";
    auto const found = tr::traces_in(
        "ok  \tapp/y\t0.1s\n" + text +
        "    --- FAIL: TestPick/empty (0.00s)\n        pick_test.go:20: none\n--- FAIL: TestDrop (0.00s)\n"
        "    pick_test.go:30: got 4, want 2\nFAIL\nFAIL\tapp\t0.004s\nok  \tapp/x\t0.1s\n");
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found[0].text == text);
    BOOST_TEST(found[0].exception.type == "test failed");
    BOOST_TEST(found[0].exception.message == "got 3, want 2");
    BOOST_REQUIRE(found[0].exception.frames.size() == 1u);
    BOOST_TEST(found[0].exception.frames[0].file == "pick_test.go");
    BOOST_TEST(found[0].exception.frames[0].line == 12);
    BOOST_TEST(tr::traces_in("--- FAIL: is what it says\n").empty());
}

BOOST_AUTO_TEST_CASE(a_failed_test_ends_with_its_last_line) {
    // a part of a test is named below the whole
    std::string const part =
        "--- FAIL: TestPick (0.00s)\n    --- PASS: TestPick/one (0.00s)\n    --- FAIL: TestPick/none "
        "(0.00s)\n"
        "        pick_test.go:12: Pick() = 3,\n            want 2\n";
    for (std::string const rest : {"    --- FAIL: TestPick/two (0.00s)\n        pick_test.go:12: want 4\n",
                                   "", "--- FAIL: TestDrop (0.00s)\n    pick_test.go:30: want 4\n"}) {
        auto const found =
            tr::traces_in("begin\n" + part + rest + "FAIL\nexit status 1\nFAIL\tapp\t0.004s\n");
        BOOST_REQUIRE(found.size() == 1u);
        BOOST_TEST(found[0].text == part);
        BOOST_TEST(found[0].last_line == 5u);
        BOOST_TEST(found[0].exception.frames.back().line == 12);
    }
    auto const packages =
        tr::traces_in(part +
                      "FAIL\nFAIL\tapp\t0.004s\nok  \tapp/x\t0.1s\n--- FAIL: TestBag (0.00s)\n"
                      "    bag_test.go:3: want 4\nFAIL\nFAIL\tapp/bag\t0.1s\nFAIL\n");
    BOOST_REQUIRE(packages.size() == 1u);
    BOOST_TEST(packages[0].text == part);
    auto const silent = tr::traces_in("--- FAIL: TestPick (0.00s)\nFAIL\nFAIL\tapp\t0.004s\n");
    BOOST_REQUIRE(silent.size() == 1u);
    BOOST_TEST(silent[0].text == "--- FAIL: TestPick (0.00s)\n");
}

BOOST_AUTO_TEST_CASE(what_a_test_said_at_once_stands_above_its_name) {
    std::string const said = "    pick_test.go:12: Pick() = 3, want 2\n";
    auto const found = tr::traces_in(
        "=== RUN   TestPick\n=== RUN   TestPick/one\n    pick_test.go:9: two trees\n=== RUN   "
        "TestPick/none\n" +
        said +
        "=== RUN   TestPick/two\n    pick_test.go:9: one tree\n--- FAIL: TestPick (0.00s)\n"
        "    --- PASS: TestPick/one (0.00s)\n    --- FAIL: TestPick/none (0.00s)\nFAIL\nFAIL\tapp\t0.004s\n");
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found[0].text == said);
    BOOST_TEST(found[0].first_line == 4u);
    BOOST_TEST(found[0].last_line == 4u);
    BOOST_TEST(found[0].exception.message == "Pick() = 3, want 2");
}

BOOST_AUTO_TEST_CASE(what_a_test_logged_before_is_not_why_it_failed) {
    auto const told = [](std::string const& first, std::string const& second) {
        auto const found = tr::traces_in("--- FAIL: TestPick (0.00s)\n    pick_test.go:12: " + first +
                                         "\n    pick_test.go:15: " + second + "\nFAIL\nFAIL\tapp\t0.004s\n");
        BOOST_REQUIRE(found.size() == 1u);
        BOOST_REQUIRE(found[0].exception.frames.size() == 1u);
        return found[0].exception.message + " at " + std::to_string(found[0].exception.frames[0].line);
    };
    BOOST_TEST(told("two trees", "roots differ: 3 and 4") == "roots differ: 3 and 4 at 15");
    BOOST_TEST(told("got 3, want 2", "roots differ: 3 and 4") == "got 3, want 2 at 12");
    BOOST_TEST(told("two trees", "three trees") == "two trees at 12");
}

BOOST_AUTO_TEST_CASE(a_package_that_does_not_compile_is_a_failed_build) {
    std::string const text = "./pick.go:12:5: undefined: rows\n";
    auto const found = tr::traces_in("# example.com/app\n" + text +
                                     "./pick.go:14:2: x declared and not used\n"
                                     "# example.com/app/bag\nbag/bag.go:3:5: undefined: nut\nnext\n");
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found[0].text == text);
    BOOST_TEST(found[0].first_line == 1u);
    BOOST_TEST(found[0].last_line == 1u);
    BOOST_TEST((found[0].role == tr::trace_role::notice));
    BOOST_TEST(found[0].exception.type == "build failed");
    BOOST_TEST(found[0].exception.message == "undefined: rows");
    BOOST_REQUIRE(found[0].exception.frames.size() == 1u);
    BOOST_TEST(found[0].exception.frames[0].line == 12);
    BOOST_TEST(tr::traces_in("# example.com/app [example.com/app.test]\n" + text +
                             "FAIL\texample.com/app [build "
                             "failed]\n")
                   .at(0)
                   .text == text);
    auto const vet = tr::traces_in("vet: ./pick.go:12:5: undefined: rows\nnext\n");
    BOOST_REQUIRE(vet.size() == 1u);
    BOOST_TEST(
        tr::traces_in("# app\n./pick.go:12:5: can inline pick\n./pick.go:13:5: x escapes to heap\n").empty());
    BOOST_TEST(tr::traces_in("./pick.go:12:5: undefined: rows\n").empty());
}

BOOST_AUTO_TEST_CASE(a_fatal_line_of_the_log_package_is_the_last_one) {
    std::string const line = "2026/11/26 10:20:30 open /app/x.toml: no such file or directory\n";
    for (std::string const rest : {"", "exit status 1\n"}) {
        auto const found = tr::traces_in("2026/11/26 10:20:30 begin\n" + line + rest);
        BOOST_REQUIRE(found.size() == 1u);
        BOOST_TEST((found[0].role == tr::trace_role::notice));
        BOOST_TEST(found[0].first_line == 1u);
        BOOST_TEST(found[0].last_line == 1u);
        BOOST_TEST(found[0].exception.type == "error");
        BOOST_TEST(found[0].exception.message == "open /app/x.toml: no such file or directory");
    }
    BOOST_TEST(tr::traces_in(line + "2026/11/26 10:20:31 going on\n").empty());
    BOOST_TEST(tr::traces_in("2026/11/26 10:20:30 all stored\n").empty());
}

BOOST_AUTO_TEST_CASE(fatal_records_of_the_usual_loggers) {
    struct sample {
        std::string line;
        std::string type;
        std::string message;
        std::string file;
    };
    for (sample const& s : {
             sample{"time=\"2026-11-26T10:20:30Z\" level=fatal msg=\"cannot open \\\"x\\\"\" file=x", "error",
                    "cannot open \\\"x\\\"", ""},
             sample{"level=panic caller=main.go:12 msg=gone", "panic", "gone", "main.go"},
             sample{"FATA[0003] cannot open x                             file=x", "error", "cannot open x",
                    ""},
             sample{"F1126 10:20:30.000000       7 main.go:12] cannot open x", "error", "cannot open x",
                    "main.go"},
         }) {
        BOOST_TEST_CONTEXT(s.line) {
            auto const found = tr::traces_in("begin\n" + s.line + "\nnext\n");
            BOOST_REQUIRE(found.size() == 1u);
            BOOST_TEST(found[0].text == s.line + "\n");
            BOOST_TEST((found[0].role == tr::trace_role::notice));
            BOOST_TEST(found[0].exception.language == "go");
            BOOST_TEST(found[0].exception.type == s.type);
            BOOST_TEST(found[0].exception.message == s.message);
            BOOST_REQUIRE(found[0].exception.frames.size() == (s.file.empty() ? 0u : 1u));
            if (!s.file.empty()) BOOST_TEST(found[0].exception.frames[0].file == s.file);
        }
    }
    BOOST_TEST(
        tr::traces_in("level=info msg=\"level=fatal is off\"\nF1126 is a form\nFATA is none\n").empty());
}

BOOST_AUTO_TEST_CASE(a_record_on_zaps_console_has_its_stack_below) {
    std::string const stack = "main.(*job).run\n\t/app/job.go:14\nmain.main\n\t/app/main.go:5\n";
    for (std::string const level : {"FATAL", "ERROR", "fatal", "error"}) {
        std::string const record = "2026-11-26T10:20:30.124Z\t" + level +
                                   "\tapp/job.go:14\tcannot connect\t{\"error\": \"refused\"}\n";
        auto const found = tr::traces_in("begin\n" + record + stack + "next\n");
        BOOST_REQUIRE(found.size() == 1u);
        BOOST_TEST(found[0].exception.type == "error");
        BOOST_TEST(found[0].exception.message == "cannot connect");
        BOOST_REQUIRE(found[0].exception.frames.size() == 2u);
        BOOST_TEST(found[0].exception.frames[1].function == "main.(*job).run");
        BOOST_TEST(found[0].exception.frames[1].line == 14);
        BOOST_TEST((found[0].role == tr::trace_role::notice));
    }
    auto const named = tr::traces_in("2026-11-26T10:20:30Z\tFATAL\tjobs\tapp/job.go:14\tgone\n");
    BOOST_REQUIRE(named.size() == 1u);
    BOOST_TEST(named[0].exception.message == "gone");
    BOOST_REQUIRE(named[0].exception.frames.size() == 1u);
    auto const zerolog = tr::traces_in("2026-11-26T10:20:30Z FTL cannot connect error=\"refused\" port=3\n");
    BOOST_REQUIRE(zerolog.size() == 1u);
    BOOST_TEST(zerolog[0].exception.message == "cannot connect");
    for (std::string const text :
         {"FTL was here\n", "ERROR\t3\nWARN\t2\n", "FATAL\tcount\tfile\n0\t3\tx.go\n"})
        BOOST_TEST(tr::traces_in(text).empty(), text);
}

BOOST_AUTO_TEST_CASE(a_package_that_is_nowhere_is_a_failed_build) {
    for (std::string const text :
         {"main.go:4:2: no required module provides package example.com/x; to add it:\n\tgo get "
          "example.com/x\n",
          "main.go:4:2: package shop/cart is not in GOROOT (/usr/lib/go/src/shop/cart)\n",
          "cmd/main.go:4:2: package shop/cart is not in std (/usr/lib/go/src/shop/cart)\n",
          "main.go:4:2: cannot find module providing package example.com/x\n"}) {
        auto const found = tr::traces_in("building\n" + text);
        BOOST_REQUIRE(found.size() == 1u);
        BOOST_TEST(found[0].exception.type == "build failed");
        BOOST_TEST(found[0].text == text);
        BOOST_REQUIRE(found[0].exception.frames.size() == 1u);
        BOOST_TEST(found[0].exception.frames[0].line == 4);
    }
    BOOST_TEST(tr::traces_in("main.go:4:2: package shop is documented here\n").empty());
}

BOOST_AUTO_TEST_CASE(a_frame_that_only_lies_in_the_runtimes_folder_is_where_it_was_raised) {
    auto const found = tr::traces_in(
        "fatal error: sync: unlock of unlocked mutex\n\ngoroutine 1 [running]:\n"
        "runtime.throw({0x1, 0x2})\n\t/usr/local/go/src/runtime/panic.go:1047 +0x5d\n"
        "sync.fatal({0x1, 0x2})\n\t/usr/local/go/src/runtime/panic.go:1031 +0x1e\n"
        "main.main()\n\t/app/main.go:12 +0x3b6\n");
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_REQUIRE(found[0].exception.frames.size() == 2u);
    BOOST_TEST(found[0].exception.frames[1].function == "sync.fatal");
}

BOOST_AUTO_TEST_CASE(a_test_may_say_why_before_it_is_called_failed) {
    std::string const text =
        "    sum_test.go:8: \n        \tError Trace:\t/app/sum_test.go:8\n        \tError:      \tNot equal: "
        "\n"
        "        \t            \texpected: 3\n";
    auto const found = tr::traces_in("=== RUN   TestSum\n" + text +
                                     "--- FAIL: TestSum (0.00s)\nFAIL\nFAIL\texample.com/sum\t0.004s\n");
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found[0].text == text);
    BOOST_TEST(found[0].exception.message == "Not equal:");
    BOOST_REQUIRE(found[0].exception.frames.size() == 1u);
    BOOST_TEST(found[0].exception.frames[0].file == "sum_test.go");
    BOOST_TEST(found[0].exception.frames[0].line == 8);
}

BOOST_AUTO_TEST_CASE(errors_of_a_package_stand_below_its_name_whatever_their_folder) {
    std::string const text = "store/store.go:15:2: too many return values\n\thave (int, nil)\n\twant (int)\n";
    auto const found =
        tr::traces_in("building\n# example.com/sum/store\n" + text +
                      "store/store.go:19:7: cannot use 3 (untyped int constant) as string value\n");
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found[0].text == text);
    BOOST_TEST(found[0].exception.frames.at(0).file == "store/store.go");
    BOOST_TEST(tr::traces_in("# heading\nstore/store.go:12:7: can inline f\n# other\ntext\n").empty());
}

BOOST_AUTO_TEST_SUITE_END()

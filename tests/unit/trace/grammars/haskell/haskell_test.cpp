#include <boost/test/unit_test.hpp>

#include "unit/trace/only_one_in.hpp"

namespace tr = task_agent::trace;

BOOST_AUTO_TEST_SUITE(haskell_tests)

BOOST_AUTO_TEST_CASE(an_error_is_read_with_its_message_and_its_call_stack) {
    std::string const text =
        "mill: no flour\n  for loaf 3\nCallStack (from HasCallStack):\n  error, called at src/Mill.hs:12:5 "
        "in main:Mill\n"
        "  grind, called at app/Main.hs:4:8 in main:Main\n";
    auto const found = tr::traces_in("loaf 1\n" + text + "closing\n");
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found[0].text == text);
    BOOST_TEST(found[0].exception.message == "no flour");
    BOOST_REQUIRE(found[0].exception.frames.size() == 2u);
    BOOST_TEST(found[0].exception.frames.back().file == "src/Mill.hs");
    BOOST_TEST(found[0].exception.frames.back().line == 12);
    BOOST_TEST(found[0].exception.frames.back().function == "error");
}

BOOST_AUTO_TEST_CASE(a_call_stack_without_an_error_or_without_calls_is_none) {
    BOOST_TEST(
        tr::traces_in("trace of it\nCallStack (from HasCallStack):\n  f, called at a.hs:1:1 in main:Main\n")
            .empty());
    BOOST_TEST(tr::traces_in("mill: no flour\nCallStack (from HasCallStack):\nnothing\n").empty());
    BOOST_TEST(tr::traces_in("mill: no flour\n").empty());
}

BOOST_AUTO_TEST_CASE(newer_compilers_name_the_type_and_print_a_backtrace) {
    std::string const text =
        "mill: Uncaught exception mill-1.0:Mill.NoFlour:\n\nno flour: none\n\nHasCallStack backtrace:\n"
        "  collectBacktraces, called at libraries/x/Exception.hs:92:13 in "
        "ghc-internal:GHC.Internal.Exception\n"
        "  grind, called at app/Main.hs:4:8 in main:Main\n";
    auto const found = tr::traces_in("start\n" + text + "\nend\n");
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found[0].text == text);
    BOOST_TEST(found[0].exception.type == "mill-1.0:Mill.NoFlour");
    BOOST_TEST(found[0].exception.message == "no flour: none");
    BOOST_REQUIRE(found[0].exception.frames.size() == 1u);
    BOOST_TEST(found[0].exception.frames[0].line == 4);
}

BOOST_AUTO_TEST_CASE(the_same_stack_printed_twice_is_read_once) {
    auto const found = tr::traces_in(
        "mill: no flour\nCallStack (from HasCallStack):\n  error, called at Mill.hs:12:5 in main:Mill\n"
        "HasCallStack backtrace:\n  error, called at Mill.hs:12:5 in main:Mill\n");
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found[0].exception.frames.size() == 1u);
    BOOST_TEST(found[0].last_line == 4u);
}

BOOST_AUTO_TEST_CASE(a_prefix_that_no_rule_knows_is_taken_off) {
    auto const found = tr::traces_in(
        "10:00:00 mill[3]: mill: no flour\n10:00:00 mill[3]: CallStack (from HasCallStack):\n"
        "10:00:00 mill[3]:   error, called at Mill.hs:12:5 in main:Mill\n");
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found[0].exception.message == "no flour");
    BOOST_TEST(found[0].exception.frames[0].line == 12);
}

BOOST_AUTO_TEST_CASE(an_example_in_a_text_is_none_behind_any_prefix) {
    for (std::string const prefix : {"", "[rank1]: ", "[1,3]<stderr>:", "3: ", "10:00:00 host mill[3]: "}) {
        std::string text;
        for (std::string const line :
             {"it looks like", "  mill: no flour",
              "  CallStack (from HasCallStack):", "    error, called at Mill.hs:12:5 in main:Mill"})
            text += prefix + line + "\n";
        BOOST_TEST(tr::traces_in(text).empty(), prefix);
    }
}

BOOST_AUTO_TEST_CASE(the_runtimes_words_above_a_call_stack_belong_to_it) {
    // which the level of a logger makes a line that is looked at
    for (std::string const prefix : {"", "2026-11-22 12:00:00,123 ERROR app.main: "}) {
        std::string text;
        for (std::string const line : {"mill: Prelude.head: empty list", "CallStack (from HasCallStack):",
                                       "  error, called at List.hs:12:5 in base:GHC.List"})
            text += prefix + line + "\n";
        auto const found = tr::traces_in(prefix + "start\n" + text + prefix + "end\n");
        BOOST_REQUIRE_MESSAGE(found.size() == 1u, prefix);
        BOOST_TEST(found[0].exception.message == "Prelude.head: empty list");
        BOOST_TEST(found[0].first_line == 1u);
        BOOST_TEST(found[0].last_line == 3u);
        BOOST_TEST(found[0].exception.frames.size() == 1u);
    }
}

BOOST_AUTO_TEST_CASE(a_launchers_label_is_not_the_program) {
    std::string const text = "mill: a.yaml: openFile: does not exist (No such file or directory)\n";
    for (std::string const label : {"3: ", "node3: "}) {
        auto const found = tr::traces_in(label + "start\n" + label + text);
        BOOST_REQUIRE_MESSAGE(found.size() == 1u, label);
        BOOST_TEST(found[0].text == text);
        BOOST_TEST(found[0].source == label);
    }
    // any two words look like an exception of its own
    BOOST_TEST(tr::traces_in("node3: start\nnode3: ErrorTest [tests.exs]\n").empty());
    BOOST_TEST(tr::traces_in("2026-11-22 12:00:00 mill: PortError [1]\n").size() == 1u);
    auto const short_one = tr::traces_in("3: mill: hGetLine: illegal operation\n");
    BOOST_REQUIRE(short_one.size() == 1u);
    BOOST_TEST(short_one[0].source == "3: ");
}

BOOST_AUTO_TEST_CASE(one_line_in_the_runtimes_words_is_a_notice) {
    struct row {
        char const* line;
        char const* type;
        char const* message;
    };
    for (row const& r :
         {row{"mill: Prelude.head: empty list", "error", "Prelude.head: empty list"},
          row{"mill: divide by zero", "error", "divide by zero"}, row{"mill: <<loop>>", "error", "<<loop>>"},
          row{"mill: thread blocked indefinitely in an STM transaction", "error",
              "thread blocked indefinitely in an STM transaction"},
          row{"mill: a.yaml: openFile: does not exist (No such file or directory)", "error",
              "a.yaml: openFile: does not exist (No such file or directory)"},
          row{"mill: Mill.hs:9:1-7: Non-exhaustive patterns in case", "error",
              "Non-exhaustive patterns in case"}}) {
        auto const found = tr::traces_in(std::string("start\n") + r.line + "\nnext\n");
        BOOST_REQUIRE_MESSAGE(found.size() == 1u, r.line);
        BOOST_TEST((found[0].role == tr::trace_role::notice));
        BOOST_TEST(found[0].exception.type == r.type);
        BOOST_TEST(found[0].exception.message == r.message);
        BOOST_TEST(found[0].first_line == 1u);
        BOOST_TEST(found[0].last_line == 1u);
    }
    auto const place =
        tr::traces_in("mill: Mill.hs:(9,1)-(10,23): Non-exhaustive patterns in function grind on\n");
    BOOST_REQUIRE(place.size() == 1u);
    BOOST_TEST(place[0].exception.frames.at(0).line == 9);
}

BOOST_AUTO_TEST_CASE(an_exception_of_its_own_is_shown_with_its_arguments) {
    auto const found =
        tr::traces_in("mill: NoFlour \"rye\" (Left 3) <error>\nmill: NoFlour \"rye\" (Left error)\n");
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found[0].exception.type == "NoFlour");
    BOOST_TEST(found[0].exception.message == "\"rye\" (Left error)");
}

BOOST_AUTO_TEST_CASE(memory_limits_are_told_over_lines_of_the_program) {
    auto const found = tr::traces_in(
        "mill: Stack space overflow: current size 33624 bytes.\nmill: Use `+RTS -Ksize -RTS' to increase "
        "it.\nmill: x\n");
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST((found[0].role == tr::trace_role::resource));
    BOOST_TEST(found[0].last_line == 1u);
}

BOOST_AUTO_TEST_CASE(the_compiler_says_it_below_or_beside) {
    std::string const text =
        "Mill.hs:2:18: error: [GHC-83865]\n    \u2022 Couldn't match type Int with Bool\n"
        "    \u2022 In an equation for x\n  |\n2 | x = 3\n  |     ^\n";
    auto const found = tr::traces_in("[1 of 1] Compiling Mill\n\n" + text + "\nend\n");
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found[0].text == text);
    BOOST_TEST(found[0].exception.type == "build failed");
    BOOST_TEST(found[0].exception.message == "Couldn't match type Int with Bool");
    BOOST_TEST(found[0].exception.frames.at(0).line == 2);
    auto const beside = tr::traces_in("Mill.hs:3:7: error: Variable not in scope: y\n  |\n");
    BOOST_REQUIRE(beside.size() == 1u);
    BOOST_TEST(beside[0].exception.message == "Variable not in scope: y");
}

BOOST_AUTO_TEST_CASE(other_programs_words_are_none) {
    for (auto const* text :
         {"grep: a.txt: no error here\n", "mill: started 3 error counters\n", "INFO: divide by zero\n",
          "error: divide by zero\n", "mill: Loaded 12 error rules on\n", "worker failed: divide by zero\n",
          "mill: Ready to go on\n", "cp: cannot stat 'a': permission denied (x error)\n",
          "Mill.hs:3:7: warning: error\n"})
        for (auto const& found : tr::traces_in(text))
            BOOST_TEST(found.exception.language != "haskell", text);
}

BOOST_AUTO_TEST_CASE(the_last_line_may_be_an_exception_as_show_writes_it) {
    auto const own = tr::traces_in("4.0\nferry: NoBerth \"pier\" \"7x\"\n");
    BOOST_REQUIRE(own.size() == 1u);
    BOOST_TEST(own[0].exception.type == "NoBerth");
    BOOST_TEST(own[0].first_line == 1u);
    BOOST_TEST(own[0].lines_after == 0u);
    auto const pattern =
        tr::traces_in("ferry: Ferry.hs:(7,1)-(8,23): Non-exhaustive patterns in function berth\n\n");
    BOOST_REQUIRE(pattern.size() == 1u);
    BOOST_TEST(pattern[0].exception.frames.back().line == 7);
    BOOST_TEST(tr::traces_in("ferry: NoBerth \"pier\" \"7x\"\nall berths are free\n").empty());
    BOOST_TEST(tr::traces_in("ferry: Berth { pier: \"x\" }\n").empty());
    BOOST_TEST(tr::traces_in("ferry: Done\n").empty());
    BOOST_TEST(tr::traces_in("\n").empty());
}

BOOST_AUTO_TEST_CASE(a_process_that_failed_is_told_with_its_code) {
    for (std::string const line :
         {"app: callProcess: tar \"-cf\" \"x\" (exit 2): failed", "app: callCommand: exit 3 (exit 3): failed",
          "app: readCreateProcess: sh \"-c\" \"x\" (exit -9): failed",
          "app: no-tool: callProcess: posix_spawnp: does not exist (No such file or directory)"}) {
        auto const found = tr::traces_in("packing\n" + line + "\n");
        BOOST_REQUIRE_MESSAGE(found.size() == 1u, line);
        BOOST_TEST(found[0].exception.message == line.substr(5));
    }
    BOOST_TEST(tr::traces_in("app: deploy: x (exit 2): failed\n").empty());
}

BOOST_AUTO_TEST_CASE(a_failed_pattern_of_io_tells_its_place) {
    auto const found =
        tr::traces_in("app: user error (Pattern match failure in do expression at src/Nut.hs:13:3-8)\n");
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_REQUIRE(found[0].exception.frames.size() == 1u);
    BOOST_TEST(found[0].exception.frames[0].file == "src/Nut.hs");
    BOOST_TEST(found[0].exception.frames[0].line == 13);
}

BOOST_AUTO_TEST_CASE(a_heap_that_is_full_is_told_over_three_lines) {
    auto const found = tr::traces_in(
        "app: Heap exhausted;\napp: Current maximum heap size is 12582912 bytes (12 MB).\n"
        "app: Use `+RTS -M<size>' to increase it.\nclosing\n");
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST((found[0].role == tr::trace_role::resource));
    BOOST_TEST(found[0].last_line == 2u);
    BOOST_TEST(tr::traces_in("app: retries exhausted;\napp: going on\n").empty());
}

BOOST_AUTO_TEST_CASE(a_script_is_named_by_its_file) {
    auto const found = tr::traces_in("Nut.hs: divide by zero\n");
    BOOST_REQUIRE(found.size() == 1u);
    auto const lost = tr::traces_in("\n<no location info>: error: can't find file: Nut.hs\n");
    BOOST_REQUIRE(lost.size() == 1u);
    BOOST_TEST(lost[0].exception.message == "can't find file: Nut.hs");
}

BOOST_AUTO_TEST_CASE(an_error_that_was_expected_was_shown) {
    std::string const stack = "CallStack (from HasCallStack):\n  error, called at Car.hs:8:8 in main:Main\n";
    for (std::string const lead : {"expected", "ignored", "recovered"})
        BOOST_TEST(
            (tr::traces_in(lead + ": no fuel\n" + stack + "row\n").at(0).handled == tr::handling::aside));
    BOOST_TEST(
        (tr::traces_in("car: expected: no fuel\n" + stack + "row\n").at(0).handled == tr::handling::none));
}

BOOST_AUTO_TEST_CASE(what_was_thrown_is_found_above_the_lines_of_a_script_that_tidied_up) {
    std::string const calm = "collecting logs\nuploading artifacts\n";
    auto const shown = tr::traces_in("start\nmill: NoFlour \"rye\" 3\n" + calm, true);
    BOOST_REQUIRE(shown.size() == 1u);
    BOOST_TEST(shown[0].cause_line == "NoFlour: \"rye\" 3");
    auto const placed = tr::only_one_in(
        "start\nmill: Mill.hs:15:32-38: Non-exhaustive patterns in function f\n\n" + calm, "haskell");
    BOOST_TEST(placed.exception.frames.at(0).line == 15);
}

BOOST_AUTO_TEST_SUITE_END()

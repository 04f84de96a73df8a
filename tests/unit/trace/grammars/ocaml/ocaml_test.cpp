#include <boost/test/unit_test.hpp>

#include "unit/trace/only_one_in.hpp"

namespace tr = task_agent::trace;

BOOST_AUTO_TEST_SUITE(ocaml_tests)

BOOST_AUTO_TEST_CASE(the_place_of_raising_is_the_innermost_frame) {
    std::string const text =
        "Fatal error: exception Failure(\"no fuel\")\n"
        "Raised at Car.go in file \"car.ml\" (inlined), line 3, characters 2-9\n"
        "Called from Car in file \"car.ml\", line 8, characters 0-4\n";
    auto const found = tr::traces_in("before\n" + text + "after\n");
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found[0].text == text);
    BOOST_TEST(found[0].exception.type == "Failure");
    BOOST_TEST(found[0].exception.message == "no fuel");
    BOOST_REQUIRE(found[0].exception.frames.size() == 2u);
    BOOST_TEST(found[0].exception.frames[1].function == "Car.go");
    BOOST_TEST(found[0].exception.frames[1].line == 3);
}

BOOST_AUTO_TEST_CASE(mentions_are_no_traces) {
    BOOST_TEST(tr::traces_in("Exception: Not_found.\nsaw Fatal error: exception Not_found\n"
                             "Fatal error: exceptions: none\n"
                             "Called from A in file \"a.ml\", line 2, characters 9-13\n")
                   .empty());
}

BOOST_AUTO_TEST_CASE(what_was_raised_is_shown_in_several_ways) {
    struct row {
        char const* shown;
        char const* type;
        char const* message;
    };
    for (row const& r :
         {row{"Not_found", "Not_found", ""}, row{"Shop.Short(\"nut\", 3)", "Shop.Short", "(\"nut\", 3)"},
          row{"Failure(\"a \\\"b\\\" c\")", "Failure", "a \\\"b\\\" c"},
          row{"Fun.Finally_raised: Failure(\"x\")", "Fun.Finally_raised", "Failure(\"x\")"},
          row{"Stack overflow", "Stack overflow", ""},
          row{"Price of nut is unknown", "error", "Price of nut is unknown"},
          row{"File \"a.ml\", line 14, characters 16-22: Assertion failed", "assertion failed",
              "File \"a.ml\", line 14, characters 16-22: Assertion failed"}}) {
        auto const found = tr::traces_in(std::string("Fatal error: exception ") + r.shown + "\n");
        BOOST_REQUIRE_MESSAGE(found.size() == 1u, r.shown);
        BOOST_TEST(found[0].exception.type == r.type);
        BOOST_TEST(found[0].exception.message == r.message);
    }
    auto const place = tr::traces_in(
        "Fatal error: exception File \"a.ml\", line 14, characters 16-22: Pattern matching failed\n");
    BOOST_TEST(place.at(0).exception.frames.at(0).line == 14);
    BOOST_TEST(place.at(0).exception.type == "Match_failure");
}

BOOST_AUTO_TEST_CASE(a_message_of_several_lines_stands_before_the_backtrace) {
    auto const found = tr::traces_in(
        "Fatal error: exception Bad plan:\n  step 3\nRaised at A.f in file \"a.ml\", line 3, characters "
        "2-9\nend\n");
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found[0].last_line == 2u);
    BOOST_TEST(found[0].exception.frames.at(0).line == 3);
}

BOOST_AUTO_TEST_CASE(a_program_may_print_its_exception_itself) {
    std::string const text =
        "[error] shop failed: Invalid_argument(\"no nut\")\n"
        "Raised at Stdlib.invalid_arg in file \"stdlib.ml\", line 30, characters 20-45\n"
        "Called from Shop in file \"shop.ml\", line 7, characters 6-12\n";
    auto const found = tr::traces_in("start\n" + text + "cleaning\n");
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found[0].text == text);
    BOOST_TEST((found[0].handled == tr::handling::error));
    BOOST_TEST(found[0].exception.type == "Invalid_argument");
    BOOST_TEST(found[0].exception.message == "no nut");
    BOOST_TEST(found[0].exception.frames.back().line == 30);
    auto const survived = tr::traces_in(
        "skipping nut: Not_found\nRaised at Shop.f in file \"shop.ml\", line 3, characters 0-4\nend\n");
    BOOST_TEST((survived.at(0).handled == tr::handling::survived));
    auto const thread = tr::traces_in(
        "Thread 1 killed on uncaught exception Failure(\"x\")\nRaised at A in file \"a.ml\", line 3, "
        "characters 0-4\n");
    BOOST_TEST((thread.at(0).role == tr::trace_role::detached));
    BOOST_TEST(thread.at(0).exception.message == "x");
}

BOOST_AUTO_TEST_CASE(base_shows_an_s_expression_and_a_script_a_phrase) {
    auto const base = tr::traces_in(
        "Uncaught exception:\n  \n  (Failure \"no fuel\")\n\nRaised at Car.go in file \"car.ml\", line 3, "
        "characters 2-9\n");
    BOOST_REQUIRE(base.size() == 1u);
    BOOST_TEST(base[0].exception.type == "Failure");
    BOOST_TEST(base[0].exception.message == "no fuel");
    BOOST_TEST(base[0].exception.frames.at(0).line == 3);
    BOOST_TEST(tr::traces_in("Uncaught exception:\n  (see below)\nend\n").empty());
    auto const script = tr::traces_in("Exception: Failure \"no fuel\".\n");
    BOOST_REQUIRE(script.size() == 1u);
    BOOST_TEST(script[0].exception.message == "no fuel");
}

BOOST_AUTO_TEST_CASE(the_compiler_names_a_place_and_then_its_error) {
    std::string const text =
        "File \"shop.ml\", line 2, characters 22-27:\n2 | let () = print_string (f 3)\n                      "
        "^^^^^\n"
        "Error: This expression has type int but an expression was expected of type\n         string\n";
    auto const found = tr::traces_in("dune build\n" + text + "end\n");
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found[0].text == text);
    BOOST_TEST((found[0].role == tr::trace_role::notice));
    BOOST_TEST(found[0].exception.type == "build failed");
    BOOST_TEST(found[0].exception.frames.at(0).line == 2);
    std::string const hint = "Hint: try:\n  dune external-lib-deps --missing\n";
    std::string const stop = "make: *** [Makefile:3: shop] Error 1\n";
    BOOST_TEST(tr::traces_in(text + hint + stop + "end\n").at(0).text == text + hint + stop);
    std::string const further =
        "File \"bag.ml\", line 7, characters 2-7:\n7 |   nuts\n      ^^^^\nError: Unbound value nuts\n";
    BOOST_TEST(tr::only_one_in(text + further + "end\n", "ocaml").text == text);
    BOOST_TEST(tr::only_one_in(text + further + stop + "end\n", "ocaml").text == text + further + stop);
    BOOST_TEST(
        tr::only_one_in("File \"_none_\", line 1:\nError: Error during linking (exit code 1)\n", "ocaml")
            .exception.type == "linker error");
    auto const syntax = tr::traces_in("File \"shop.ml\", lines 2-4, characters 0-0:\nError: Syntax error\n");
    BOOST_TEST(syntax.at(0).exception.type == "build failed");
    BOOST_TEST(
        tr::traces_in("File \"shop.ml\", line 2, characters 2-7:\nWarning 8: x\nError: none\n").size() == 1u);
    BOOST_TEST(tr::traces_in("nothing above\nError: no such shop\nrow 1\n").empty());
}

BOOST_AUTO_TEST_CASE(nothing_follows_the_frames) {
    auto const found = tr::traces_in(
        "Fatal error: exception Two(\"a\", \"b\")\nRaised at A.f in file \"a.ml\", line 3, characters "
        "2-9\nend\n"
        "Called from A in file \"a.ml\", line 9, characters 2-9\n");
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found[0].last_line == 1u);
    BOOST_TEST(found[0].exception.message == "(\"a\", \"b\")");
}

BOOST_AUTO_TEST_CASE(a_text_is_shown_with_its_own_quotes_and_lines) {
    BOOST_TEST(tr::only_one_in("Fatal error: exception Sea.Calm(\"no \"wind\" today\")\n", "ocaml")
                   .exception.message == "no \"wind\" today");
    BOOST_TEST(
        tr::only_one_in("Fatal error: exception Sea.Calm(\"no\", \"wind\")\n", "ocaml").exception.message ==
        "(\"no\", \"wind\")");
    auto const lines =
        tr::only_one_in("Fatal error: exception Failure(\"no wind\nnor waves\")\nbehind\n", "ocaml");
    BOOST_TEST(lines.exception.message == "no wind\nnor waves");
    BOOST_TEST(lines.last_line == 1u);
}

BOOST_AUTO_TEST_CASE(a_printer_of_its_own_may_use_any_words) {
    BOOST_TEST(tr::only_one_in("Fatal error: exception the sea is calm\n", "ocaml").exception.message ==
               "the sea is calm");
    auto const script = tr::only_one_in(
        "Exception: the sea is calm\nRaised at Sea.sail in file \"sea.ml\", line 3, characters 2-9\n",
        "ocaml");
    BOOST_TEST(script.exception.message == "the sea is calm");
    BOOST_TEST(script.first_line == 0u);
}

BOOST_AUTO_TEST_CASE(scripts_show_exceptions_in_several_forms) {
    std::string const frame =
        "Called from unknown location\nCalled from Sea in file \"sea.ml\", line 3, characters 2-9\n";
    BOOST_TEST(tr::only_one_in("Exception: Not_found.\n" + frame, "ocaml").exception.type == "Not_found");
    BOOST_TEST(tr::only_one_in("Exception: Calm {day = 3}.\nbehind\n", "ocaml").exception.message ==
               "{day = 3}");
    BOOST_TEST(tr::only_one_in("Exception: Unix.Unix_error(Unix.ENOENT, \"open\", \"x\")\n", "ocaml")
                   .exception.type == "Unix.Unix_error");
    auto const tall =
        tr::only_one_in("Exception:\nStdlib.Scanf.Scan_failure\n \"no number\".\n" + frame, "ocaml");
    BOOST_TEST(tall.exception.type == "Stdlib.Scanf.Scan_failure");
    BOOST_TEST(tall.exception.message == "no number");
    BOOST_TEST(tall.last_line == 4u);
    BOOST_TEST(
        tr::only_one_in("Stack overflow during evaluation (looping recursion?).\n", "ocaml").exception.type ==
        "Stack_overflow");
    BOOST_TEST((tr::only_one_in("Cannot find file ./sea.ml.\n", "ocaml").role == tr::trace_role::notice));
    // the last word of a script; a session goes on
    BOOST_TEST(tr::only_one_in("Exception: Not_found.\n\n", "ocaml").exception.type == "Not_found");
    BOOST_TEST(tr::traces_in("Exception: Not_found.\n# 1 + 1;;\nException:\nsee above\n").empty());
}

BOOST_AUTO_TEST_CASE(a_thread_may_die_without_a_stack) {
    auto const found =
        tr::only_one_in("Thread 2 killed on uncaught exception Failure(\"calm\")\nbehind\n", "ocaml");
    BOOST_TEST((found.role == tr::trace_role::detached));
    BOOST_TEST(found.exception.message == "calm");
}

BOOST_AUTO_TEST_CASE(an_exception_behind_the_word_of_a_failure_is_a_notice) {
    auto const found = tr::only_one_in("[error] sailing failed: Failure(\"calm\")\nclosing\n", "ocaml");
    BOOST_TEST((found.role == tr::trace_role::notice));
    BOOST_TEST(found.exception.type == "Failure");
    BOOST_TEST(
        tr::traces_in(
            "[error] sailing failed: Calm\nerror: ValueError(\"calm\")\n[error] retry: Failure(\"calm\")\n"
            "the errors are Failure(\"calm\")\n")
            .empty());
}

BOOST_AUTO_TEST_CASE(a_text_of_base_is_the_message) {
    auto const found = tr::only_one_in(
        "Uncaught exception:\n  \n  (\"no wind\"\n    (day 3))\n\n"
        "Raised at Base__Error.raise in file \"src/error.ml\", line 9, characters 17-30\n",
        "ocaml");
    BOOST_TEST(found.exception.message == "no wind");
    BOOST_TEST(found.last_line == 5u);
}

BOOST_AUTO_TEST_CASE(a_command_of_cmdliner_shows_it_below_its_own_words) {
    auto const found = tr::traces_in(
        "shop: internal error, uncaught exception:\n      Failure(\"no nut\")\n"
        "      Raised at Stdlib.failwith in file \"stdlib.ml\", line 29, characters 17-33\n");
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found[0].first_line == 0u);
    BOOST_TEST(found[0].exception.type == "Failure");
    BOOST_TEST(found[0].exception.frames.at(0).line == 29);
}

BOOST_AUTO_TEST_CASE(a_warning_may_be_made_an_error) {
    auto const found = tr::traces_in(
        "File \"shop.ml\", line 2, characters 14-15:\n2 | let f x = let y = 3 in x\n                  ^\n"
        "Error (warning 26 [unused-var]): unused variable y.\n");
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found[0].exception.type == "build failed");
    BOOST_TEST(found[0].exception.message == "unused variable y.");
    BOOST_TEST(found[0].last_line == 3u);
}

BOOST_AUTO_TEST_CASE(an_exception_alone_is_told_where_nothing_follows) {
    for (std::string const line : {"Failure(\"no nut\")", "Exception: Closed."}) {
        auto const found = tr::traces_in("working\n" + line + "\n");
        BOOST_REQUIRE_MESSAGE(found.size() == 1u, line);
        BOOST_TEST((found[0].role == tr::trace_role::notice));
        BOOST_TEST(tr::traces_in(line + "\ngoing on\n").empty());
    }
    BOOST_TEST(tr::traces_in("[FATAL] uncaught Failure(\"no nut\")\n").size() == 1u);
    auto const full = tr::traces_in("Out of memory during evaluation.\n");
    BOOST_REQUIRE(full.size() == 1u);
    BOOST_TEST((full[0].role == tr::trace_role::resource));
}

BOOST_AUTO_TEST_SUITE_END()

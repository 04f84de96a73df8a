// The many forms in which V8's runtimes print what ended them.
#include <boost/test/unit_test.hpp>

#include "unit/trace/stream_of.hpp"

namespace tr = task_agent::trace;

namespace {

tr::found_trace only_one_in(std::string const& text) {
    auto const found = tr::traces_in(text);
    BOOST_REQUIRE_MESSAGE(found.size() == 1u, found.size() << " traces in\n" << text);
    BOOST_TEST(found[0].exception.language == "node");
    return found[0];
}

}  // namespace

BOOST_AUTO_TEST_SUITE(node_forms_tests)

BOOST_AUTO_TEST_CASE(a_thrown_object_has_no_type_and_the_excerpt_is_its_place) {
    std::string const excerpt = "/srv/pay.js:12\n    throw { code: 7 };\n    ^\n";
    auto const t = only_one_in("up\n" + excerpt + "{ code: 7 }\n\nNode.js v22.1.0\n");
    BOOST_TEST(t.text == excerpt + "{ code: 7 }\n");
    BOOST_TEST(t.exception.type == "");
    BOOST_TEST(t.cause_line == "{ code: 7 }");
    BOOST_REQUIRE(t.exception.frames.size() == 1u);
    BOOST_TEST(t.exception.frames[0].file == "/srv/pay.js");
    BOOST_TEST(t.exception.frames[0].line == 12);
    // of several lines, by a Node that prints no version
    auto const old = only_one_in(excerpt + "{\n  code: 7,\n  text: 'a'\n}\n");
    BOOST_TEST(old.last_line == 6u);
    BOOST_TEST((old.role == tr::trace_role::raised));
}

BOOST_AUTO_TEST_CASE(a_thrown_text_that_resembles_a_header_is_text) {
    std::string const excerpt = "/srv/pay.js:2\nthrow 'Refused: no'\n^\n";
    std::string const hint =
        "(Use `node --trace-uncaught ...` to show where the exception was thrown)\n\nNode.js v20.1.0\n";
    auto const t = only_one_in(excerpt + "Refused: no\n" + hint);
    BOOST_TEST(t.exception.type == "");
    BOOST_TEST(t.exception.message == "Refused: no");
    auto const traced =
        only_one_in(excerpt + "Refused: no\nThrown at:\n    at pay (/srv/pay.js:2:1)\n\n\nNode.js v20.1.0\n");
    BOOST_TEST(traced.exception.type == "");
    BOOST_TEST(traced.exception.frames.back().function == "pay");
    BOOST_TEST(traced.last_line == 5u);
}

BOOST_AUTO_TEST_CASE(a_caret_without_indentation_is_found_by_the_version_below) {
    auto const t = only_one_in("/srv/pay.js:2\nthrow [7]\n^\n[ 7 ]\n\nNode.js v20.1.0\n");
    BOOST_TEST(t.exception.message == "[ 7 ]");
    BOOST_TEST(t.last_line == 3u);
    auto const shell = only_one_in(
        "Uncaught:\n'no seat'\n(Use `nodejs --trace-uncaught ...` to show where the exception was thrown)\n");
    BOOST_TEST(shell.exception.message == "'no seat'");
    BOOST_TEST(shell.first_line == 0u);
}

BOOST_AUTO_TEST_CASE(what_a_worker_or_a_child_printed_is_within_the_trace) {
    auto const worker = only_one_in(
        "node:events:497\n      throw er;\n      ^\n[worker eval]:1\nthrow new Error('odd')\n^\n\nError: "
        "odd\n"
        "    at [worker eval]:1:7\n\nNode.js v20.1.0\n");
    BOOST_TEST(worker.first_line == 0u);
    BOOST_TEST(worker.last_line == 8u);
    std::string const text =
        "node:child_process:930\n    throw err;\n    ^\n\nError: Command failed: node c.js\n/srv/c.js:4\n  "
        "f()\n"
        "  ^\n\nTypeError: f is odd\n    at g (/srv/c.js:4:3)\n\nNode.js v20.1.0\n\n"
        "    at checkExecSyncError (node:child_process:891:11)\n    at run (/srv/p.js:2:9) {\n  status: "
        "1\n}\n";
    auto const t = only_one_in(text + "\nNode.js v20.1.0\n");
    BOOST_TEST(t.text == text);
    BOOST_TEST(t.root_line == "TypeError: f is odd");
    BOOST_TEST(t.exception.frames.back().function == "checkExecSyncError");
}

BOOST_AUTO_TEST_CASE(a_class_of_any_name_is_known_by_the_excerpt) {
    auto const t = only_one_in(
        "file:///srv/m.mjs:4\n  throw new Refused('no seat');\n        ^\n\nRefused: no seat\n"
        "    at take (file:///srv/m.mjs:4:9)\n    at file:///srv/m.mjs:7:1\n\nNode.js v20.1.0\n");
    BOOST_TEST(t.exception.type == "Refused");
    BOOST_TEST(t.exception.message == "no seat");
    BOOST_TEST(t.exception.frames.back().function == "take");
}

BOOST_AUTO_TEST_CASE(a_file_that_cannot_be_read_is_its_own_place) {
    auto const t = only_one_in(
        "/srv/bad.js:9\n}}\n ^\n\nSyntaxError: Unexpected token '}'\n"
        "    at wrapSafe (node:internal/modules/cjs/loader:1:18)\n\nNode.js v20.1.0\n");
    BOOST_TEST(t.exception.frames.back().file == "/srv/bad.js");
    BOOST_TEST(t.exception.frames.back().line == 9);
    // thrown while it ran: its frame tells
    auto const parsed = only_one_in(
        "<anonymous_script>:1\nx\n ^\n\nSyntaxError: Unexpected token 'x', \"x\" is not valid JSON\n"
        "    at JSON.parse (<anonymous>)\n    at read (/srv/bad.js:2:8)\n\nNode.js v20.1.0\n");
    BOOST_TEST(parsed.exception.frames.back().function == "JSON.parse");
    BOOST_TEST(parsed.exception.frames.back().file == "");
}

BOOST_AUTO_TEST_CASE(errors_without_a_stack_are_bracketed) {
    std::string const at =
        "node:internal/process/promises:391\n      triggerUncaughtException(err, true);\n      ^\n\n";
    auto const t = only_one_in(at +
                               "[UnhandledPromiseRejection: rejected with the reason \"7\".] {\n  code: "
                               "'X'\n}\n\nNode.js v20.1.0\n");
    BOOST_TEST(t.exception.type == "UnhandledPromiseRejection");
    BOOST_TEST(t.exception.message == "rejected with the reason \"7\".");
    BOOST_TEST(t.last_line == 6u);
    auto const several =
        only_one_in(at +
                    "[AggregateError: All promises were rejected] {\n  [errors]: [\n    Error: a\n"
                    "        at f (/srv/a.js:1:2),\n    Error: b\n        at f (/srv/a.js:1:2)\n"
                    "  ]\n}\n\nNode.js v20.1.0\n");
    BOOST_TEST(several.exception.type == "AggregateError");
    BOOST_TEST(several.first_member == "Error: a");
    BOOST_REQUIRE(several.exception.frames.size() == 1u);
    BOOST_TEST(several.exception.frames[0].line == 1, "of the first of them");
    BOOST_TEST(only_one_in(at + "[Error: bare]\n\nNode.js v20.1.0\n").exception.message == "bare");
}

BOOST_AUTO_TEST_CASE(a_class_of_the_programs_own_has_its_excerpt_above) {
    auto const t = only_one_in(
        "up\n/srv/bag.js:3\nthrow new NoNut('no lid');\n^\n\nNoNut: no lid\n    at f (/srv/bag.js:3:7) {\n"
        "  code: 'E_LID'\n}\n\nNode.js v20.1.0\n");
    BOOST_TEST(t.exception.type == "NoNut");
    BOOST_TEST(t.first_line == 1u);
    BOOST_TEST(t.last_line == 8u);
    BOOST_TEST((t.role == tr::trace_role::raised));
}

BOOST_AUTO_TEST_CASE(a_long_difference_belongs_to_the_message) {
    std::string difference;
    for (int i = 0; i < 60; ++i)
        difference += i % 7 == 0 ? "\n" : "+   value " + std::to_string(i) + "\n";
    auto const t = only_one_in(
        "/srv/t.js:3\nassert.deepEqual(a, b);\n       ^\n\nAssertionError "
        "[ERR_ASSERTION]: Expected values to be equal:\n" +
        difference +
        "    at Object.<anonymous> (/srv/t.js:3:8) {\n  code: 'ERR_ASSERTION'\n}\n\n"
        "Node.js v20.1.0\n");
    BOOST_TEST(t.exception.type == "AssertionError");
    BOOST_TEST(t.exception.frames.back().line == 3);
    BOOST_TEST(t.last_line == 67u);
}

BOOST_AUTO_TEST_CASE(where_an_event_was_emitted_is_no_frame_of_the_error) {
    auto const t = only_one_in(
        "node:events:497\n      throw er; // Unhandled 'error' event\n      ^\n\nError: torn\n"
        "    at push (/srv/f.js:3:9)\nEmitted 'error' event on Feed instance at:\n"
        "    at emit (node:events:1:2) {\n  errno: -2\n}\n\nNode.js v20.1.0\n");
    BOOST_TEST(t.exception.frames.size() == 1u);
    BOOST_TEST(t.last_line == 9u);
}

BOOST_AUTO_TEST_CASE(an_error_printed_behind_text_is_what_its_text_says) {
    auto const t = only_one_in("giving up: TypeError: no port\n    at open (/srv/a.js:1:2)\n");
    BOOST_TEST(t.exception.type == "TypeError");
    BOOST_TEST(t.cause_line == "TypeError: no port");
    BOOST_TEST((t.handled == tr::handling::error));
    BOOST_TEST(
        only_one_in("uncaughtException: TypeError: no port\n    at open (/srv/a.js:1:2)\n").exception.type ==
        "TypeError");
    auto const retried =
        only_one_in("upload failed, retrying: TypeError: no port\n    at open (/srv/a.js:1:2)\n");
    BOOST_TEST((retried.handled == tr::handling::survived));
}

BOOST_AUTO_TEST_CASE(a_rejection_that_old_nodes_warn_of_need_not_end_the_process) {
    auto const t = only_one_in(
        "(node:7) UnhandledPromiseRejectionWarning: Error: late\n    at send (/srv/a.js:1:2)\n"
        "(node:7) UnhandledPromiseRejectionWarning: Unhandled promise rejection. (rejection id: 1)\n");
    BOOST_TEST((t.role == tr::trace_role::detached));
    BOOST_TEST(t.is_often_survived);
    BOOST_TEST(t.exception.message == "late");
    BOOST_TEST(t.exception.frames.size() == 1u);
}

BOOST_AUTO_TEST_CASE(deno_and_bun_print_their_own_forms) {
    auto const deno = only_one_in(
        "error: Uncaught (in promise) TypeError: no port\n  throw new TypeError(\"no port\");\n        ^\n"
        "    at open (file:///srv/a.ts:3:9)\nCaused by: Error: no network\n"
        "    at dial (file:///srv/a.ts:1:7)\n");
    BOOST_TEST(deno.exception.type == "TypeError");
    BOOST_TEST(deno.root_line == "Error: no network");
    BOOST_TEST(deno.exception.frames.size() == 1u);
    BOOST_TEST((deno.role == tr::trace_role::raised));
    std::string const bun =
        "1 | function open() {\n2 |   throw new Error(\"no port\");\n                               ^\n"
        "error: no port\n      at open (/srv/a.ts:2:9)\n      at /srv/a.ts:5:1\n";
    auto const t = only_one_in("up\n" + bun + "\nBun v1.1.8 (Linux x64)\n");
    BOOST_TEST(t.text == bun);
    BOOST_TEST(t.exception.message == "no port");
    BOOST_TEST(t.exception.frames.size() == 2u);
    BOOST_TEST(t.exception.frames.back().line == 2);
}

BOOST_AUTO_TEST_CASE(a_stack_in_a_fatal_record_says_more_than_the_record) {
    auto const t = only_one_in(
        "{\"level\":60,\"stack\":\"RangeError: 3\\n    at f (/srv/a.js:1:2)\",\"msg\":\"bye\"}\n");
    BOOST_TEST(t.exception.type == "RangeError");
    BOOST_TEST(t.exception.frames.size() == 1u);
}

BOOST_AUTO_TEST_CASE(v8s_failed_checks_are_native_crashes) {
    std::string const text =
        "# Fatal error in , line 0\n# Fatal JavaScript invalid size error 169220804\n#\n#\n#\n"
        "#FailureMessage Object: 0x7ffc5\n 1: 0xb7f1a1  [node]\n 2: 0x1ca04b5 V8_Fatal(char const*, ...) "
        "[node]\n";
    auto const t = only_one_in("#\n" + text + "after\n");
    BOOST_TEST(t.text == text);
    BOOST_TEST(t.exception.message == "Fatal JavaScript invalid size error 169220804");
    BOOST_TEST((t.role == tr::trace_role::native_crash));
    BOOST_TEST(t.exception.frames.size() == 2u);
    // many programs say so: without a native stack it is not V8
    for (auto const& other : tr::traces_in("FATAL ERROR: the disk is full\nbye\n"))
        BOOST_TEST(other.exception.language != "node");
}

BOOST_AUTO_TEST_CASE(what_is_printed_for_information_starts_nothing) {
    for (auto const* text :
         {"Trace: here\n    at f (/srv/a.js:1:2)\n", "{ reason: Error: x\n    at f (/srv/a.js:1:2) }\n",
          "  reason: Error: x\n      at f (/srv/a.js:1:2)\n", "table.js:3\n  a\n  b\n  ^\n",
          "Node.js v20.1.0\n"})
        BOOST_TEST(tr::traces_in(text).empty(), text);
}

BOOST_AUTO_TEST_CASE(an_error_below_the_record_of_an_error_stands_further_in) {
    std::string const fields = "    err: {\n      \"type\": \"Error\",\n      \"stack\":\n";
    std::string const trace =
        "          Error: no plan\n              at load (/app/plan.js:3:9)\n"
        "              at Object.<anonymous> (/app/plan.js:9:1)\n";
    auto const found = tr::traces_in("[10:00:00.123] FATAL (7): no plan\n" + fields + trace +
                                     "    }\n[10:00:01.000] INFO: x\n");
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found[0].text == trace);
    BOOST_TEST(found[0].exception.message == "no plan");
    BOOST_REQUIRE(found[0].exception.frames.size() == 2u);
    BOOST_TEST(found[0].exception.frames[1].function == "load");
    for (std::string const above : {"[10:00:00.123] INFO (7): no plan\n", "PASS plan.test.js\n"})
        BOOST_TEST(tr::traces_in(above + fields + trace).empty(), above);
}

BOOST_AUTO_TEST_CASE(a_minifier_shows_the_place_above_its_error) {
    std::string const text =
        "Parse error at lib/nut.js:7,12\nlet a = {;\n         ^\nERROR: Unexpected token: punc (;)\n"
        "    at croak (/usr/lib/min/bundle.cjs:9:3)\n    at parse (/usr/lib/min/bundle.cjs:8:1)\n";
    auto const t = only_one_in("> minify\n" + text + "\nnpm warn x\n");
    BOOST_TEST(t.text == text);
    BOOST_TEST(t.exception.type == "build failed");
    BOOST_TEST(t.exception.message == "Unexpected token: punc (;)");
    BOOST_TEST(t.exception.frames.back().function == "croak");
    BOOST_TEST(tr::traces_in("Parse error at lib/nut.js:7,12\nlet a\n^\nnone\n").empty());
}

BOOST_AUTO_TEST_CASE(a_list_of_issues_is_told_by_the_first) {
    std::string const issues =
        "NutError: [\n  {\n    \"code\": \"too_big\",\n    \"message\": \"Too big: 9 of \\\"nuts\\\"\",\n    "
        "\"path\": []\n"
        "  },\n  {\n    \"message\": \"Required\"\n  }\n]\n    at f (/srv/a.js:3:1)\n";
    for (std::string const excerpt : {"", "/srv/a.js:3\n  f();\n  ^\n\n"}) {
        auto const t = only_one_in("up\n" + excerpt + issues + "\n");
        BOOST_TEST(t.exception.type == "NutError");
        BOOST_TEST(t.exception.message == "Too big: 9 of \"nuts\"");
        BOOST_TEST(t.cause_line == "NutError: Too big: 9 of \"nuts\"");
        BOOST_TEST(t.exception.frames.size() == 1u);
    }
    BOOST_TEST(only_one_in("NutError: [\n  3\n]\n    at f (/srv/a.js:3:1)\n").exception.message == "[");
}

BOOST_AUTO_TEST_CASE(what_a_test_of_vitest_printed_is_shown_aside) {
    std::string const error = "pack: TypeError: no lid\n    at pack (/srv/a.js:3:1)\n";
    for (std::string const name :
         {"stderr | a.test.js > packs\n", "stdout | src/a.spec.ts > bags > packs\nbag 1\n"})
        BOOST_TEST((only_one_in(" RUN  v3\n\n" + name + error + "\n").handled == tr::handling::aside), name);
    auto const own =
        only_one_in("stderr | a.test.js > packs\nLidShut: no lid\n    at pack (/srv/a.js:3:1)\nrow 1\n");
    BOOST_TEST(own.exception.type == "LidShut");
    BOOST_TEST(own.last_line == 2u);
    for (std::string const other : {"stderr | a.test.js > packs\n\n", "stderr | bag 1\n"})
        BOOST_TEST((only_one_in(" RUN  v3\n\n" + other + error + "\n").handled == tr::handling::error),
                   other);
}

BOOST_AUTO_TEST_CASE(an_indented_text_above_a_frame_belongs_to_what_is_nearest) {
    BOOST_TEST(tr::traces_in("/a: RangeError: too far\n  page error TypeError: no lid\nf (<anonymous>)\n"
                             "    at g (http://x.org/:1:5)\n/b: fine\n")
                   .empty());
}

BOOST_AUTO_TEST_CASE(deno_shows_a_difference_between_an_error_and_its_frames) {
    std::string const text =
        "error: AssertionError: Nuts are not equal.\n\n\n    [Diff] Actual / Expected\n\n\n-   1\n+   2\n\n"
        "  throw new AssertionError(message);\n        ^\n    at equals (https://x.org/equals.ts:53:9)\n";
    auto const t = only_one_in("shuts => ./nut_test.ts:7:6\n" + text + "\n");
    BOOST_TEST(t.text == text);
    BOOST_TEST(t.exception.type == "AssertionError");
    BOOST_TEST(t.exception.message == "Nuts are not equal.");
}

BOOST_AUTO_TEST_CASE(a_cause_may_stand_above_the_frames) {
    std::string const text = "NutError\n  Caused by: LidError: lid is shut\n    at open (/srv/a.js:3:1)\n";
    auto const t = only_one_in("up\n" + text + "down\n");
    BOOST_TEST(t.text == text);
    BOOST_TEST(t.exception.type == "NutError");
    BOOST_TEST(t.root_line == "LidError: lid is shut");
    // or be told in the message
    std::string const listed =
        "NutError: 2 nuts are bad\n    * LidError: lid is shut\n    at open (/srv/a.js:3:1)\n";
    BOOST_TEST(only_one_in("up\n" + listed).text == listed);
}

BOOST_AUTO_TEST_SUITE_END()

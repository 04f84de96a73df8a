#include "task_agent/trace/handling_words.hpp"

#include "task_agent/trace/cause.hpp"

#include <boost/test/unit_test.hpp>

#include "unit/trace/stream_of.hpp"

namespace tr = task_agent::trace;

namespace {

std::string const trace =
    "Traceback (most recent call last):\n  File \"/app/main.py\", line 3, in step\nValueError: a\n";

tr::found_trace const* chosen_in(std::string const& log) {
    static std::vector<tr::found_trace> found;
    found = tr::traces_in(log);
    tr::end_facts facts;
    facts.err_traces = found;
    facts.err_tail = log;
    return tr::choose_cause(facts).trace;
}

std::string many_lines() {
    std::string text;
    for (int i = 0; i < 30; ++i)
        text += "INFO step " + std::to_string(i) + "\n";
    return text;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(handling_words_tests)

BOOST_AUTO_TEST_CASE(what_nobody_caught_is_the_cause_whatever_follows) {
    BOOST_TEST(chosen_in(trace + many_lines()));
    BOOST_TEST(chosen_in("INFO step 1\n" + trace + many_lines()));
}

BOOST_AUTO_TEST_CASE(what_a_logger_wrote_below_error_and_was_survived_is_not) {
    BOOST_TEST(!chosen_in("2026-11-22 12:00:00 WARNING cannot read\n" + trace + many_lines()));
    BOOST_TEST(!chosen_in("cannot read, retrying in 5 s\n" + trace + many_lines()));
    BOOST_TEST(chosen_in("2026-11-22 12:00:00 WARNING cannot read\n" + trace));
    BOOST_TEST(
        chosen_in("2026-11-22 12:00:00 ERROR cannot read\n" + trace + "closing files\nlocks removed\n"));
    BOOST_TEST(chosen_in("2026-11-22 12:00:00 ERROR cannot read\n" + trace + many_lines() + "1 failed\n"));
    BOOST_TEST(!chosen_in("2026-11-22 12:00:00 ERROR cannot read\n" + trace + many_lines()));
    BOOST_TEST(!chosen_in(trace + "INFO switched off, going on without\n" + many_lines()));
    BOOST_TEST(!chosen_in(trace + many_lines() + "backup complete: 30 blocks, 0 errors\n"));
}

BOOST_AUTO_TEST_CASE(what_ended_the_process_goes_before_what_was_logged) {
    std::string const last =
        "Traceback (most recent call last):\n  File \"/app/main.py\", line 9, in end\nKeyError: 'b'\n";
    auto const* const one = chosen_in("ERROR cannot read\n" + trace + "\nstep 2\n" + last);
    BOOST_REQUIRE(one);
    BOOST_TEST(one->cause_line == "KeyError: 'b'");
    auto const* const other = chosen_in(last + "\nERROR cannot read\n" + trace);
    BOOST_REQUIRE(other);
    BOOST_TEST(other->cause_line == "KeyError: 'b'");
}

BOOST_AUTO_TEST_CASE(quoted_and_expected_traces_are_none) {
    std::string quoted;
    for (auto const* line :
         {"Traceback (most recent call last):", "  File \"/app/main.py\", line 3, in step", "ValueError: a"})
        quoted += std::string("    > ") + line + "\n";
    BOOST_TEST(!chosen_in("It says\n" + quoted + "and ends\n"));
    BOOST_TEST(!chosen_in(trace + "ok\n"));
    BOOST_TEST(!chosen_in(trace + "ended with 1 as expected\n"));
}

BOOST_AUTO_TEST_CASE(a_log_that_ends_with_success_has_no_cause_far_above) {
    BOOST_TEST(!chosen_in(trace + many_lines() + "training finished\n"));
    BOOST_TEST(chosen_in(trace + many_lines() + "training did not finish: error\n"));
}

BOOST_AUTO_TEST_CASE(a_worker_that_was_started_again_has_no_cause) {
    std::string const restart = "worker 3 ended with signal 6, it is started again\n";
    BOOST_TEST(!chosen_in(trace + restart + many_lines()));
    BOOST_TEST(!chosen_in(trace + "\nworker 3 ended\n" + restart + many_lines()));
    BOOST_TEST(chosen_in(trace + "worker 3 ended, not restarted\n" + many_lines()));
    BOOST_TEST(chosen_in(trace + "\nworker 3 ended\na\nb\nc\n" + restart + many_lines()));
    // the last start of several
    BOOST_TEST(chosen_in(trace + restart + many_lines() + trace + "giving up after 2 restarts\n"));

    // of that process, whatever its lines wear
    std::string const cri = "2026-11-22T12:00:41.148031676Z stderr F ";
    std::string worn;
    for (auto const* line : {"Traceback (most recent call last):", "  File \"/app/main.py\", line 3, in step",
                             "ValueError: a", "restarting the worker"})
        worn += cri + line + "\n";
    BOOST_TEST(!chosen_in(worn + many_lines()));
    std::string ranks;
    for (auto const* line :
         {"Traceback (most recent call last):", "  File \"/app/main.py\", line 3, in step", "ValueError: a"})
        ranks += std::string("[rank1]: ") + line + "\n";
    BOOST_TEST(chosen_in(ranks + "[rank0]: restarting the reader\n" + many_lines()));
    BOOST_TEST(!chosen_in(ranks + "[rank1]: restarting the reader\n" + many_lines()));
}

BOOST_AUTO_TEST_CASE(failures_are_counted) {
    for (auto const* line :
         {"0 failed", "3 runs, 3 assertions, 0 failures, 0 errors, 0 skips",
          "100% tests passed, 0 tests failed out of 1", "Tests run: 5, Failures: 0, Errors: 0, Skipped: 0",
          "# fail 0", "test result: ok. 4 passed; 0 failed; 1 ignored", "no failures", "done, exit 0",
          "  4 passing (9ms)", "{\"message\": \"ended\", \"failed\": 0}"})
        BOOST_TEST(tr::says_none_failed(line), line);
    for (auto const* line :
         {"10 failed", "3 runs, 1 failures, 0 errors", "Failures: 2, Errors: 0", "# fail 1",
          "closing file 3: 0 failures", "exit 1", "exit code 10", "0 passing", "{\"failed\": 2}"})
        BOOST_TEST(!tr::says_none_failed(line), line);
    for (auto const* line :
         {"10 errors", "errors=3", "1 failed, 3 passed", "Errors: 2", "FAILED (failures=1)"})
        BOOST_TEST(tr::says_some_failed(line), line);
    for (auto const* line : {"errors are fatal", "0 errors", "5 passed, errors: 0", "no errors"})
        BOOST_TEST(!tr::says_some_failed(line), line);
}

BOOST_AUTO_TEST_CASE(success_is_told_from_tidying_up_and_from_bad_codes) {
    for (auto const* line : {"done", "epoch 30/30", "wrote 12 rows", "12 blocks, 0 errors", "bye",
                             "29 rows, 1 skipped", "26 blocks, 1 attempt repeated"})
        BOOST_TEST(tr::says_success(line), line);
    for (auto const* line : {"cleanup done", "closing pool 3: ok, 0 errors", "finished with exit code 139",
                             "done (status=2)", "epoch 29/30", "# skipped 0", "3 failed, 1 skipped",
                             "retrying 2 of 3...", "A complete log of this run is in /tmp/log", "10 errors",
                             "wrote a crash report", "==12== ERROR SUMMARY: 0 errors from 0 contexts"})
        BOOST_TEST(!tr::says_success(line), line);
}

BOOST_AUTO_TEST_CASE(going_on_and_failing_are_told_by_their_words) {
    for (auto const* line : {"retrying in 5 s", "tile 5: 1, again", "attempt 2 of 3", "falling back to csv"})
        BOOST_TEST(tr::says_to_go_on(line), line);
    for (auto const* line : {"checked against the plan", "again and again it stopped"})
        BOOST_TEST(!tr::says_to_go_on(line), line);
    for (auto const* line : {"exit code 3", "2 errors", "the upload failed", "cannot go on"})
        BOOST_TEST(tr::says_failure(line), line);
    for (auto const* line : {"0 failed", "24 rows", "poll ends"})
        BOOST_TEST(!tr::says_failure(line), line);
}

BOOST_AUTO_TEST_CASE(a_line_that_only_looks_tagged_may_tell_that_it_is_made_again) {
    auto const found = tr::traces_in(
        "Traceback (most recent call last):\n  File \"/app/a.py\", line 3, in step\n    read()\nKeyError: "
        "'a'\n"
        "tile 5: ended with 1, again\ntile 5 is made\n");
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST((found[0].handled == tr::handling::survived));
}

BOOST_AUTO_TEST_CASE(many_lines_that_only_tidy_up_are_none_behind_it) {
    std::string text =
        "Traceback (most recent call last):\n  File \"/app/a.py\", line 3, in step\n    read()\nKeyError: "
        "'a'\n";
    for (int i = 0; i < 300; ++i)
        text += "12:00:01 INFO broker: closing connection " + std::to_string(i) + "\n";
    BOOST_TEST(tr::traces_in(text)[0].lines_after == 0u);
    BOOST_TEST(tr::traces_in(text + "12:00:02 INFO row 1\n")[0].lines_after > 100u);
}

BOOST_AUTO_TEST_CASE(a_level_that_every_line_wears_is_the_launchers) {
    std::string const tag = "2026-11-22 12:00:00 INFO ";
    std::string log;
    for (auto const* line :
         {"Traceback (most recent call last):", "  File \"/app/main.py\", line 3, in step", "ValueError: a"})
        log += tag + line + "\n";
    BOOST_TEST(chosen_in(log + many_lines()));
}

BOOST_AUTO_TEST_CASE(blanks_behind_a_level_are_no_quotation) {
    BOOST_TEST(!tr::is_quotation("ERROR:    "));
    BOOST_TEST(tr::is_quotation("    "));
    BOOST_TEST(tr::is_quotation("ERROR:  > "));
}

BOOST_AUTO_TEST_CASE(attempts_tell_by_their_count_whether_more_follow) {
    BOOST_TEST(tr::says_to_go_on("push failed, attempt 1 of 3"));
    BOOST_TEST(tr::says_to_go_on("no answer (try 2/5)"));
    BOOST_TEST(!tr::says_to_go_on("push failed, attempt 3 of 3"));
    BOOST_TEST(!tr::says_to_go_on("no answer (try 5/5)"));
    // how many there are is not known
    BOOST_TEST(!tr::says_to_go_on("try 2 was in vain"));
    BOOST_TEST(tr::says_success("stored at attempt 3"));
    BOOST_TEST(tr::says_success("there after 2 retries"));
    BOOST_TEST(!tr::says_success("failed after 2 retries"));
    BOOST_TEST(!tr::says_success("timed out at attempt 3"));
    BOOST_TEST(!tr::says_success("gave up after 3 attempts"));
    BOOST_TEST(!tr::says_success("attempt 2"));
}

BOOST_AUTO_TEST_CASE(what_was_logged_before_an_attempt_that_helped_is_no_cause) {
    BOOST_TEST(!chosen_in("ERROR load failed, attempt 1 of 2\n" + trace + "INFO loaded at attempt 2\n"));
    BOOST_TEST(chosen_in("ERROR load failed, attempt 2 of 2\n" + trace + "INFO shutting down\n"));
    BOOST_TEST(!chosen_in("ERROR sheet 4 is left out\n" + trace + "INFO 3 sheets\n"));
}

BOOST_AUTO_TEST_CASE(all_of_as_many_are_a_count_without_failures) {
    BOOST_TEST(tr::says_none_failed("12 of 12 sheets are there"));
    BOOST_TEST(!tr::says_none_failed("11 of 12 sheets are there"));
    BOOST_TEST(!tr::says_none_failed("12 of 12 sheets are broken"));
    // of a bar of progress
    BOOST_TEST(!tr::says_none_failed("12/12"));
    BOOST_TEST(tr::says_success("12/12"));
    BOOST_TEST(
        !chosen_in("ERROR sheet 4\n" + trace + "INFO read once more\nINFO 12 of 12 sheets are there\n"));
}

BOOST_AUTO_TEST_CASE(the_line_of_a_file_is_no_count) {
    BOOST_TEST(!tr::says_some_failed("    at wrap (node:internal/errors:540:15)"));
    BOOST_TEST(tr::says_some_failed("errors: 540"));
}

BOOST_AUTO_TEST_CASE(of_a_record_the_words_tell_of_success_not_its_keys) {
    std::string const bad =
        R"x({"level":50,"err":{"stack":"Error: a\n    at f (/app/a.js:3:1)\n    at g (/app/a.js:9:1)"},"msg":)x";
    std::string const end = R"({"level":30,"error":null,"msg":)";
    BOOST_TEST(!chosen_in(bad + "\"row is left out\"}\n" + end + "\"all rows done\"}\n"));
    BOOST_TEST(chosen_in(bad + "\"rows are lost\"}\n" + end + "\"ending\"}\n"));
}

BOOST_AUTO_TEST_CASE(what_is_tried_once_more_or_left_out_is_got_over) {
    BOOST_TEST(tr::says_to_go_on("try 1 failed, once more in 2 s"));
    BOOST_TEST(tr::says_to_go_on("box 3 is damaged and left out"));
    BOOST_TEST(!tr::says_to_go_on("no more than once; out of nuts"));
}

BOOST_AUTO_TEST_CASE(a_line_that_tells_a_code_and_no_more_is_told_from_one_that_says_why) {
    for (std::string_view const line :
         {"Command failed with status (2): [ruby plan.rb]",
          "level=error msg=\"step load failed\" exit=3 func=load", "step 2 exited with 1",
          "tar: Child returned status 141", "load ended with code 4.", "run: load \"plan\" (exit 2): failed",
          "Command failed with exit 2: load", "load.sh:9 ended with 1, rolling back to plan 3",
          "load.sh:8: command \"load plan\" exited with 0"})
        BOOST_TEST(tr::says_only_code(line), line);
    for (std::string_view const line :
         {"row 7 with 5 fields does not fit", "no distribution found for plan==2.0rc1",
          "Error code: 401 - the key is not valid", "step 2 exited with 1: no unit is named west",
          "step 2 exited with 0", "conflict with (3, 4)", "code 3",
          "load exited with 3, no unit is named west"})
        BOOST_TEST(!tr::says_only_code(line), line);
}

BOOST_AUTO_TEST_CASE(a_line_above_a_trace_tells_of_it_only_where_it_speaks_of_a_failure) {
    for (auto const* told :
         {"row 17 is bad and cannot be read, skipping it", "push failed: retrying", "row 3 is odd, skipped",
          "skipping the lamp of row 3:", "2026-11-26 12:00:00 WARNING retrying the request"})
        BOOST_TEST((tr::handling_above(told) == tr::handling::survived), told);
    for (auto const* told :
         {"retrying the request", "falling back to CPU", "recovered the checkpoint of step 40",
          "Exception OSError: OSError('lid',) in <bound method A.__del__> ignored", "skipping row 17"})
        BOOST_TEST((tr::handling_above(told) == tr::handling::none), told);
}

BOOST_AUTO_TEST_CASE(a_healthy_line_that_ends_in_ok_expects_no_failure) {
    for (auto const* line : {"test halves ... ok", "t/sea.t .. ok", "pump_test: fills_test...ok", "ok"})
        BOOST_TEST(tr::says_expected(line), line);
    for (auto const* line : {"health check ok", "2026-11-26 12:00:00 INFO disk ok"})
        BOOST_TEST(!tr::says_expected(line), line);
}

BOOST_AUTO_TEST_CASE(what_is_denied_is_no_going_on) {
    for (std::string_view const line :
         {"tar: Error is not recoverable: exiting now", "cannot recover the index", "no retry",
          "the answer was not expected", "can't ignore that"})
        BOOST_TEST(!tr::says_to_go_on(line), line);
    // of supervisord, which starts it again
    BOOST_TEST(tr::says_to_go_on("exited: sort (exit status 1; not expected)"));
    BOOST_TEST(tr::says_to_go_on("optional bag.conf is not there"));
}

BOOST_AUTO_TEST_CASE(what_was_never_done_is_no_success) {
    for (std::string_view const line :
         {"bag 3 was never written", "nothing written", "sorting finished, see above"})
        BOOST_TEST(!tr::says_success(line), line);
    BOOST_TEST(tr::says_success("bag 3 written"));
}

BOOST_AUTO_TEST_CASE(one_line_of_success_behind_it_tells_that_a_caught_error_was_got_over) {
    std::string const trace =
        "ERROR nut 4 is left out\nTraceback (most recent call last):\n  File \"/a.py\", line 3, "
        "in f\n    g()\nValueError: x\n";
    BOOST_TEST(!chosen_in(trace + "all 12 of 12 nuts done\n"));
    BOOST_TEST(chosen_in(trace + "ending\n"));
}

BOOST_AUTO_TEST_SUITE_END()

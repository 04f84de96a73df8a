// What a program got over is no cause of its end.
#include <boost/test/unit_test.hpp>

#include "unit/trace/cause_fixture.hpp"

namespace ta = task_agent;
namespace tr = task_agent::trace;
using namespace std::chrono_literals;
using tr::trace_at;

BOOST_FIXTURE_TEST_SUITE(outlived_tests, tr::cause_fixture)

BOOST_AUTO_TEST_CASE(a_build_that_says_success_above_its_counts_has_no_failure) {
    facts.exit.reset();
    err = {trace_at(0s, "ValueError")};
    err[0].lines_after = 3;
    facts.err_tail = "\nBUILD SUCCESSFUL in 8s\n3 actionable tasks: 3 executed\n";
    BOOST_TEST(chosen().trace == nullptr);
    facts.err_tail = "BUILD SUCCESSFUL in 8s\nERROR: the upload was refused\nsee the log\n";
    BOOST_TEST(chosen().trace == &err[0]);
    facts.err_tail = "\nBUILD FAILED in 8s\n3 actionable tasks: 3 executed\n";
    BOOST_TEST(chosen().trace == &err[0]);
}

BOOST_AUTO_TEST_CASE(an_old_log_that_counts_what_was_done_outlived_what_nobody_logged) {
    facts.exit.reset();
    err = {trace_at(0s, "ValueError")};
    err[0].lines_after = 2;
    facts.err_tail = "row 7 is odd\n12 rows loaded, 1 left out\n";
    BOOST_TEST(chosen().trace == nullptr);
    facts.err_tail = "row 7 failed\n12 rows loaded\n";
    BOOST_TEST(chosen().trace == &err[0]);
    facts.err_tail = "row 7 is odd\n2026-11-22 12:00:00 ERROR 12 rows loaded, 1 left out\n";
    BOOST_TEST(chosen().trace == &err[0]);
}

BOOST_AUTO_TEST_CASE(the_end_of_a_torn_crash_dump_line_is_no_success) {
    facts.exit.reset();
    err = {trace_at(10s, "undef")};
    err[0].lines_after = 6;
    facts.err_tail =
        "Crash dump is being written to: erl_crash.dump...=CRASH REPORT====\n  crasher:\n\ndone\n";
    BOOST_TEST(chosen().trace == &err[0]);
    facts.err_tail = "step 1\n  step 2\n\ndone\n";
    BOOST_TEST(chosen().trace == nullptr);
}

BOOST_AUTO_TEST_CASE(what_was_logged_and_gone_on_from_explains_no_fault_of_the_processor) {
    err = {trace_at(99s, "ConnectionError")};
    err[0].handled = tr::handling::error;
    err[0].lines_after = 40;
    killed_by(SIGSEGV);
    BOOST_TEST(chosen().trace == nullptr);
    err[0].lines_after = 2;
    BOOST_TEST(chosen().trace == &err[0]);
    err[0].lines_after = 40;
    err[0].handled = tr::handling::none;
    BOOST_TEST(chosen().trace == &err[0]);
}

BOOST_AUTO_TEST_CASE(what_a_later_line_complains_of_ended_what_had_gone_on_from_a_logged_error) {
    auto const lines = [](int epochs) {
        std::string text =
            "2026-11-26 12:00:00 INFO epoch 7\n2026-11-26 12:00:00 ERROR push failed\nTraceback (most recent "
            "call last):\n  File \"a.py\", "
            "line "
            "3, in push\nConnectionError: the tracker is down\n";
        for (int i = 0; i < epochs; ++i)
            text += "2026-11-26 12:00:00 INFO epoch " + std::to_string(i) + "\n";
        return text;
    };
    std::string const last = "train.py: error: the checkpoint folder /ckpt cannot be written\n";
    for (int const epochs : {4, 40}) {
        std::string const text = lines(epochs) + last;
        err = tr::traces_in(text);
        facts.err_tail = text;
        auto const c = chosen();
        BOOST_TEST((!c.trace || c.trace->exception.type != "ConnectionError"), epochs);
        std::string const calm = lines(epochs);
        err = tr::traces_in(calm);
        facts.err_tail = calm;
        BOOST_TEST((chosen().trace == &err.at(0)), epochs);
    }
}

BOOST_AUTO_TEST_CASE(what_was_handled_explains_no_end_that_came_from_outside) {
    err = {trace_at(99s, "ValueError")};
    for (auto const handled : {tr::handling::none, tr::handling::error}) {
        err[0].handled = handled;
        auto const* const due = handled == tr::handling::none ? &err[0] : nullptr;
        killed_by(SIGTERM);
        BOOST_TEST(chosen().trace == due);
        exited_with(124);  // timeout(1)
        BOOST_TEST(chosen().trace == due);
        exited_with(1);
        BOOST_TEST(chosen().trace == &err[0]);
    }
}

BOOST_AUTO_TEST_CASE(an_old_log_that_ends_well_outlived_what_nobody_logged) {
    facts.exit.reset();
    err = {trace_at(99s, "panic")};
    err[0].lines_after = err[0].lines_said = 2;
    facts.err_tail = "caught 1\ndone\n";
    BOOST_TEST(!chosen().trace);
    // a logger's record may be followed by the word with which any program ends
    err[0].handled = tr::handling::error;
    BOOST_TEST(!chosen().trace);
    err[0].lines_after = err[0].lines_said = 1;
    BOOST_TEST(chosen().trace == &err[0]);
    err[0].lines_after = err[0].lines_said = 2;
    err[0].handled = tr::handling::none;
    facts.err_tail = "caught 1\nwent away\n";
    BOOST_TEST(chosen().trace == &err[0]);
}

BOOST_AUTO_TEST_CASE(a_part_that_ended_well_says_nothing_of_one_that_did_not) {
    facts.exit.reset();
    err = {trace_at(10s, "error")};
    err[0].lines_after = err[0].lines_said = 3;
    facts.err_tail = "part 1: exit 2\npart 2: exit 0\n1 part missing\n";
    BOOST_TEST(chosen().trace == &err[0]);
    facts.err_tail = "part 1: exit 0\npart 2: exit 0\n2 parts\n";
    BOOST_TEST(!chosen().trace);
}

BOOST_AUTO_TEST_CASE(one_calm_record_behind_what_was_got_over_shows_that_it_was) {
    facts.exit.reset();
    err = {trace_at(10s, "OSError")};
    err[0].handled = tr::handling::survived;
    err[0].lines_after = err[0].lines_said = 1;
    facts.err_tail = "OSError: bad\nINFO nuts: 3 boxes\n";
    BOOST_TEST(!chosen().trace);
    facts.err_tail = "OSError: bad\nERROR nuts: 3 boxes\n";
    BOOST_TEST(chosen().trace == &err[0]);
}

BOOST_AUTO_TEST_CASE(an_old_log_whose_process_went_on_as_before_outlived_what_it_logged) {
    facts.exit.reset();
    facts.err_tail = "row 8 of 9\n24 rows\n";
    err = {trace_at(99s, "KeyError")};
    err[0].handled = tr::handling::error;
    err[0].lines_after = err[0].lines_said = err[0].lines_alike = 12;
    BOOST_TEST(!chosen().trace);
    err[0].lines_after = err[0].lines_said = err[0].lines_alike = 1;
    BOOST_TEST(chosen().trace == &err[0]);
    // what nobody caught: others may write the same lines
    err[0].lines_after = err[0].lines_said = err[0].lines_alike = 12;
    err[0].handled = tr::handling::none;
    BOOST_TEST(chosen().trace == &err[0]);
    err[0].handled = tr::handling::error;
    facts.err_tail = "row 8 of 9\n1 failed\n";
    BOOST_TEST(chosen().trace == &err[0]);
    facts.err_tail = "row 8 of 9\n";
    facts.exit = ta::exit_status{1, 0, false};
    BOOST_TEST(chosen().trace == &err[0]);
    facts.exit.reset();
    // a count of no failure tells more than words of success
    err[0].lines_after = err[0].lines_said = err[0].lines_alike = 2;
    facts.err_tail = "{\"message\": \"ended\", \"failed\": 0}\n";
    BOOST_TEST(!chosen().trace);
}

BOOST_AUTO_TEST_CASE(what_failed_the_same_way_twice_was_got_over_where_the_end_does_not_speak_of_it) {
    err = {trace_at(10s, "OSError", "no nut 2"), trace_at(20s, "OSError", "no nut 5")};
    for (std::uint64_t i = 0; i < 2; ++i) {
        err[i].first_line = 2 + 8 * i;
        err[i].last_line = err[i].first_line + 2;
        err[i].lines_after = err[i].lines_said = 12 - 8 * i;
    }
    facts.err_tail = "OSError: no nut 5\nnut 5 left alone\nshelf walked through\n";
    BOOST_TEST(!chosen().trace);
    facts.exit.reset();
    BOOST_TEST(!chosen().trace);
    exited_with(3);
    facts.err_tail = "OSError: no nut 5\nnut 5 left alone\nERROR shelf is not walked through\n";
    BOOST_TEST(chosen().trace == &err[1]);

    facts.err_tail = "OSError: no nut 5\nnut 5 left alone\nshelf walked through\n";
    // at its end nobody got over it
    err[1].lines_after = err[1].lines_said = 0;
    BOOST_TEST(chosen().trace == &err[1]);
    err[1].lines_after = err[1].lines_said = 4;
    // of another type at the same place it is still what was got over there
    err[1].exception.type = "ValueError";
    BOOST_TEST(!chosen().trace);
    err[1].exception.type = "OSError";
    // from elsewhere, or of another process
    err[1].exception.frames.back().line = 99;
    BOOST_TEST(chosen().trace == &err[1]);
    err[1].exception.frames.back().line = 12;
    err[1].source = "[rank1]: ";
    BOOST_TEST(chosen().trace);
    err[1].source.clear();
    // lines of text may be alike by chance: a logger's are not
    err[0].exception.frames.clear();
    err[1].exception.frames.clear();
    BOOST_TEST(chosen().trace == &err[1]);
    err[0].handled = err[1].handled = tr::handling::error;
    BOOST_TEST(!chosen().trace);
    // one failure, told twice
    err[1].first_line = err[0].last_line + 1;
    BOOST_TEST(chosen().trace);
}

BOOST_AUTO_TEST_CASE(what_a_later_complaint_outdid_is_no_cause_of_an_old_log) {
    facts.exit.reset();
    err = {trace_at(10s, "OSError")};
    err[0].handled = tr::handling::error;
    err[0].lines_after = err[0].lines_said = 1;
    BOOST_TEST(chosen().trace == &err[0]);
    err[0].is_outdone = true;
    BOOST_TEST(!chosen().trace);
    // of a process that failed it is still the best that is known
    exited_with(3);
    BOOST_TEST(chosen().trace == &err[0]);
}

BOOST_AUTO_TEST_CASE(what_was_got_over_explains_no_end_from_outside) {
    err = {trace_at(99s, "OSError")};
    killed_by(SIGTERM);
    err[0].lines_after = err[0].lines_said = 1;
    BOOST_TEST(chosen().trace == &err[0]);
    err[0].lines_after = err[0].lines_said = 2;
    // of other processes
    BOOST_TEST(chosen().trace == &err[0]);
    err[0].is_followed = true;
    BOOST_TEST(!chosen().trace);
    exited_with(124);
    BOOST_TEST(!chosen().trace);
    // others may have waited for what a thread should have done
    err[0].role = tr::trace_role::detached;
    BOOST_TEST(chosen().trace == &err[0]);
    err[0].role = tr::trace_role::raised;
    exited_with(3);
    BOOST_TEST(chosen().trace == &err[0]);
    // a tool's word in a script, which went on
    err[0].role = tr::trace_role::notice;
    err[0].lines_after = err[0].lines_said = 1;
    BOOST_TEST(chosen().trace == &err[0]);
    killed_by(SIGTERM);
    BOOST_TEST(!chosen().trace);
}

BOOST_AUTO_TEST_CASE(what_its_program_went_on_from_ends_no_job_that_did_more) {
    err = {trace_at(10s, "OSError")};
    err[0].handled = tr::handling::survived;
    err[0].lines_after = err[0].lines_said = 2;
    facts.err_tail = "OSError: bad\nmirror 2 is used\n12 parts\n";
    BOOST_TEST(!chosen().trace);
    err[0].lines_after = err[0].lines_said = 1;
    BOOST_TEST(chosen().trace == &err[0]);
    // the end speaks of it
    err[0].lines_after = err[0].lines_said = 2;
    facts.err_tail = "OSError: bad\nmirror 2 is used\nERROR no mirror answers\n";
    BOOST_TEST(chosen().trace == &err[0]);
}

BOOST_AUTO_TEST_CASE(what_was_logged_and_raised_at_last_was_not_got_over) {
    err = {trace_at(10s, "OSError"), trace_at(20s, "OSError")};
    err[0].handled = tr::handling::error;
    err[0].lines_after = err[0].lines_said = 10;
    err[1].first_line = err[1].last_line = 8;
    err[1].lines_after = err[1].lines_said = 2;
    facts.err_tail = "OSError: bad\nfolder a\nfolder b\n";
    BOOST_TEST(chosen().trace == &err[1]);
    err[1].handled = tr::handling::error;
    BOOST_TEST(!chosen().trace);
    // calls without a place are alike by their names
    err[0].exception.frames = {{"", 0, "check"}};
    err[1].exception.frames = {{"", 0, "receive"}};
    BOOST_TEST(chosen().trace == &err[1]);
}

BOOST_AUTO_TEST_CASE(what_was_said_again_and_again_ends_no_job_whose_end_does_not_speak_of_it) {
    err = {trace_at(10s, "error", "no nut 2")};
    err[0].role = tr::trace_role::notice;
    err[0].exception.frames.clear();
    err[0].lines_after = err[0].lines_said = 2;
    facts.err_tail = "nut 2 left alone\nshelf walked through\n";
    err[0].times_said = 2;
    BOOST_TEST(chosen().trace == &err[0]);
    err[0].times_said = 3;
    BOOST_TEST(!chosen().trace);
    facts.err_tail = "nut 2 left alone\nERROR shelf is not walked through\n";
    BOOST_TEST(chosen().trace == &err[0]);
    // words of success tell more
    facts.err_tail = "nut 2 left alone\nshelf written\n";
    err[0].times_said = 2;
    BOOST_TEST(!chosen().trace);
}

BOOST_AUTO_TEST_CASE(a_warning_above_what_ends_a_job_may_speak_of_what_came_before) {
    err = tr::traces_in(
        "broker 1 is lost, retrying\nTraceback (most recent call last):\n  File \"a.py\", line 3, "
        "in ask\nOSError: no broker\nthe log is kept\nartifacts: 2\n");
    BOOST_REQUIRE(err.size() == 1u);
    BOOST_TEST((err[0].handled == tr::handling::survived));
    facts.err_tail = "OSError: no broker\nthe log is kept\nartifacts: 2\n";
    BOOST_TEST(chosen().trace == &err[0]);
    // more of them, and it went on for good
    err[0].lines_after = err[0].lines_said = 4;
    BOOST_TEST(!chosen().trace);
    // what is said behind it speaks of it
    err[0].lines_after = err[0].lines_said = 2;
    err[0].is_handled_above = false;
    BOOST_TEST(!chosen().trace);
}

BOOST_AUTO_TEST_CASE(what_only_a_runtime_says_of_the_end_was_not_got_over_though_a_warning_stands_above) {
    std::string const above = "WARN the link was lost, retrying in 5s\n";
    std::string const behind = "the log is kept\nartifacts: 2\nnode 4 is free\nlease given back\n";
    for (std::string const trace :
         {"panic: no grain\n\ngoroutine 1 [running]:\nmain.main()\n\t/src/main.go:13 +0x1d\n",
          "Exception in thread \"main\" java.lang.IllegalStateException: no grain\n\tat "
          "mill.Main.main(Main.java:9)\n",
          "Fatal Python error: Segmentation fault\n\nCurrent thread 0x00007f0 (most recent call first):\n"
          "  File \"/app/a.py\", line 12 in step\n"}) {
        std::string const log = above + trace + behind;
        err = tr::traces_in(log);
        BOOST_REQUIRE_MESSAGE(err.size() == 1u, trace);
        facts.err_tail = log;
        BOOST_TEST(chosen().trace == &err[0], trace);
    }
}

BOOST_AUTO_TEST_CASE(what_a_runner_indents_is_the_cause_where_nothing_else_tells) {
    std::string const trace =
        "step 3\n    Traceback (most recent call last):\n      File \"a.py\", line 3, in ask\n    OSError: "
        "no broker\n"
        "the log is kept\nartifacts: 2\n";
    err = tr::traces_in(trace);
    BOOST_REQUIRE(err.size() == 1u);
    BOOST_TEST((err[0].handled == tr::handling::aside));
    facts.err_tail = trace;
    BOOST_TEST(chosen().trace == &err[0]);
    facts.exit.reset();
    BOOST_TEST(!chosen().trace);
}

BOOST_AUTO_TEST_CASE(what_scripts_go_on_without_is_the_cause_where_its_parent_could_not) {
    std::string const child = "fatal: not a git repository (or any of the parent directories): .git\n";
    std::string const parent =
        "Traceback (most recent call last):\n  File \"/app/t.py\", line 3, in <module>\n"
        "subprocess.CalledProcessError: Command '['git', 'log']' returned non-zero exit status 128.\n";
    std::string const log = child + parent;
    err = tr::traces_in(log);
    BOOST_REQUIRE(!err.empty());
    facts.err_tail = log;
    auto const c = chosen();
    BOOST_REQUIRE(c.trace != nullptr);
    BOOST_TEST(c.trace->exception.message.starts_with("not a git repository"));
    std::string const apart = child + "no tag, version 0\nrow 1\nrow 2\n" + parent;
    err = tr::traces_in(apart);
    facts.err_tail = apart;
    auto const other = chosen();
    BOOST_REQUIRE(other.trace != nullptr);
    BOOST_TEST(other.trace->exception.type == "subprocess.CalledProcessError");
}

BOOST_AUTO_TEST_CASE(of_the_end_only_what_stands_behind_a_trace_speaks_of_it_where_the_code_is_known) {
    err = {trace_at(10s, "OSError", "no nut 2")};
    err[0].handled = tr::handling::survived;
    err[0].lines_after = err[0].lines_said = 2;
    facts.err_tail = "OSError: no nut 2\nnut 2 is missing\nnut 2 (optional)\nshelf 4 follows\n";
    BOOST_TEST(!chosen().trace);
    err[0].lines_said = 3;
    facts.err_tail = "OSError: no nut 2\nERROR nut 2 is not there\nnut 2 (optional)\nshelf 4 follows\n";
    BOOST_TEST(chosen().trace == &err[0]);
}

BOOST_AUTO_TEST_CASE(a_line_that_tells_the_code_says_no_more_than_is_known) {
    err = {trace_at(10s, "OSError", "no nut 2")};
    err[0].handled = tr::handling::survived;
    err[0].lines_after = err[0].lines_said = 8;
    for (std::string const code : {"Exit code: 6", "job=shelf rc=6", "shelf ended with code 6"}) {
        std::string const tail = "bag 3\nbag 4\nbag 5\n" + code + "\n";
        facts.err_tail = tail;
        BOOST_TEST(!chosen().trace, code);
    }
    facts.err_tail = "bag 3\nbag 4\nbag 5\nshelf failed with code 6: bag 6 is missing\n";
    BOOST_TEST(chosen().trace == &err[0]);
}

BOOST_AUTO_TEST_CASE(
    before_a_stop_from_outside_what_a_tool_said_late_was_got_over_where_more_is_said_behind) {
    err = {trace_at(10s, "error", "bag 3 is unreachable")};
    err[0].role = tr::trace_role::notice;
    err[0].exception.frames.clear();
    exited_with(124);
    err[0].lines_said = 1;
    BOOST_TEST(chosen().trace == &err[0]);
    err[0].lines_said = 2;
    BOOST_TEST(!chosen().trace);
}

BOOST_AUTO_TEST_CASE(what_was_logged_as_an_error_is_not_got_over_by_a_step_that_is_skipped) {
    err = {trace_at(10s, "OSError", "no nut 2")};
    err[0].handled = tr::handling::survived;
    err[0].is_error_record = true;
    err[0].lines_after = err[0].lines_said = 2;
    facts.err_tail = "walk skipped\nbags left as they were\n";
    BOOST_TEST(chosen().trace == &err[0]);
    err[0].lines_after = err[0].lines_said = 4;
    facts.err_tail = "walk skipped\nbag 2\nbag 3\nbags left as they were\n";
    BOOST_TEST(!chosen().trace);
    err[0].is_error_record = false;
    err[0].lines_after = err[0].lines_said = 2;
    BOOST_TEST(!chosen().trace);
}

BOOST_AUTO_TEST_SUITE_END()

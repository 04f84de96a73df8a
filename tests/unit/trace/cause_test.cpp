#include "task_agent/trace/cause.hpp"

#include "task_agent/base/utf8.hpp"

#include <boost/test/unit_test.hpp>

#include "unit/trace/stream_of.hpp"
#include <csignal>

namespace ta = task_agent;
namespace tr = task_agent::trace;
using namespace std::chrono_literals;

namespace {

tr::found_trace trace_at(ta::duration when, std::string const& type, std::string const& message = "bad") {
    tr::found_trace t;
    t.exception.type = type;
    t.exception.message = message;
    t.exception.frames = {{"/app/train.py", 12, "step"}};
    t.cause_line = type + ": " + message;
    t.text = "Traceback (most recent call last):\n" + t.cause_line + "\n";
    t.first_seen = t.last_seen = ta::time_point(when);
    return t;
}

struct fixture {
    std::vector<tr::found_trace> err;
    std::vector<tr::found_trace> out;
    tr::end_facts facts;

    fixture() {
        facts.exit = ta::exit_status{1, 0, false};
        facts.ended_at = ta::time_point(100s);
    }
    tr::cause chosen() {
        facts.err_traces = err;
        facts.out_traces = out;
        return tr::choose_cause(facts);
    }
    void exited_with(int code) {
        facts.reason = ta::failure_reason::exit_code;
        facts.exit = ta::exit_status{code, 0, false};
    }
    void killed_by(int signal, bool core = false) {
        facts.reason = ta::failure_reason::signal;
        facts.exit = ta::exit_status{0, signal, core};
    }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(cause_tests, fixture)

BOOST_AUTO_TEST_CASE(the_last_trace_of_stderr_counts_and_tells_where) {
    err = {trace_at(10s, "KeyError"), trace_at(99s, "ValueError")};
    out = {trace_at(99s, "OSError")};
    auto const c = chosen();
    BOOST_TEST(c.trace == &err[1]);
    BOOST_TEST(c.message == "ValueError: bad");
}

BOOST_AUTO_TEST_CASE(stdout_counts_when_stderr_is_silent_or_long_past) {
    out = {trace_at(99s, "OSError")};
    BOOST_TEST(chosen().trace == &out[0]);
    err = {trace_at(10s, "KeyError")};
    BOOST_TEST(chosen().trace == &out[0]);
    err = {trace_at(96s, "KeyError")};
    BOOST_TEST(chosen().trace == &err[0]);
}

BOOST_AUTO_TEST_CASE(an_ignored_exception_at_the_end_does_not_hide_the_real_one) {
    err = {trace_at(98s, "ValueError"), trace_at(99s, "RuntimeError"), trace_at(99s, "AttributeError")};
    err[1].role = tr::trace_role::detached;
    err[2].role = tr::trace_role::ignored;
    BOOST_TEST(chosen().trace == &err[0]);
    err.erase(err.begin());
    BOOST_TEST(chosen().trace == &err[0]);
    err.erase(err.begin());
    BOOST_TEST(chosen().trace == &err[0]);
}

BOOST_AUTO_TEST_CASE(traces_shortly_before_are_related_and_older_or_equal_ones_are_not) {
    err = {trace_at(10s, "KeyError"), trace_at(95s, "OSError"), trace_at(98s, "ValueError"),
           trace_at(99s, "ValueError")};
    out = {trace_at(94s, "EOFError")};
    auto const c = chosen();
    std::vector<tr::found_trace const*> const expected = {&out[0], &err[1]};
    BOOST_TEST((c.related == expected));
}

BOOST_AUTO_TEST_CASE(what_stands_behind_it_in_an_old_log_is_not_related) {
    facts.exit.reset();
    err = tr::traces_in(
        "2026-11-26 12:00:01.123456: F tensorflow/core/a.cc:7] Check failed: n == 1 (1 vs. 10)\n"
        "Aborted (core dumped)\n");
    BOOST_REQUIRE(err.size() == 2u);
    auto const c = chosen();
    BOOST_REQUIRE(c.trace != nullptr);
    BOOST_TEST(c.trace->exception.message == "n == 1 (1 vs. 10)");
    BOOST_TEST(c.related.empty());
}

BOOST_AUTO_TEST_CASE(the_message_is_the_line_of_the_exception_and_names_the_rank_that_raised_it) {
    err = {trace_at(99s, "ValueError")};
    BOOST_TEST(chosen().message == "ValueError: bad");
    err[0].exception.rank = 3;
    BOOST_TEST(chosen().message == "ValueError: bad on rank 3");
}

BOOST_AUTO_TEST_CASE(a_groups_first_member_is_named) {
    err = {trace_at(99s, "ExceptionGroup", "eg (2 sub-exceptions)")};
    err[0].first_member = "ValueError: 1";
    BOOST_TEST(chosen().message == "ExceptionGroup: eg (2 sub-exceptions), the first: ValueError: 1");
}

BOOST_AUTO_TEST_CASE(without_a_trace_the_last_line_of_stderr_is_told) {
    facts.exit = ta::exit_status{3, 0, false};
    facts.err_tail = "one\ncannot open the data\n\n";
    facts.out_tail = "step 7\n";
    auto const c = chosen();
    BOOST_TEST((c.trace == nullptr));
    BOOST_TEST(c.message == "exit code 3: cannot open the data");
    facts.err_tail = " \n";
    BOOST_TEST(chosen().message == "exit code 3: step 7");
    facts.out_tail = "";
    BOOST_TEST(chosen().message == "exit code 3, without any output");
}

BOOST_AUTO_TEST_CASE(without_a_trace_a_launchers_last_line_is_not_told_before_the_programs) {
    facts.err_tail = "reading the mesh\nsrun: error: node3: task 1: Exited with exit code 1\n";
    BOOST_TEST(chosen().message == "exit code 1: reading the mesh");
    facts.err_tail = "srun: error: node3: task 1: Killed\nsrun: error: node2: task 0: Killed\n";
    BOOST_TEST(chosen().message == "exit code 1: srun: error: node2: task 0: Killed");
}

BOOST_AUTO_TEST_CASE(of_an_end_that_nobody_knows_the_line_alone_is_told) {
    facts.exit.reset();
    BOOST_TEST(tr::message_of_line(facts, "  no licence left") == "no licence left");
    facts.reason = ta::failure_reason::timeout;
    BOOST_TEST(tr::message_of_line(facts, "no licence left") == "stopped at its time limit: no licence left");
}

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

BOOST_AUTO_TEST_CASE(a_signal_is_named_first_and_no_old_trace_is_blamed) {
    killed_by(SIGSEGV, true);
    facts.err_tail = "going on\n";
    err = {trace_at(10s, "ValueError")};
    auto c = chosen();
    BOOST_TEST((c.trace == nullptr));
    BOOST_TEST(c.message == "killed by SIGSEGV (core dumped); last output: going on");
    killed_by(SIGABRT);
    c = chosen();
    BOOST_TEST(c.trace == &err[0]);
    BOOST_TEST(c.message == "killed by SIGABRT: ValueError: bad");
}

BOOST_AUTO_TEST_CASE(a_guess_explains_no_end_that_came_from_outside) {
    err = {trace_at(99s, "error")};
    err[0].is_guess = true;
    for (int const signal : {SIGKILL, SIGTERM, SIGINT, SIGHUP, SIGQUIT}) {
        killed_by(signal);
        BOOST_TEST(chosen().trace == nullptr, signal);
        exited_with(128 + signal);
        BOOST_TEST(chosen().trace == nullptr, signal);
    }
    for (int const code : {1, 9, 15, 134}) {
        exited_with(code);
        BOOST_TEST(chosen().trace == &err[0], code);
    }
    killed_by(SIGABRT);
    BOOST_TEST(chosen().trace == &err[0]);
}

BOOST_AUTO_TEST_CASE(what_is_told_twice_is_told_by_the_first_telling) {
    err = {trace_at(99s, "TypeError"), trace_at(99s, "TypeError")};
    exited_with(1);
    err[0].first_line = 1;
    err[0].last_line = 3;
    err[1].first_line = 5;
    err[1].last_line = 7;
    err[0].exception.frames = err[1].exception.frames = {ta::stack_frame{"load.php", 3, {}}};
    BOOST_TEST(chosen().trace == &err[0]);
    // with more around it, or with a stack where the first had none
    err[1].first_line = 6;
    BOOST_TEST(chosen().trace == &err[1]);
    err[1].first_line = 4;
    err[0].exception.frames.clear();
    BOOST_TEST(chosen().trace == &err[1]);
    // words alone may be those of another attempt, unless nothing stands between them
    err[1].exception.frames.clear();
    BOOST_TEST(chosen().trace == &err[0]);
    err[1].first_line = 5;
    BOOST_TEST(chosen().trace == &err[1]);
    err[1].first_line = 4;
    err[1].exception.message = "no other";
    BOOST_TEST(chosen().trace == &err[1]);
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

BOOST_AUTO_TEST_CASE(what_the_agent_knows_is_said_and_no_trace_explains_it) {
    facts.reason = ta::failure_reason::oom_killed;
    facts.exit = ta::exit_status{0, SIGKILL, false};
    facts.out_tail = "step 7\n";
    err = {trace_at(99s, "ValueError")};
    BOOST_TEST((chosen().trace == nullptr));
    BOOST_TEST(chosen().message == "out of memory, killed by the kernel; last output: step 7");
    facts.reason = ta::failure_reason::start_failed;
    facts.exit.reset();
    facts.known_cause = "cannot run train.py: no such file";
    BOOST_TEST(chosen().message == "cannot run train.py: no such file");
}

BOOST_AUTO_TEST_CASE(messages_are_one_line_of_300_bytes_and_keep_the_place) {
    std::string euros;
    for (int i = 0; i < 200; ++i)
        euros += "\xE2\x82\xAC";
    err = {trace_at(99s, "ValueError", euros)};
    auto const message = chosen().message;
    BOOST_TEST(message.size() <= 300u);
    BOOST_TEST(ta::is_valid_utf8(message));
    BOOST_TEST(message.ends_with("..."));
    killed_by(SIGTERM);
    BOOST_TEST(chosen().message.size() <= 300u);
    err.clear();
    euros += "\n";
    facts.err_tail = euros;
    BOOST_TEST(chosen().message.size() <= 300u);
}

BOOST_AUTO_TEST_CASE(last_output_is_16_lines_of_both_streams) {
    std::string many;
    for (int i = 0; i < 50; ++i)
        many += "e" + std::to_string(i) + "\n\n";
    facts.err_tail = many;
    auto lines = chosen().last_output;
    BOOST_REQUIRE(lines.size() == 16u);
    BOOST_TEST(lines.front() == "e34");
    facts.out_tail = "o1\no2\n";
    lines = chosen().last_output;
    BOOST_REQUIRE(lines.size() == 16u);
    BOOST_TEST(lines[0] == "o1");
    BOOST_TEST(lines[2] == "e36");
    BOOST_TEST(lines[15] == "e49");
    facts.out_tail = many;
    lines = chosen().last_output;
    BOOST_REQUIRE(lines.size() == 16u);
    BOOST_TEST(lines[7] == "e49");
    BOOST_TEST(lines[8] == "e42");
    facts.err_tail = "x\ny\n";
    lines = chosen().last_output;
    BOOST_TEST(lines.size() == 16u);
    BOOST_TEST(lines[15] == "y");
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

BOOST_AUTO_TEST_CASE(the_report_of_what_died_tells_more_than_the_end_of_its_node) {
    err = {trace_at(10s, "badkey"), trace_at(10s, "badkey")};
    for (auto& t : err)
        t.exception.language = "erlang";
    err[0].role = tr::trace_role::detached;
    err[0].handled = tr::handling::error;
    err[0].lines_after = err[0].lines_said = 12;
    err[1].text = "init terminating in do_boot ({{badkey,m3},[{meter,handle_call,3,[_]}]})\n";
    err[1].first_line = err[1].last_line = 20;
    BOOST_TEST(chosen().trace == &err[0]);
    // of what ended because another did; of another process
    err[0].exception.message = "{shutdown,meter}";
    BOOST_TEST(chosen().trace == &err[1]);
    err[0].exception.message = "bad";
    err[0].source = "node2: ";
    BOOST_TEST(chosen().trace == &err[1]);
    err[0].source.clear();
    // what is no end of a node
    err[1].text = "** exception error: bad key: m3\n";
    BOOST_TEST(chosen().trace == &err[1]);
}

BOOST_AUTO_TEST_CASE(a_tools_word_tells_more_than_the_code_of_its_end) {
    err = {trace_at(10s, "command failed", "no unit is named 'west'"),
           trace_at(10s, "error", "step plans failed with exit code 3")};
    err[0].role = tr::trace_role::notice;
    err[1].role = tr::trace_role::summary;
    err[1].first_line = err[1].last_line = 9;
    BOOST_TEST(chosen().trace == &err[0]);
}

BOOST_AUTO_TEST_CASE(a_guess_is_chosen_only_where_the_process_failed) {
    err = {trace_at(99s, "error")};
    err[0].role = tr::trace_role::notice;
    err[0].is_guess = true;
    err[0].exception.frames.clear();
    facts.err_tail = "row 8 of 9\n";
    BOOST_TEST(chosen().trace == &err[0]);
    BOOST_TEST(chosen().message == "exit code 1: error: bad");
    facts.exit.reset();
    BOOST_TEST(!chosen().trace);
}

BOOST_AUTO_TEST_CASE(a_long_message_leaves_room_for_what_caused_it) {
    err = {trace_at(99s, "CalledProcessError", "Command " + std::string(400, 'x'))};
    err[0].root_line = "KeyError: 'plan'";
    std::string const message = chosen().message;
    BOOST_TEST(message.ends_with(", caused by KeyError: 'plan'"));
    BOOST_TEST(message.size() <= 300u);
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
        facts.err_tail = "bag 3\nbag 4\nbag 5\n" + code + "\n";
        BOOST_TEST(!chosen().trace, code);
    }
    facts.err_tail = "bag 3\nbag 4\nbag 5\nshelf failed with code 6: bag 6 is missing\n";
    BOOST_TEST(chosen().trace == &err[0]);
}

BOOST_AUTO_TEST_CASE(what_looks_like_a_reason_at_the_end_tells_before_a_tool_of_long_ago) {
    err = {trace_at(10s, "error", "unary operator expected"), trace_at(20s, "error", "no index of bags")};
    for (auto& trace : err) {
        trace.role = tr::trace_role::notice;
        trace.exception.frames.clear();
    }
    err[0].lines_after = err[0].lines_said = 30;
    err[1].first_line = err[1].last_line = 30;
    err[1].is_guess = true;
    BOOST_TEST(chosen().trace == &err[1]);
    err[1].lines_said = 30;
    BOOST_TEST(chosen().trace == &err[0]);
}

BOOST_AUTO_TEST_CASE(that_a_child_was_stopped_explains_no_stop_from_outside) {
    err = {trace_at(10s, "build failed", "[Makefile:7: nuts] Terminated")};
    err[0].role = tr::trace_role::summary;
    err[0].exception.frames.clear();
    err[0].cause_line = "make: *** [Makefile:7: nuts] Terminated";
    facts.exit = ta::exit_status{0, SIGTERM, false};
    facts.reason = ta::failure_reason::signal;
    BOOST_TEST(!chosen().trace);
    exited_with(2);
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

BOOST_AUTO_TEST_CASE(a_tools_word_that_its_script_went_on_from_says_less_than_a_likely_line) {
    err = {trace_at(10s, "error", "ipset: command not found"), trace_at(10s, "error", "no port 84432")};
    for (auto& trace : err) {
        trace.role = tr::trace_role::notice;
        trace.exception.frames.clear();
    }
    err[0].handled = tr::handling::survived;
    err[1].first_line = err[1].last_line = 5;
    err[1].is_guess = true;
    BOOST_TEST(chosen().trace == &err[1]);
    err.pop_back();
    BOOST_TEST(chosen().trace == &err[0]);
}

BOOST_AUTO_TEST_SUITE_END()

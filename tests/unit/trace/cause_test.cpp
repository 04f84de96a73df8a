#include "task_agent/trace/cause.hpp"

#include "task_agent/base/utf8.hpp"

#include <boost/test/unit_test.hpp>

#include "unit/trace/cause_fixture.hpp"

namespace ta = task_agent;
namespace tr = task_agent::trace;
using namespace std::chrono_literals;
using tr::trace_at;

BOOST_FIXTURE_TEST_SUITE(cause_tests, tr::cause_fixture)

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

BOOST_AUTO_TEST_CASE(what_a_native_part_printed_above_pythons_word_of_the_abort_tells_why) {
    killed_by(SIGABRT);
    for (auto const* why : {"terminate called after throwing an instance of 'std::runtime_error'\n  what():  "
                            "shape 3 is not 4\n",
                            "mill: /src/mill.cc:7: void grind(int): Assertion `n > 0' failed.\n",
                            "free(): double free detected in tcache 2\n",
                            "thread '<unnamed>' panicked at src/lib.rs:5:9:\nno grain\n"}) {
        std::string const abort =
            "Fatal Python error: Aborted\n\nCurrent thread 0x00007f0 (most recent call first):\n"
            "  File \"/app/train.py\", line 12 in step\n";
        err = tr::traces_in(why + abort);
        BOOST_REQUIRE_MESSAGE(err.size() == 2u, why);
        BOOST_TEST(chosen().trace == &err[0], why);
        err = tr::traces_in(abort);
        BOOST_TEST(chosen().trace == &err.at(0));
    }
}

BOOST_AUTO_TEST_CASE(of_a_records_line_what_it_says_is_told) {
    facts.exit = ta::exit_status{3, 0, false};
    facts.err_tail = "2026-11-26 12:00:00,123 ERROR mill: the chute is blocked\n";
    BOOST_TEST(chosen().message == "exit code 3: the chute is blocked");
    facts.err_tail = "[rank1]: 2026-11-26 12:00:00 ERROR the chute is blocked\n";
    BOOST_TEST(chosen().message == "exit code 3: [rank1]: 2026-11-26 12:00:00 ERROR the chute is blocked");
    facts.err_tail = "2026-11-26 12:00:00 ERROR\n";
    BOOST_TEST(chosen().message == "exit code 3; last output: ERROR");
}

BOOST_AUTO_TEST_CASE(a_parents_pipe_that_ended_follows_from_what_its_child_raised) {
    err = {trace_at(98s, "OSError"), trace_at(99s, "EOFError", "")};
    BOOST_TEST(chosen().trace == &err[0]);
    err[1].exception.message = "Ran out of input";
    BOOST_TEST(chosen().trace == &err[1]);
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
    BOOST_TEST(chosen().message == "exit code 3; last output: step 7");
    facts.out_tail = "";
    BOOST_TEST(chosen().message == "exit code 3, without any output");
}

BOOST_AUTO_TEST_CASE(without_a_trace_a_launchers_last_line_is_not_told_before_the_programs) {
    facts.err_tail = "reading the mesh\nsrun: error: node3: task 1: Exited with exit code 1\n";
    BOOST_TEST(chosen().message == "exit code 1; last output: reading the mesh");
    facts.err_tail = "srun: error: node3: task 1: Killed\nsrun: error: node2: task 0: Killed\n";
    BOOST_TEST(chosen().message == "exit code 1: srun: error: node2: task 0: Killed");
}

BOOST_AUTO_TEST_CASE(of_an_end_that_nobody_knows_the_line_alone_is_told) {
    facts.exit.reset();
    BOOST_TEST(tr::message_of_line(facts, "  no licence left") == "no licence left");
    facts.reason = ta::failure_reason::timeout;
    BOOST_TEST(tr::message_of_line(facts, "no licence left") == "stopped at its time limit: no licence left");
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

// What the platform, the console and Kubernetes are told of a run that failed (contract 3, error_details and
// error_stack; contract 4, start failures).
#include "task_agent/base/utf8.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/test/unit_test.hpp>

#include "platform.hpp"
#include <algorithm>
#include <csignal>

namespace {

using namespace e2e;
using support::temp_dir;

constexpr std::size_t tail_bytes = 2048;
constexpr std::ptrdiff_t tail_lines = 80;

std::string error_at(json::value const& task, std::string const& pointer) {
    return text_at(task, "/error_details" + pointer);
}

std::string stack_of(json::value const& task) {
    return text_at(task, "/error_stack");
}

std::ptrdiff_t lines_in(std::string const& text) {
    return std::count(text.begin(), text.end(), '\n');
}

bool holds(std::string const& text, std::string const& part) {
    return text.find(part) != std::string::npos;
}

// What the agent printed behind the workload's own stderr.
std::string behind(std::string const& err, std::string const& own) {
    BOOST_REQUIRE(err.substr(0, own.size()) == own);
    return err.substr(own.size());
}

constexpr char chained[] = R"(
def read(name):
    return {"a": 1}[name]

def load(name):
    try:
        return read(name)
    except KeyError as e:
        raise RuntimeError("shard b is missing") from e

load("b")
)";

// A traceback of its own frames is folded by python; different functions are not.
constexpr char deep[] = R"(
import sys
sys.setrecursionlimit(100000)
names = ["f%d" % i for i in range(900)]
source = "".join("def %s():\n    return %s()  # %s\n" % (a, b, "x" * 60) for a, b in zip(names, names[1:] + ["fall"]))
open(sys.argv[1], "w").write(source + "def fall():\n    raise OverflowError('the bottom')\n")
exec(compile(open(sys.argv[1]).read(), sys.argv[1], "exec"))
f0()
)";

}  // namespace

BOOST_AUTO_TEST_SUITE(failure_tests)

BOOST_AUTO_TEST_CASE(a_python_exception_is_the_message_and_its_traceback_the_stack) {  // contract 3
    platform p;
    temp_dir folder;
    support::write_file(folder / "train.py", "def step(n):\n    return 1 / n\n\nstep(0)\n");
    auto const end = support::run(p.run({}, {"python3", folder / "train.py"}));
    BOOST_TEST(end.code == 1);

    auto const task = p.task();
    BOOST_TEST(text_at(task, "/status") == "error");
    BOOST_TEST(error_at(task, "/message") == "ZeroDivisionError: division by zero");
    BOOST_TEST(error_at(task, "/reason") == "exit_code");
    BOOST_TEST(error_at(task, "/exit_code") == "1");
    BOOST_TEST(error_at(task, "/signal") == "(none)");
    BOOST_TEST(error_at(task, "/exception/language") == "python");
    BOOST_TEST(error_at(task, "/exception/type") == "ZeroDivisionError");
    BOOST_TEST(error_at(task, "/exception/message") == "division by zero");
    BOOST_TEST(error_at(task, "/exception/frames/0/file") == folder / "train.py");
    BOOST_TEST(error_at(task, "/exception/frames/0/line") == "4");
    BOOST_TEST(error_at(task, "/exception/frames/0/function") == "<module>");
    BOOST_TEST(error_at(task, "/exception/frames/1/function") == "step");
    BOOST_TEST(error_at(task, "/command") == "python3 " + (folder / "train.py"));
    BOOST_TEST(error_at(task, "/host") != "(none)");
    BOOST_TEST(error_at(task, "/agent_version") == text_at(task, "/status_details/agent/version"));
    BOOST_TEST(error_at(task, "/usage/max_rss_bytes") != "(none)");
    // python's own words, whole, with what it printed under the source line
    auto const own = end.err.substr(0, end.err.find("task-agent: "));
    BOOST_TEST(holds(own, "ZeroDivisionError: division by zero\n"));
    BOOST_TEST(own == stack_of(task));
    auto const& last = task.at("error_details").at("last_output").as_array();
    BOOST_TEST(last.size() <= 16U);
    BOOST_TEST(last.back().as_string() == "ZeroDivisionError: division by zero");
}

BOOST_AUTO_TEST_CASE(a_chain_of_exceptions_is_told_whole_with_the_cause_last) {  // contract 3
    platform p;
    auto const end = support::run(p.run({}, {"python3", "-c", chained}));
    BOOST_TEST(end.code == 1);
    auto const task = p.task();
    BOOST_TEST(error_at(task, "/message") == "RuntimeError: shard b is missing, caused by KeyError: 'b'");
    BOOST_TEST(error_at(task, "/exception/type") == "RuntimeError");
    BOOST_TEST(error_at(task, "/exception/chain/0/type") == "KeyError");
    auto const stack = stack_of(task);
    auto const first = stack.find("KeyError: 'b'");
    auto const between = stack.find("direct cause of the following exception");
    auto const last = stack.find("RuntimeError: shard b is missing");
    BOOST_TEST(first < between);
    BOOST_TEST(between < last);
    BOOST_TEST(last != std::string::npos);
}

BOOST_AUTO_TEST_CASE(carets_of_a_newer_python_stay_in_the_stack) {  // contract 3
    platform p;
    temp_dir folder;
    support::write_file(folder / "t.py", "a = {'x': {}}\nprint(a['x']['y']['z'])\n");
    auto const end = support::run(p.run({}, {"python3", folder / "t.py"}));
    BOOST_TEST(end.code == 1);
    BOOST_TEST(stack_of(p.task()) == end.err.substr(0, end.err.find("KeyError: 'y'\n") + 14));
    BOOST_TEST(error_at(p.task(), "/message") == "KeyError: 'y'");
}

BOOST_AUTO_TEST_CASE(the_report_is_mirrored_where_controllers_do_not_write) {  // contract 3
    platform p;
    BOOST_TEST(support::run(p.run({}, {"python3", "-c", chained})).code == 1);
    auto const task = p.task();
    auto const& mirror = task.at("status_details").at("error_report");
    BOOST_TEST((mirror.at("details") == task.at("error_details")));
    BOOST_TEST(text_at(mirror, "/stack") == stack_of(task));
    // the job sees it as well
    BOOST_TEST(text_at(p.status(), "/status_details/error_report/details/message") ==
               "RuntimeError: shard b is missing, caused by KeyError: 'b'");
}

BOOST_AUTO_TEST_CASE(without_a_trace_the_end_of_stderr_is_the_stack) {  // contract 3
    platform p;
    auto const end = support::run(
        p.run({}, shell("echo on stdout; for i in $(seq 1 40); do echo line $i >&2; done; exit 3")));
    BOOST_TEST(end.code == 3);
    auto const task = p.task();
    BOOST_TEST(error_at(task, "/reason") == "exit_code");
    BOOST_TEST(error_at(task, "/exit_code") == "3");
    BOOST_TEST(error_at(task, "/exception") == "(none)");
    BOOST_TEST(error_at(task, "/message") != "");
    BOOST_TEST(holds(stack_of(task), "line 39\nline 40"));
    auto const& last = task.at("error_details").at("last_output").as_array();
    BOOST_TEST(last.size() == 16U);
    BOOST_TEST(last.back().as_string() == "line 40");
}

BOOST_AUTO_TEST_CASE(a_workload_that_says_nothing_on_stderr_is_explained_by_its_stdout) {  // contract 3
    platform p;
    BOOST_TEST(support::run(p.run({}, shell("echo could not open the data; exit 4"))).code == 4);
    BOOST_TEST(holds(stack_of(p.task()), "could not open the data"));
}

BOOST_AUTO_TEST_CASE(a_signal_is_named_and_is_the_exit_code) {  // contract 1 and 3
    platform p;
    auto const end = support::run(p.run({}, shell("kill -SEGV $$")));
    BOOST_TEST(end.code == 128 + SIGSEGV);
    auto const task = p.task();
    BOOST_TEST(text_at(task, "/status") == "error");
    BOOST_TEST(error_at(task, "/reason") == "signal");
    BOOST_TEST(error_at(task, "/signal") == std::to_string(SIGSEGV));
    BOOST_TEST(error_at(task, "/signal_name") == "SIGSEGV");
    BOOST_TEST(error_at(task, "/exit_code") == "(none)");
    BOOST_TEST(text_at(task, "/error_details/core_dumped") != "(none)");
}

BOOST_AUTO_TEST_CASE(an_enormous_trace_is_cut_to_the_limit_and_keeps_its_cause) {  // contract 3: 64 KiB
    platform p;
    temp_dir folder;
    BOOST_TEST(support::run(p.run({}, {"python3", "-c", deep, folder / "made.py"})).code == 1);
    auto const task = p.task();
    auto const stack = stack_of(task);
    BOOST_TEST(stack.size() <= 64U * 1024);
    BOOST_TEST(stack.size() > 32U * 1024);
    BOOST_TEST(error_at(task, "/message") == "OverflowError: the bottom");
    auto const end = stack.substr(stack.size() - tail_bytes);
    BOOST_TEST(holds(end, "OverflowError: the bottom"));
    BOOST_TEST(holds(end, ", in fall"));
}

BOOST_AUTO_TEST_CASE(the_limit_of_the_stack_can_be_set) {  // contract 3, --error-stack-limit
    platform p;
    temp_dir folder;
    BOOST_TEST(
        support::run(p.run({"--error-stack-limit", "4KiB"}, {"python3", "-c", deep, folder / "made.py"}))
            .code == 1);
    BOOST_TEST(stack_of(p.task()).size() <= 4096U);
    BOOST_TEST(holds(stack_of(p.task()), "OverflowError: the bottom"));
}

BOOST_AUTO_TEST_CASE(a_long_message_is_cut_to_300_bytes_on_a_character) {  // contract 3
    platform p;
    BOOST_TEST(
        support::run(p.run({}, {"python3", "-X", "utf8", "-c", "raise ValueError('ä' * 4000)"})).code == 1);
    auto const message = error_at(p.task(), "/message");
    BOOST_TEST(message.size() <= 300U);
    BOOST_TEST(message.size() > 290U);
    BOOST_TEST(message.substr(0, 14) == "ValueError: ä");
    BOOST_TEST(task_agent::is_valid_utf8(message));
}

BOOST_AUTO_TEST_CASE(garbage_on_stderr_passes_as_it_is_and_is_reported_as_valid_text) {  // contract 3 and 5
    platform p;
    std::string const garbage = "\xff\xfe\x80 \xc3( \xed\xa0\x80 \x01\x02 end\n";
    auto const end = support::run(p.run(
        {"--report-tail", "off"}, shell("printf '\\377\\376\\200 \\303( \\355\\240\\200 \\001\\002 end\\n' "
                                        ">&2; exit 5")));
    BOOST_TEST(end.code == 5);
    BOOST_TEST((end.err == garbage));
    auto const stack = stack_of(p.task());
    BOOST_TEST(holds(stack, "end"));
    BOOST_TEST(task_agent::is_valid_utf8(stack));
    BOOST_TEST(task_agent::is_valid_utf8(error_at(p.task(), "/message")));
}

BOOST_AUTO_TEST_CASE(the_report_is_the_last_thing_on_stderr_and_fits_what_controllers_keep) {  // contract 3
    platform p;
    temp_dir folder;
    auto const end = support::run(p.run({}, {"python3", "-c", deep, folder / "made.py"}));
    auto const at = end.err.find("task-agent: ");
    BOOST_REQUIRE(at != std::string::npos);
    auto const tail = end.err.substr(at);
    BOOST_TEST(tail.size() <= tail_bytes);
    BOOST_TEST(tail.size() > tail_bytes / 2);
    BOOST_TEST(lines_in(tail) <= tail_lines);
    BOOST_TEST(tail.ends_with("\ntask-agent: OverflowError: the bottom\n"));
    BOOST_TEST(holds(tail, ", in fall"));
    BOOST_TEST(holds(tail.substr(0, tail.find('\n')), "failed"));
}

BOOST_AUTO_TEST_CASE(many_short_lines_are_cut_to_80) {  // contract 3
    platform p;
    auto const end = support::run(p.run({}, shell("for i in $(seq 1 300); do echo a >&2; done; exit 1")));
    auto const tail = end.err.substr(end.err.find("task-agent: "));
    BOOST_TEST(lines_in(tail) <= tail_lines);
    BOOST_TEST(lines_in(tail) > tail_lines / 2);
    BOOST_TEST(tail.size() <= tail_bytes);
}

BOOST_AUTO_TEST_CASE(a_report_behind_an_unfinished_line_begins_on_a_new_one) {  // contract 3 and 5
    platform p;
    temp_dir folder;
    auto const end = support::run(
        p.run({}, shell("i=0; while [ $i -lt 100 ]; do printf '%0100d\\n' $i >&2; i=$((i + 1)); done; "
                        "printf 'not finished' >&2; exit 1")));
    auto const at = end.err.find("not finished\ntask-agent: ");
    BOOST_REQUIRE(at != std::string::npos);
    // the newline is part of what may be 2,048 bytes long
    BOOST_TEST(end.err.size() - at - 12 <= tail_bytes);
    BOOST_TEST(end.err.size() - at - 12 > tail_bytes - 300);
    BOOST_TEST(lines_in(end.err.substr(at)) <= tail_lines);
}

BOOST_AUTO_TEST_CASE(report_tail_off_leaves_stderr_alone) {  // contract 3
    platform p;
    auto const end = support::run(p.run({"--report-tail=off"}, shell("echo why >&2; exit 1")));
    BOOST_TEST(end.err == "why\n");
    BOOST_TEST(p.task_status() == "error");
}

BOOST_AUTO_TEST_CASE(without_identity_stderr_stays_byte_exact) {  // contract 3 and 5
    support::command const what{
        {agent(), "run", "--", "sh", "-c", "echo out; echo why >&2; printf more >&2; exit 9"},
        plain_environment()};
    auto const end = support::run(what);
    BOOST_TEST(end.code == 9);
    BOOST_TEST(end.out == "out\n");
    BOOST_TEST(end.err == "why\nmore");
}

BOOST_AUTO_TEST_CASE(without_identity_the_report_can_be_asked_for) {  // contract 3, --report-tail
    support::command const what{
        {agent(), "run", "--report-tail", "on", "--", "sh", "-c", "echo why >&2; exit 9"},
        plain_environment()};
    auto const end = support::run(what);
    auto const tail = behind(end.err, "why\n");
    BOOST_TEST(tail.starts_with("task-agent: sh failed: "));
    BOOST_TEST(tail.ends_with("\n"));
}

BOOST_AUTO_TEST_CASE(the_termination_log_gets_a_summary_within_4096_bytes) {  // contract 3
    platform p;
    temp_dir folder;
    auto const path = folder / "termination";
    BOOST_TEST(
        support::run(p.run({"--termination-log", path}, {"python3", "-c", deep, folder / "made.py"})).code ==
        1);
    auto const summary = support::read_file(path);
    BOOST_TEST(summary.size() <= 4096U);
    BOOST_TEST(summary.size() > 2048U);
    BOOST_TEST(holds(summary.substr(0, summary.find('\n')), "OverflowError: the bottom"));
    BOOST_TEST(task_agent::is_valid_utf8(summary));
}

BOOST_AUTO_TEST_CASE(a_success_writes_no_termination_log) {  // contract 3: on failure and external stops
    platform p;
    temp_dir folder;
    auto const path = folder / "termination";
    BOOST_TEST(support::run(p.run({"--termination-log", path}, {"true"})).code == 0);
    BOOST_TEST(support::read_file(path) == "");
}

BOOST_AUTO_TEST_CASE(a_missing_program_is_127_and_a_start_failure_on_the_platform) {  // contract 1 and 4
    platform p;
    auto const end = support::run(p.run({}, {"no-such-program", "--flag"}));
    BOOST_TEST(end.code == 127);
    BOOST_TEST(end.out == "");
    auto const task = p.task();
    BOOST_TEST(text_at(task, "/status") == "error");
    BOOST_TEST(error_at(task, "/reason") == "start_failed");
    BOOST_TEST(error_at(task, "/message") == "cannot start no-such-program: not found in any folder of PATH");
    BOOST_TEST(error_at(task, "/command") == "no-such-program --flag");
    BOOST_TEST(holds(end.err, "task-agent: "));
    BOOST_TEST(holds(end.err, error_at(task, "/message")));
    // it never ran
    for (auto const& update : p.updates())
        BOOST_TEST(text_at(update, "/status") == "error");
}

BOOST_AUTO_TEST_CASE(a_file_that_may_not_be_executed_is_126) {  // contract 1 and 4
    platform p;
    temp_dir folder;
    support::write_file(folder / "script", "#!/bin/sh\n");
    auto const end = support::run(p.run({}, {folder / "script"}));
    BOOST_TEST(end.code == 126);
    auto const task = p.task();
    BOOST_TEST(text_at(task, "/status") == "error");
    BOOST_TEST(error_at(task, "/reason") == "start_failed");
    BOOST_TEST(error_at(task, "/message").starts_with("cannot start " + (folder / "script") + ": "));
}

BOOST_AUTO_TEST_CASE(
    a_known_failure_is_reported_with_what_to_do_about_it) {  // contract 3: category, hint, retryable
    platform p;
    auto const end = support::run(
        p.run({}, shell("echo 'RuntimeError: CUDA out of memory. Tried to allocate 2.00 GiB' >&2; exit 1")));
    BOOST_TEST(end.code == 1);
    auto const task = p.task();
    BOOST_TEST(error_at(task, "/category") == "cuda_out_of_memory");
    BOOST_TEST(error_at(task, "/retryable") == "no");
    auto const hint = error_at(task, "/hint");
    BOOST_TEST(holds(hint, "lower the batch size"));
    BOOST_TEST(holds(end.err, "\ntask-agent: hint: " + hint + "\n"));
    BOOST_TEST(text_at(task, "/status_details/error_report/details/category") == "cuda_out_of_memory");
}

BOOST_AUTO_TEST_CASE(an_unknown_failure_has_no_category) {  // contract 3
    platform p;
    auto const end = support::run(p.run({}, shell("echo 'error: 0 batches left' >&2; exit 1")));
    BOOST_TEST(end.code == 1);
    for (auto const* key : {"/category", "/hint", "/retryable"})
        BOOST_TEST(error_at(p.task(), key) == "(none)");
    BOOST_TEST(!holds(end.err, "hint:"));
}

BOOST_AUTO_TEST_CASE(a_rule_of_ones_own_goes_before_the_compiled_in_ones) {  // --failure-rules
    platform p;
    temp_dir folder;
    support::write_file(
        folder / "rules",
        "[lab_disk]\ncategory = lab_disk_full\nretryable = yes\n"
        "hint = Wait for the nightly clean-up of /scratch.\nending = /scratch*No space left on device\n");
    auto const end = support::run(
        p.run({"--failure-rules", folder / "rules"},
              shell("echo \"cp: error writing '/scratch/a': No space left on device\" >&2; exit 1")));
    BOOST_TEST(end.code == 1);
    auto const task = p.task();
    BOOST_TEST(error_at(task, "/category") == "lab_disk_full");
    BOOST_TEST(error_at(task, "/retryable") == "yes");
    BOOST_TEST(holds(end.err, "task-agent: hint: Wait for the nightly clean-up of /scratch.\n"));
}

BOOST_AUTO_TEST_SUITE_END()

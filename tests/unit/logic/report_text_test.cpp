#include "task_agent/logic/report_text.hpp"

#include "task_agent/base/utf8.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <csignal>

namespace ta = task_agent;

namespace {

ta::failure_report failed(std::string stack) {
    ta::failure_report report;
    report.message = "ValueError: bad (train.py:12, in step)";
    report.exit = ta::exit_status{1, 0, false};
    report.usage = ta::resource_usage{};
    report.usage->wall_seconds = 12.34;
    report.command = "python3 -u jobs/train.py --lr 1e-4";
    report.stack = std::move(stack);
    return report;
}

std::string many_lines(int count, std::size_t width) {
    std::string text;
    for (int i = 0; i < count; ++i)
        text += std::to_string(i) + std::string(width, 'x') + "\n";
    return text;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(report_text_tests)

BOOST_AUTO_TEST_CASE(the_tail_is_headline_stack_and_cause) {
    BOOST_TEST(ta::report_tail(failed("a\nb\n"), true) ==
               "task-agent: train.py failed: exit code 1 after 12.3 s\na\nb\n"
               "task-agent: ValueError: bad (train.py:12, in step)\n");
}

BOOST_AUTO_TEST_CASE(an_unfinished_line_of_the_workload_is_ended_first) {
    BOOST_TEST(ta::report_tail(failed("a\n"), false).starts_with("\ntask-agent: train.py failed"));
}

BOOST_AUTO_TEST_CASE(a_hint_stands_before_the_cause) {
    auto report = failed("a\n");
    report.hint = "lower the batch size";
    BOOST_TEST(ta::report_tail(report, true)
                   .ends_with("a\ntask-agent: hint: lower the batch size\ntask-agent: ValueError: bad "
                              "(train.py:12, in step)\n"));
}

BOOST_AUTO_TEST_CASE(bytes_and_lines_stay_within_what_backends_keep) {
    for (auto const& stack :
         {many_lines(1000, 0), many_lines(1000, 100), many_lines(2, 5000), std::string(9000, 'y')}) {
        for (bool const at_start : {true, false}) {
            auto report = failed(stack);
            report.message = std::string(300, 'm');
            report.hint = std::string(900, 'h');
            std::string const text = ta::report_tail(report, at_start);
            BOOST_TEST(text.size() <= 2048u);
            BOOST_TEST(std::count(text.begin(), text.end(), '\n') <= 80);
            BOOST_TEST(text.ends_with("task-agent: " + report.message + "\n"));
            BOOST_TEST(ta::termination_summary(report).size() <= 4096u);
        }
    }
    BOOST_TEST(ta::report_tail(failed(many_lines(1000, 0)), true).find("\n999\ntask-agent: ") !=
               std::string::npos);
}

BOOST_AUTO_TEST_CASE(without_a_stack_the_last_lines_stand_there) {
    auto report = failed("");
    report.exit = ta::exit_status{0, SIGSEGV, true};
    report.reason = ta::failure_reason::signal;
    report.last_output = {"one", "two"};
    BOOST_TEST(
        ta::report_tail(report, true)
            .starts_with(
                "task-agent: train.py failed: killed by SIGSEGV (core dumped) after 12.3 s\none\ntwo\n"));
}

BOOST_AUTO_TEST_CASE(the_termination_log_names_the_cause_first_and_last) {
    std::string const text = ta::termination_summary(failed("a\n"));
    BOOST_TEST(text.starts_with(
        "train.py failed: exit code 1 after 12.3 s: ValueError: bad (train.py:12, in step)\na\n"));
    BOOST_TEST(text.ends_with("\nValueError: bad (train.py:12, in step)\n"));
}

BOOST_AUTO_TEST_CASE(commands_are_called_what_people_call_them) {
    BOOST_TEST(ta::short_command("/usr/bin/python3.11 -u jobs/train.py --lr 1") == "train.py");
    BOOST_TEST(ta::short_command("python -m pkg.train") == "pkg.train");
    BOOST_TEST(ta::short_command("python -c print(1)") == "python");
    BOOST_TEST(ta::short_command("python3 -u -W ignore -m json.tool /nope") == "json.tool");
    BOOST_TEST(ta::short_command("python3 -X dev jobs/train.py") == "train.py");
    BOOST_TEST(ta::short_command("bash -lc 'exit 3'") == "bash");
    BOOST_TEST(ta::short_command("bash -eo pipefail job.sh") == "job.sh");
    BOOST_TEST(ta::short_command("bash -o pipefail /srv/job.sh 7") == "job.sh");
    BOOST_TEST(ta::short_command("node --max-old-space-size=20 -e 'const a = 1'") == "node");
    BOOST_TEST(ta::short_command("node -r ./hook.js feed.js") == "feed.js");
    BOOST_TEST(ta::short_command("/bin/shuffle data") == "shuffle");
    BOOST_TEST(ta::short_command("./run") == "run");
    BOOST_TEST(ta::short_command("") == "");
}

BOOST_AUTO_TEST_SUITE_END()

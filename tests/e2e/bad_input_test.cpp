// Settings from every source, right and wrong: one sentence that names the thing, its source and what is
// allowed, exit code 125, and no workload (contract 1).
#include <boost/test/unit_test.hpp>

#include "platform.hpp"
#include <algorithm>

namespace {

using namespace e2e;
using support::ending;
using support::temp_dir;

bool holds(std::string const& text, std::string const& part) {
    return text.find(part) != std::string::npos;
}

ending run_with(environment more, std::vector<std::string> const& options) {
    support::command made{{agent(), "run"}, plain_environment()};
    made.env.merge(more);
    made.argv.insert(made.argv.end(), options.begin(), options.end());
    for (auto const* word : {"--", "sh", "-c", "echo started"})
        made.argv.emplace_back(word);
    return support::run(made);
}

void is_refused(ending const& end, std::vector<std::string> const& parts) {
    BOOST_TEST(end.code == 125);
    BOOST_TEST(end.out == "");
    BOOST_TEST(end.err.starts_with("task-agent: "));
    BOOST_TEST(std::count(end.err.begin(), end.err.end(), '\n') == 1);
    for (auto const& part : parts)
        BOOST_TEST(holds(end.err, part), "\"" << part << "\" in: " << end.err);
}

std::string config(temp_dir const& folder, std::string const& text) {
    support::write_file(folder / "config.json", text);
    return folder / "config.json";
}

}  // namespace

BOOST_AUTO_TEST_SUITE(bad_input_tests)

BOOST_AUTO_TEST_CASE(an_unknown_flag_of_run_is_named_with_the_one_that_was_meant) {
    is_refused(run_with({}, {"--stop-grase=3s"}), {"--stop-grase", "flag", "did you mean --stop-grace?"});
}

BOOST_AUTO_TEST_CASE(a_missing_command_is_said_with_the_usage) {
    is_refused(support::run({{agent(), "run"}, plain_environment()}), {"CMD", "usage: task-agent run"});
    is_refused(support::run({{agent(), "run", "--log-level", "info", "--"}, plain_environment()}), {"CMD"});
}

BOOST_AUTO_TEST_CASE(a_malformed_url_is_refused_from_each_strict_source) {
    temp_dir folder;
    is_refused(run_with({}, {"--jobs-url", "ftp://x"}), {"--jobs-url", "ftp://x", "flag", "http://"});
    is_refused(run_with({{"TASK_AGENT_JOBS_URL", "localhost:8080"}}, {}),
               {"TASK_AGENT_JOBS_URL", "localhost:8080", "environment", "http://"});
    auto const path = config(folder, R"({"jobs-url": "http://x:99999"})");
    is_refused(run_with({}, {"--config", path}), {"jobs-url", path, "http://x:99999"});
}

BOOST_AUTO_TEST_CASE(a_password_in_a_malformed_url_is_not_shown) {
    auto const end = run_with({}, {"--jobs-url", "ftp://me:hunter22@host"});
    is_refused(end, {"--jobs-url", "host"});
    BOOST_TEST(!holds(end.err, "hunter22"));
}

BOOST_AUTO_TEST_CASE(a_malformed_duration_is_refused_from_each_source) {
    temp_dir folder;
    is_refused(run_with({}, {"--stop-grace", "soon"}), {"--stop-grace", "soon", "flag", "8s"});
    is_refused(run_with({{"TASK_AGENT_STOP_GRACE", "8 parsecs"}}, {}),
               {"TASK_AGENT_STOP_GRACE", "8 parsecs", "environment", "8s"});
    auto const path = config(folder, R"({"stop-grace": "-1s"})");
    is_refused(run_with({}, {"--config", path}), {"stop-grace", path, "-1s"});
}

BOOST_AUTO_TEST_CASE(values_out_of_range_and_unknown_choices_name_what_is_allowed) {
    is_refused(run_with({}, {"--final-timeout", "1000h"}), {"--final-timeout", "1000h", "24h"});
    is_refused(run_with({}, {"--report-tail", "sometimes"}), {"--report-tail", "sometimes", "auto, on, off"});
    is_refused(run_with({{"TASK_AGENT_LOG_LEVEL", "loud"}}, {}), {"TASK_AGENT_LOG_LEVEL", "loud", "warn"});
    is_refused(run_with({}, {"--error-stack-limit", "12"}), {"--error-stack-limit", "12", "1KiB"});
}

BOOST_AUTO_TEST_CASE(an_unknown_variable_of_ours_is_refused_without_its_value) {
    auto const end = run_with({{"TASK_AGENT_STOP_GRASE", "hunter22"}}, {});
    is_refused(end, {"TASK_AGENT_STOP_GRASE", "did you mean TASK_AGENT_STOP_GRACE?"});
    BOOST_TEST(!holds(end.err, "hunter22"));
}

BOOST_AUTO_TEST_CASE(a_config_file_that_cannot_be_read_is_refused_with_who_named_it) {
    is_refused(run_with({}, {"--config", "/no/such/config.json"}),
               {"--config", "/no/such/config.json", "No such file or directory"});
    is_refused(run_with({{"TASK_AGENT_CONFIG", "/no/such/config.json"}}, {}),
               {"TASK_AGENT_CONFIG", "environment", "No such file or directory"});
}

BOOST_AUTO_TEST_CASE(a_config_file_with_mistakes_is_refused_with_the_key) {
    temp_dir folder;
    auto const near = config(folder, R"({"stop-grase": "3s"})");
    is_refused(run_with({}, {"--config", near}), {"stop-grase", near, "stop-grace"});
    auto const broken = config(folder, "{\"stop-grace\": ");
    is_refused(run_with({}, {"--config", broken}), {broken});
    auto const typed = config(folder, R"({"require-platform": "yes"})");
    is_refused(run_with({}, {"--config", typed}), {"require-platform", typed, "true and false"});
}

BOOST_AUTO_TEST_CASE(several_mistakes_are_each_one_line) {
    auto const end = run_with({{"TASK_AGENT_STOP_GRACE", "x"}}, {"--final-timeout", "y"});
    BOOST_TEST(end.code == 125);
    BOOST_TEST(std::count(end.err.begin(), end.err.end(), '\n') == 2);
    BOOST_TEST(holds(end.err, "TASK_AGENT_STOP_GRACE"));
    BOOST_TEST(holds(end.err, "--final-timeout"));
}

BOOST_AUTO_TEST_CASE(a_malformed_variable_of_the_platform_is_one_warning_and_counts_as_unset) {
    auto const end = run_with({{"NMP_JOBS_URL", "not a url"}}, {});
    BOOST_TEST(end.code == 0);
    BOOST_TEST(end.out == "started\n");
    BOOST_TEST(end.err.starts_with("task-agent: warn: NMP_JOBS_URL"));
    BOOST_TEST(std::count(end.err.begin(), end.err.end(), '\n') == 1);
}

BOOST_AUTO_TEST_CASE(a_config_file_with_comments_sets_what_nothing_else_sets) {  // contract 1
    temp_dir folder;
    auto const path = config(
        folder, "// as in the image\n{\n  \"report-tail\": \"on\", /* always */\n  \"log\": \"off\"\n}\n");
    support::command what{{agent(), "run", "--config", path, "--", "sh", "-c", "echo why >&2; exit 1"},
                          plain_environment()};
    BOOST_TEST(holds(support::run(what).err, "task-agent: sh failed"));
    // the environment beats the file, a flag beats both
    what.env["TASK_AGENT_REPORT_TAIL"] = "off";
    BOOST_TEST(support::run(what).err == "why\n");
    what.argv.insert(what.argv.begin() + 2, "--report-tail=on");
    BOOST_TEST(holds(support::run(what).err, "task-agent: sh failed"));
}

BOOST_AUTO_TEST_CASE(the_command_line_of_the_workload_is_never_read) {  // contract 1
    support::command const what{
        {agent(), "run", "--log-level", "error", "printf", "%s\\n", "--stop-grase", "--", "-x"},
        plain_environment()};
    auto const end = support::run(what);
    BOOST_TEST(end.code == 0);
    BOOST_TEST(end.out == "--stop-grase\n--\n-x\n");
}

BOOST_AUTO_TEST_CASE(failure_rules_that_are_absent_or_wrong_are_refused_before_the_workload_starts) {
    temp_dir folder;
    is_refused(
        run_with({}, {"--failure-rules", folder / "absent"}),
        {"--failure-rules", folder / "absent", "flag", "No such file", "allowed is a file of failure rules"});
    support::write_file(folder / "rules",
                        "[a]\ncategory = a\nretryable = perhaps\nhint = do it\ncause = alpha\n");
    is_refused(run_with({}, {"--failure-rules", folder / "rules"}),
               {"--failure-rules", folder / "rules", "flag", "line 3", "retryable = perhaps",
                "allowed are yes, no and unknown"});
    is_refused(run_with({{"TASK_AGENT_FAILURE_RULES", folder / "rules"}}, {}),
               {"TASK_AGENT_FAILURE_RULES", "environment", "line 3"});
}

BOOST_AUTO_TEST_SUITE_END()

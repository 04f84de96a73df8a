// An agent in the workload of another one, as when an image has one baked in and the platform brings its own
// (contract 2): the outer one reports, the inner one supervises and tells it what it has seen.
#include <boost/test/unit_test.hpp>

#include "platform.hpp"
#include <filesystem>
#include <set>

namespace {

using namespace e2e;

std::vector<std::string> inner(std::vector<std::string> const& options,
                               std::vector<std::string> const& workload) {
    std::vector<std::string> argv = {agent(), "run"};
    argv.insert(argv.end(), options.begin(), options.end());
    argv.emplace_back("--");
    argv.insert(argv.end(), workload.begin(), workload.end());
    return argv;
}

// The processes that have put updates of the task, by what they say of themselves.
std::set<std::string> reporters(platform const& p) {
    std::set<std::string> pids;
    for (auto const& update : p.updates())
        pids.insert(text_at(update, "/status_details/agent/pid"));
    return pids;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(nested_tests)

BOOST_AUTO_TEST_CASE(only_the_outer_agent_reports_and_the_exit_code_passes_both) {
    platform p;
    auto const end = support::run(p.run({}, inner({}, shell("echo out; exit 0"))));
    BOOST_TEST(end.code == 0);
    BOOST_TEST(end.out == "out\n");
    BOOST_TEST(end.err == "");
    BOOST_TEST(p.task_status() == "completed");
    BOOST_TEST(reporters(p).size() == 1U);
}

BOOST_AUTO_TEST_CASE(what_only_the_inner_agent_knows_becomes_the_report) {
    platform p;
    auto const end = support::run(p.run({}, inner({}, {"/no/such/program"})));
    BOOST_TEST(end.code == 127);
    auto const task = p.task();
    BOOST_TEST(text_at(task, "/status") == "error");
    BOOST_TEST(text_at(task, "/error_details/reason") == "start_failed");
    BOOST_TEST(text_at(task, "/error_details/message").find("/no/such/program") != std::string::npos);
    BOOST_TEST(text_at(task, "/status_details/error_report/details/reason") == "start_failed");
    BOOST_TEST(reporters(p).size() == 1U);
}

BOOST_AUTO_TEST_CASE(a_trace_is_told_once_with_one_report_at_the_end_of_stderr) {
    platform p;
    auto const end =
        support::run(p.run({}, inner({}, {"python3", "-c", "raise ValueError('no such column: price')"})));
    BOOST_TEST(end.code == 1);
    BOOST_TEST(text_at(p.task(), "/error_details/message") == "ValueError: no such column: price");
    std::size_t reports = 0;
    for (auto at = end.err.find("task-agent: "); at != std::string::npos;
         at = end.err.find("task-agent: ", at + 1))
        ++reports;
    auto const once = support::run(p.run({}, {"python3", "-c", "raise ValueError('no such column: price')"}));
    std::size_t wanted = 0;
    for (auto at = once.err.find("task-agent: "); at != std::string::npos;
         at = once.err.find("task-agent: ", at + 1))
        ++wanted;
    BOOST_TEST(reports == wanted);
}

BOOST_AUTO_TEST_CASE(an_inner_failure_that_the_workload_survives_is_not_the_runs) {
    platform p;
    auto const script = agent() + " run -- /no/such/program 2>/dev/null; exit 3";
    BOOST_TEST(support::run(p.run({}, shell(script))).code == 3);
    BOOST_TEST(text_at(p.task(), "/error_details/reason") == "exit_code");
    BOOST_TEST(text_at(p.task(), "/error_details/exit_code") == "3");
}

BOOST_AUTO_TEST_CASE(an_agent_of_another_task_reports_for_itself) {
    platform p;
    auto const script = "NEMO_JOB_TASK=task-other " + agent() + " run -- true";
    BOOST_TEST(support::run(p.run({}, shell(script))).code == 0);
    auto const tasks = p.status().at("steps").at(0).at("tasks").as_array();
    BOOST_TEST(tasks.size() == 2U);
}

BOOST_AUTO_TEST_CASE(a_socket_nobody_listens_at_is_no_outer_agent) {
    platform p;
    auto run = p.run({}, shell("echo $TASK_AGENT_SOCKET"));
    run.env["TASK_AGENT_SOCKET"] = "/no/such/socket";
    auto const end = support::run(run);
    BOOST_TEST(end.code == 0);
    BOOST_TEST(end.err == "");
    BOOST_TEST(p.task_status() == "completed");
    auto const path = end.out.substr(0, end.out.find('\n'));
    BOOST_TEST(path.ends_with(".sock"));
    BOOST_TEST(!std::filesystem::exists(path), "it goes with the run");
}

BOOST_AUTO_TEST_CASE(a_run_that_reports_to_nobody_has_no_channel) {
    support::command run{{agent(), "run", "--"}, plain_environment()};
    for (auto const& word : shell("echo ${TASK_AGENT_SOCKET-none}"))
        run.argv.push_back(word);
    BOOST_TEST(support::run(run).out == "none\n");
}

BOOST_AUTO_TEST_SUITE_END()

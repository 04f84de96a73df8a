#include "task_agent/cli/status_tree.hpp"

#include <boost/test/unit_test.hpp>

namespace ta = task_agent;
namespace cli = task_agent::cli;

namespace {

// 2026-11-22T20:00:10Z
auto const now = ta::wall_clock::from_time_t(1795377610);

ta::job_tree job() {
    ta::task_node task;
    task.name = "task-1";
    task.status_word = "active";
    task.status_details = {
        {"percentage_done", "40"},
        {"agent", R"({"seq":7,"at":"2026-11-22T20:00:03.500Z","host":"node-7","version":"1.2"})"}};
    task.updated_at = "2026-11-22T20:00:03.600000";
    ta::step_node step;
    step.name = "train";
    step.status_word = "active";
    step.tasks = {task};
    ta::job_tree tree;
    tree.name = "fit";
    tree.status_word = "active";
    tree.steps = {step};
    return tree;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(status_tree_tests)

BOOST_AUTO_TEST_CASE(a_running_task_shows_its_progress_and_the_age_of_its_heartbeat) {
    BOOST_TEST(cli::status_tree(job(), now) ==
               "job fit: active\n"
               "└─ step train: active\n"
               "   └─ task task-1: active\n"
               "        percentage_done 40\n"
               "        last update 7s ago, update 7 from node-7 (task-agent 1.2)\n");
}

BOOST_AUTO_TEST_CASE(a_failed_task_shows_its_cause_and_the_whole_stack) {
    auto tree = job();
    auto& task = tree.steps[0].tasks[0];
    task.status_word = "error";
    task.status_details.clear();
    task.updated_at.clear();
    task.error_details = {
        {"message", "\"ValueError: bad\""}, {"reason", "\"exit_code\""}, {"exit_code", "1"}};
    task.error_stack = "Traceback (most recent call last):\nValueError: bad\n";
    BOOST_TEST(cli::status_tree(tree, now) ==
               "job fit: active\n"
               "└─ step train: active\n"
               "   └─ task task-1: error - ValueError: bad\n"
               "        reason exit_code, exit_code 1\n"
               "        error stack:\n"
               "          Traceback (most recent call last):\n"
               "          ValueError: bad\n");
}

BOOST_AUTO_TEST_CASE(steps_and_tasks_that_follow_are_joined_by_lines) {
    auto tree = job();
    tree.steps[0].tasks.clear();
    tree.steps.push_back(tree.steps[0]);
    BOOST_TEST(cli::status_tree(tree, now) ==
               "job fit: active\n├─ step train: active\n└─ step train: active\n");
}

BOOST_AUTO_TEST_CASE(what_a_job_reports_cannot_steer_the_terminal) {
    auto tree = job();
    tree.steps.clear();
    tree.error_details = {{"message", R"("\u001b[2Jgone\nsecond")"}};
    BOOST_TEST(cli::status_tree(tree, now) == "job fit: active -  [2Jgone second\n");
}

BOOST_AUTO_TEST_SUITE_END()

#include "task_agent/logic/read_back.hpp"

#include <boost/test/unit_test.hpp>

namespace ta = task_agent;

namespace {

ta::task_node stored(char const* word, std::optional<std::uint64_t> seq) {
    ta::task_node task;
    task.name = "task-1";
    task.status_word = word;
    task.agent_seq = seq;
    return task;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(read_back_tests)

BOOST_AUTO_TEST_CASE(the_task_is_found_by_its_step_and_name) {
    ta::identity id;
    id.step = "train";
    id.task = "task-1";
    ta::job_tree job;
    BOOST_TEST(!ta::find_task(job, id));
    for (char const* name : {"prepare", "train"}) {
        ta::step_node step;
        step.name = name;
        step.tasks = {stored(name, 1), stored("active", 2)};
        step.tasks.back().name = "task-2";
        job.steps.push_back(step);
    }
    BOOST_REQUIRE(ta::find_task(job, id));
    BOOST_TEST(ta::find_task(job, id)->status_word == "train");
    id.task = "task-3";
    BOOST_TEST(!ta::find_task(job, id));
}

BOOST_AUTO_TEST_CASE(an_older_document_or_another_status_is_not_the_final_one) {
    using ta::status;
    BOOST_TEST(ta::holds(stored("completed", 7), status::completed, 7));
    BOOST_TEST(ta::holds(stored("completed", 8), status::completed, 7), "a later try of the same");
    BOOST_TEST(!ta::holds(stored("completed", 6), status::completed, 7));
    BOOST_TEST(!ta::holds(stored("active", 6), status::completed, 7));
    BOOST_TEST(!ta::holds(stored("active", 9), status::error, 7));
    BOOST_TEST(!ta::holds(stored("error", std::nullopt), status::error, 7));
}

BOOST_AUTO_TEST_SUITE_END()

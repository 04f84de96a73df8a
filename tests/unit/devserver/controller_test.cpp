#include "task_agent/devserver/controller.hpp"

#include "task_agent/devserver/controller_words.hpp"

#include <boost/test/unit_test.hpp>

#include "fixture.hpp"
#include <ostream>
#include <string>
#include <vector>

namespace ta = task_agent;
namespace dev = task_agent::devserver;
namespace json = boost::json;
using namespace std::chrono_literals;
using dev::backend;

namespace task_agent {
std::ostream& operator<<(std::ostream& out, status s) {
    return out << to_text(s);
}
}  // namespace task_agent

namespace {

constexpr backend every_backend[] = {backend::docker, backend::k8s, backend::subprocess};

struct controlled : dev::test::platform {
    controlled() { create("jo", {"one", "two"}); }

    void report(std::string const& body) { want(200, "PUT", task("one", "task-1"), body); }
    // As an agent reports a failed workload.
    void fail() {
        report(R"({"status":"error","status_details":{"agent":{"seq":3,"pid":77,"exit_code":3},"loss":0.5,
          "error_report":{"details":{"message":"boom"},"stack":"at x"}},
          "error_details":{"message":"boom","exit_code":3,"last_output":["line a","boom"]},"error_stack":"at x"})");
    }
    json::value task_now() { return want(200, "GET", task("one", "task-1")); }
    json::value step_now(std::string const& name = "one") { return want(200, "GET", step(name)); }
    std::string step_status() { return std::string(step_now().at("status").as_string()); }
};

std::string said(json::value const& document, char const* pointer) {
    boost::system::error_code failure;
    auto const* found = document.find_pointer(pointer, failure);
    if (!found) return "(none)";
    return found->is_string() ? std::string(found->get_string()) : json::serialize(*found);
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(controller_tests, controlled)

BOOST_AUTO_TEST_CASE(a_step_that_nobody_runs_is_left_alone) {
    for (auto const by : every_backend)
        dev::reconcile(store, by);
    BOOST_TEST(step_status() == "created");
    BOOST_TEST(step_now().at("updated_at") == step_now().at("created_at"));
}

// platform-facts 4.5, 5.5, 7.1: the keys of each
BOOST_AUTO_TEST_CASE(a_running_task_is_written_over_in_the_backends_own_keys) {
    report(
        R"({"status":"active","status_details":{"agent":{"seq":1,"pid":77},"message":"of the workload"}})");
    dev::reconcile(store, backend::docker);
    BOOST_TEST(said(task_now(), "/status") == "active");
    BOOST_TEST(said(task_now(), "/status_details/message") == "Job is running");
    BOOST_TEST(said(task_now(), "/status_details/agent/seq") == "1");
    BOOST_TEST(said(task_now(), "/updated_by") == "service:jobs");
    BOOST_TEST(step_status() == "active");
    BOOST_TEST(job_status() == "active");
    dev::reconcile(store, backend::k8s);
    for (char const* key : {"name", "phase", "conditions", "containers", "events"})
        BOOST_TEST(task_now().at("status_details").as_object().contains(key), key);
    BOOST_TEST(said(task_now(), "/status_details/phase") == "Running");
    dev::reconcile(store, backend::subprocess);
    BOOST_TEST(said(task_now(), "/status_details/pid") == "77");
    BOOST_TEST(said(task_now(), "/status_details/pgid") == "77");
    auto const folder = said(task_now(), "/status_details/subprocess_work_dir");
    BOOST_TEST(folder.ends_with("/one/task-1"), folder);
    BOOST_TEST(
        said(task_now(), "/status_details/subprocess_persistent_storage_path").ends_with("/job-storage"));
}

// platform-facts 4.5: the same document does not refresh a task, so a hanging one can be told
BOOST_AUTO_TEST_CASE(rounds_that_change_nothing_do_not_refresh_the_task) {
    for (auto const by : every_backend) {
        report(R"({"status":"active","status_details":{"agent":{"seq":1,"pid":77}}})");
        dev::reconcile(store, by);
        auto const before = task_now().at("updated_at");
        now += 2s;
        dev::reconcile(store, by);
        BOOST_TEST(task_now().at("updated_at") == before);
    }
}

// platform-facts 7.1: what is replaced and what survives
BOOST_AUTO_TEST_CASE(after_a_failure_the_controllers_words_stand_and_the_error_report_survives) {
    struct row {
        backend by;
        char const* message;
        char const* stack;
    };
    constexpr row table[] = {
        {backend::docker, "Job exited with non-zero code 3", "line a\nboom\n"},
        {backend::k8s, "Pod jo-one is in error state",
         "Container nemo-job-task terminated with exit code 3: line a\nboom\n"},
        {backend::subprocess, "Job exited with code 3",
         R"({"timestamp":"2026-07-19T10:11:12.000042","job":"jo","job_step":"one","job_task":"task-1","message":"line a"}
{"timestamp":"2026-07-19T10:11:12.000042","job":"jo","job_step":"one","job_task":"task-1","message":"boom"}
)"}};
    for (auto const& r : table) {
        controlled c;
        c.report(R"({"status":"active"})");
        dev::reconcile(c.store, r.by);
        c.fail();
        dev::reconcile(c.store, r.by);
        auto const task = c.task_now();
        BOOST_TEST(said(task, "/status") == "error");
        BOOST_TEST(said(task, "/error_details") == R"({"message":")" + std::string(r.message) + "\"}");
        BOOST_TEST(said(task, "/error_stack") == r.stack);
        BOOST_TEST(said(task, "/status_details/error_report/details/message") == "boom");
        BOOST_TEST(said(task, "/status_details/error_report/stack") == "at x");
        BOOST_TEST(said(task, "/status_details/loss") == "5E-1");
        BOOST_TEST(said(c.want(200, "GET", job("jo")), "/status_details/error_report/stack") == "at x");
        BOOST_TEST(c.step_status() == "error");
        BOOST_TEST(said(c.step_now(), "/error_details/message") == r.message);
        BOOST_TEST(c.job_status() == "error");
    }
}

BOOST_AUTO_TEST_CASE(a_step_at_its_end_is_left_alone) {
    fail();
    dev::reconcile(store, backend::docker);
    report(R"({"status":"active","error_stack":"later"})");
    dev::reconcile(store, backend::docker);
    BOOST_TEST(said(task_now(), "/status") == "active");
    BOOST_TEST(said(task_now(), "/error_stack") == "later");
}

BOOST_AUTO_TEST_CASE(a_step_that_completes_makes_way_for_the_next) {
    report(R"({"status":"completed"})");
    dev::reconcile(store, backend::docker);
    BOOST_TEST(step_status() == "completed");
    BOOST_TEST(said(step_now("two"), "/status") == "created");
    want(200, "PUT", task("two", "task-2"), R"({"status":"completed"})");
    dev::reconcile(store, backend::docker);
    BOOST_TEST(job_status() == "completed");
}

// platform-facts 4.2, "Docker mapping after exit", and the table above it
BOOST_AUTO_TEST_CASE(a_stop_is_judged_by_the_exit_code_in_docker_only) {
    using ta::status;
    struct row {
        status step;
        int code;
        status docker, others;
    };
    constexpr row table[] = {{status::active, 0, status::completed, status::completed},
                             {status::active, 3, status::error, status::error},
                             {status::active, 137, status::error, status::error},
                             {status::cancelling, 0, status::cancelled, status::cancelled},
                             {status::cancelling, 137, status::cancelled, status::cancelled},
                             {status::cancelling, 143, status::error, status::cancelled},
                             {status::pausing, 0, status::paused, status::paused},
                             {status::pausing, 137, status::error, status::paused},
                             {status::pausing, 1, status::error, status::paused}};
    for (auto const& r : table) {
        BOOST_TEST_CONTEXT(r.step << " and " << r.code) {
            BOOST_TEST(dev::verdict_of(backend::docker, r.step, r.code) == r.docker);
            BOOST_TEST(dev::verdict_of(backend::k8s, r.step, r.code) == r.others);
            BOOST_TEST(dev::verdict_of(backend::subprocess, r.step, r.code) == r.others);
        }
    }
    for (auto const by : every_backend) {
        BOOST_TEST(dev::verdict_of(by, status::pending, {}) == status::active);
        BOOST_TEST(dev::verdict_of(by, status::cancelling, {}) == status::cancelling);
    }
}

BOOST_AUTO_TEST_CASE(a_cancel_ends_when_the_agent_has_ended) {
    report(R"({"status":"active"})");
    dev::reconcile(store, backend::subprocess);
    want(200, "POST", job("jo") + "/cancel");
    dev::reconcile(store, backend::subprocess);
    BOOST_TEST(step_status() == "cancelling");
    BOOST_TEST(said(task_now(), "/status_details/message") == "Job is cancelling");
    report(R"({"status":"cancelled","status_details":{"agent":{"seq":2,"exit_code":143}}})");
    dev::reconcile(store, backend::subprocess);
    BOOST_TEST(step_status() == "cancelled");
    BOOST_TEST(said(task_now(), "/status_details/message") == "Job was cancelled with exit code 0");
}

// platform-facts 4.2: a new pod is a new task, and the old one stays
BOOST_AUTO_TEST_CASE(a_resumed_step_waits_for_its_new_task) {
    report(R"({"status":"active"})");
    move("one", "pausing");
    report(R"({"status":"paused"})");
    dev::reconcile(store, backend::k8s);
    BOOST_TEST(step_status() == "paused");
    dev::reconcile(store, backend::k8s);
    BOOST_TEST(step_status() == "paused");
    move("one", "resuming");
    dev::reconcile(store, backend::k8s);
    BOOST_TEST(step_status() == "resuming");
    want(200, "PUT", task("one", "task-2"), R"({"status":"active"})");
    dev::reconcile(store, backend::k8s);
    BOOST_TEST(step_status() == "active");
    BOOST_TEST(said(task_now(), "/status") == "paused");
}

// platform-facts 7.1: 80 lines and 2,048 characters
BOOST_AUTO_TEST_CASE(the_tail_of_the_output_is_cut_at_whole_characters) {
    dev::observed_run run;
    run.exit_code = 1;
    for (int i = 0; i < 100; ++i)
        run.output.push_back(std::to_string(i));
    auto words = dev::words_of(backend::docker, run, ta::status::error);
    BOOST_TEST(words.error_stack.starts_with("20\n21\n"));
    run.output = {std::string(3000, 'a') + "\xC3\xA9" + std::string(2046, 'b')};
    words = dev::words_of(backend::docker, run, ta::status::error);
    BOOST_TEST(words.error_stack == std::string(2046, 'b') + "\n");
    run.output.clear();  // nothing to say: the agent's own stack stays
    BOOST_TEST(dev::words_of(backend::docker, run, ta::status::error).error_stack == "");
}

BOOST_AUTO_TEST_SUITE_END()

#include "fixture.hpp"
#include <string>

using namespace task_agent::devserver::test;
namespace dev = task_agent::devserver;

namespace {

std::string with_steps(std::string const& steps) {
    return R"({"source":"s","spec":{},"platform_spec":{"steps":)" + steps + "}}";
}

// "loc joined by dots: type" of each problem
std::string problems_of(json::value const& body) {
    std::string all;
    for (auto const& problem : body.at("detail").as_array()) {
        std::string loc;
        for (auto const& part : problem.at("loc").as_array())
            loc += (loc.empty() ? "" : ".") + (part.is_string() ? std::string(part.as_string()) : text(part));
        all += loc + ": " + std::string(problem.at("type").as_string()) + '\n';
    }
    return all;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(job_routes_tests)

// contract 11
BOOST_AUTO_TEST_CASE(a_posted_job_is_201_with_its_first_step_created) {
    platform p;
    auto const job =
        p.want(201, "POST", jobs_path,
               R"({"name":"train-1","source":"cli","spec":{"a":null},"project":"proj","description":"d",
        "platform_spec":{"steps":[{"name":"one","executor":{"command":["a"],"provider":"subprocess"}},
                                  {"name":"two","executor":"gpu","lifecycle":{"staleness_timeout_seconds":30}}]}})");
    std::string keys;
    for (auto const& member : job.as_object())
        keys += std::string(member.key()) + ' ';
    BOOST_TEST(keys ==
               "id attempt_id name workspace project description source spec platform_spec fileset status "
               "status_details error_details created_at updated_at ownership custom_fields ");
    BOOST_TEST(job.at("name").as_string() == "train-1");
    BOOST_TEST(job.at("workspace").as_string() == "ws");
    BOOST_TEST(job.at("status").as_string() == "created");
    BOOST_TEST(job.at("spec") == json::parse(R"({"a":null})"));
    BOOST_TEST(job.at("ownership").is_null());
    // the server's default profile is filled in; a plain string stays one (platform-facts 3.8)
    auto const& steps = job.at("platform_spec").at("steps").as_array();
    BOOST_TEST(steps[0].at("executor") ==
               json::parse(R"({"provider":"subprocess","profile":"default","command":["a"]})"));
    BOOST_TEST(steps[1].at("executor").as_string() == "gpu");
    BOOST_TEST(p.want(200, "GET", p.job("train-1")) == job);
    auto const list = p.want(200, "GET", p.job("train-1") + "/steps").at("data").as_array();
    BOOST_REQUIRE(list.size() == 1U);
    BOOST_TEST(list[0].at("name").as_string() == "one");
    BOOST_TEST(list[0].at("attempt_id") == job.at("attempt_id"));
}

BOOST_AUTO_TEST_CASE(a_job_without_a_name_gets_one_that_is_valid_and_new) {
    platform p;
    auto const body = with_steps(R"([{"name":"one","executor":"cpu"}])");
    auto const first = std::string(p.want(201, "POST", jobs_path, body).at("name").as_string());
    auto const second = std::string(p.want(201, "POST", jobs_path, body).at("name").as_string());
    BOOST_TEST(first.substr(0, 2) == "s-");
    BOOST_TEST(first.size() == 10U);
    BOOST_TEST(first != second);
    p.want(200, "GET", p.job(second));
}

BOOST_AUTO_TEST_CASE(a_name_that_is_taken_is_409_in_its_workspace_only) {
    platform p;
    p.create("jo", {"one"});
    BOOST_TEST(p.send("POST", jobs_path, job_body("jo", {"one"})).body ==
               R"({"detail":"Job with name 'jo' already exists in workspace 'ws'."})");
    p.want(201, "POST", "/apis/jobs/v2/workspaces/other/jobs", job_body("jo", {"one"}));
}

BOOST_AUTO_TEST_CASE(a_job_that_does_not_fit_is_422_and_names_every_fault) {
    platform p;
    BOOST_TEST(problems_of(p.want(422, "POST", jobs_path, "{}")) ==
               "body.spec: missing\nbody.platform_spec: missing\nbody.source: missing\n");
    BOOST_TEST(problems_of(p.want(422, "POST", jobs_path, with_steps("[]"))) ==
               "body.platform_spec.steps: too_short\n");
    BOOST_TEST(problems_of(p.want(422, "POST", jobs_path, with_steps(R"([
        {"executor":"cpu"},
        7,
        {"name":"One","executor":{"provider":"subprocess"}},
        {"name":"ok","executor":{"provider":"subprocess","command":[]},"config":[],"environment":[{"value":1}]},
        {"name":"ok","executor":5,"lifecycle":{"staleness_timeout_seconds":"30"}}
        ])"))) ==
               "body.platform_spec.steps.0.name: missing\n"
               "body.platform_spec.steps.1: model_attributes_type\n"
               "body.platform_spec.steps.2.name: value_error\n"
               "body.platform_spec.steps.2.executor.command: missing\n"
               "body.platform_spec.steps.3.environment.0.name: missing\n"
               "body.platform_spec.steps.3.environment.0.value: string_type\n"
               "body.platform_spec.steps.3.executor.command: too_short\n"
               "body.platform_spec.steps.3.config: dict_type\n"
               "body.platform_spec.steps.4.name: value_error\n"
               "body.platform_spec.steps.4.executor: dict_type\n"
               "body.platform_spec.steps.4.lifecycle.staleness_timeout_seconds: int_type\n");
    BOOST_TEST(p.want(200, "GET", jobs_path).at("data").as_array().empty());
}

BOOST_AUTO_TEST_CASE(jobs_are_listed_newest_first_by_pages_of_ten_without_nulls) {
    platform p;
    for (int i = 0; i < 12; ++i) {
        p.now += 1s;
        p.create("job-" + std::to_string(i), {"one"}, i == 3 ? "special" : "test");
    }
    auto const page = p.want(200, "GET", jobs_path);
    BOOST_TEST(page.at("data").as_array().size() == 10U);
    BOOST_TEST(page.at("data").at(0).at("name").as_string() == "job-11");
    BOOST_TEST(!page.at("data").at(0).as_object().contains("project"));
    BOOST_TEST(page.at("sort").as_string() == "-created_at");
    BOOST_TEST(!page.as_object().contains("filter"));
    BOOST_TEST(page.at("pagination").at("total_pages") == 2);
    auto const special =
        p.want(200, "GET", std::string(jobs_path) + "?filter[source]=special&filter[status]=created");
    BOOST_TEST(special.at("pagination").at("total_results") == 1);
    BOOST_TEST(special.at("data").at(0).at("name").as_string() == "job-3");
}

// platform-facts 3.4
BOOST_AUTO_TEST_CASE(a_status_details_patch_is_a_bare_object_merged_and_answered_with_null) {
    platform p;
    p.create("jo", {"one"});
    auto const path = p.job("jo") + "/status-details";
    BOOST_TEST(p.send("PATCH", path, R"({"a":{"x":1},"b":1})").body == "null");
    BOOST_TEST(p.send("PATCH", path, R"({"a":{"y":1},"b":null})").body == "null");
    auto const job = p.want(200, "GET", p.job("jo"));
    BOOST_TEST(job.at("status_details") == json::parse(R"({"a":{"y":1},"b":null})"));
    BOOST_TEST(p.send("PATCH", p.job("ka") + "/status-details", "{}").body ==
               R"({"detail":"Job not found"})");
    BOOST_TEST(problems_of(p.want(422, "PATCH", path, "[]")) == "body: dict_type\n");
}

// platform-facts 3.7
BOOST_AUTO_TEST_CASE(the_status_tree_has_the_attempts_status_and_the_jobs_times) {
    platform p;
    p.create("jo", {"one", "two"});
    p.now += 1s;
    p.move("one", "active");
    p.now += 1s;
    p.want(200, "PUT", p.task("one", "task-1"), R"({"status":"active","status_details":{"a":1}})");
    p.now += 1s;
    p.move("one", "completed");
    auto tree = p.want(200, "GET", p.job("jo") + "/status").as_object();
    BOOST_TEST(text(tree.at("status")) == R"("active")");
    BOOST_TEST(text(tree.at("status_details")) == R"({"a":1})");
    BOOST_TEST(tree.at("error_details").is_null());
    BOOST_TEST(text(tree.at("updated_at")) == R"("2026-07-19T10:11:12.000042")");
    auto const& steps = tree.at("steps").as_array();
    BOOST_REQUIRE(steps.size() == 2U);
    std::string keys;
    for (auto const& member : steps[0].as_object())
        keys += std::string(member.key()) + ' ';
    BOOST_TEST(keys == "id name status status_details error_details tasks created_at updated_at ");
    BOOST_TEST(text(steps[0].at("error_details")) == "{}");
    BOOST_TEST(text(steps[0].at("updated_at")) == R"("2026-07-19T10:11:15.000042")");
    auto const& task = steps[0].at("tasks").at(0).as_object();
    keys.clear();
    for (auto const& member : task)
        keys += std::string(member.key()) + ' ';
    BOOST_TEST(keys == "id name status status_details error_details error_stack created_at updated_at ");
    BOOST_TEST(task.at("error_stack").is_null());
    BOOST_TEST(text(task.at("updated_at")) == R"("2026-07-19T10:11:14.000042")");
    BOOST_TEST(text(steps[1].at("tasks")) == "[]");
    BOOST_TEST(p.send("GET", p.job("ka") + "/status").body == R"({"detail":"Job not found"})");
}

// platform-facts 4.1
BOOST_AUTO_TEST_CASE(cancelling_before_anything_began_cancels_at_once) {
    platform p;
    p.create("jo", {"one", "two"});
    BOOST_TEST(p.want(200, "POST", p.job("jo") + "/cancel").at("status").as_string() == "cancelled");
    BOOST_TEST(p.want(200, "GET", p.step("one")).at("status").as_string() == "cancelled");
    // nothing left to cancel is no error
    BOOST_TEST(p.want(200, "POST", p.job("jo") + "/cancel").at("status").as_string() == "cancelled");
}

// platform-facts 4.1
BOOST_AUTO_TEST_CASE(cancelling_a_begun_job_asks_its_first_unfinished_step) {
    platform p;
    p.create("jo", {"one", "two"});
    p.move("one", "active");
    p.move("one", "completed");
    BOOST_TEST(p.want(200, "POST", p.job("jo") + "/cancel").at("status").as_string() == "cancelling");
    BOOST_TEST(p.want(200, "GET", p.step("one")).at("status").as_string() == "completed");
    BOOST_TEST(p.want(200, "GET", p.step("two")).at("status").as_string() == "cancelling");
    BOOST_TEST(p.want(200, "POST", p.job("jo") + "/cancel").at("status").as_string() == "cancelling");
    p.move("two", "cancelled");
    BOOST_TEST(p.job_status() == "cancelled");
}

// platform-facts 4.1
BOOST_AUTO_TEST_CASE(cancelling_from_pausing_is_409_from_paused_it_is_not) {
    platform p;
    p.create("jo", {"one"});
    p.move("one", "active");
    p.move("one", "pausing");
    BOOST_TEST(p.want(409, "POST", p.job("jo") + "/cancel").at("detail").is_string());
    p.move("one", "paused");
    BOOST_TEST(p.want(200, "POST", p.job("jo") + "/cancel").at("status").as_string() == "cancelling");
    BOOST_TEST(p.send("POST", p.job("ka") + "/cancel").body == R"({"detail":"Job not found"})");
}

// platform-facts 4.1
BOOST_AUTO_TEST_CASE(pausing_and_resuming_move_the_step_that_can_and_nothing_else) {
    platform p;
    p.create("jo", {"one", "two"});
    p.move("one", "active");
    p.move("one", "completed");
    BOOST_TEST(p.want(200, "POST", p.job("jo") + "/pause").at("status").as_string() == "pausing");
    BOOST_TEST(p.want(200, "GET", p.step("one")).at("status").as_string() == "completed");
    auto const pausing = p.want(200, "GET", p.step("two"));
    BOOST_TEST(pausing.at("status").as_string() == "pausing");
    BOOST_TEST(pausing.at("status_details").as_object().empty());
    // a resume before the pause has come about changes nothing, and so does a second pause
    BOOST_TEST(p.want(200, "POST", p.job("jo") + "/resume").at("status").as_string() == "pausing");
    BOOST_TEST(p.want(200, "POST", p.job("jo") + "/pause").at("status").as_string() == "pausing");
    p.move("two", "paused");
    BOOST_TEST(p.want(200, "POST", p.job("jo") + "/pause").at("status").as_string() == "paused");
    BOOST_TEST(p.want(200, "POST", p.job("jo") + "/resume").at("status").as_string() == "resuming");
    BOOST_TEST(p.want(200, "GET", p.step("two")).at("status").as_string() == "resuming");
    p.move("two", "active");
    BOOST_TEST(p.job_status() == "active");
    for (auto const* action : {"/pause", "/resume", "/rerun"})
        BOOST_TEST(p.send("POST", p.job("ka") + action).body == R"({"detail":"Job not found"})");
}

// platform-facts 4.3: a workload that is asked may end as it likes
BOOST_AUTO_TEST_CASE(a_step_with_a_pause_deadline_is_told_when_and_may_complete_or_be_cancelled) {
    for (auto const* end : {"completed", "cancelling", "paused"}) {
        platform p;
        auto body = json::parse(job_body("jo", {"one"})).as_object();
        body["platform_spec"].as_object()["steps"].as_array()[0].as_object()["lifecycle"] = {
            {"pause_deadline_seconds", 30}};
        p.want(201, "POST", jobs_path, text(body));
        p.move("one", "active");
        p.now += 1s;
        p.want(200, "POST", p.job("jo") + "/pause");
        auto const step = p.want(200, "GET", p.step("one"));
        BOOST_TEST(text(step.at("status_details")) ==
                   R"({"pause_requested_at":"2026-07-19T10:11:13.000042"})");
        p.move("one", end);
        BOOST_TEST(p.job_status() == end);
    }
}

// platform-facts 4.1, 3.2: names lead to the newest attempt, only the list of steps shows the older one
BOOST_AUTO_TEST_CASE(a_job_that_has_ended_can_be_run_again_in_a_new_attempt) {
    platform p;
    p.create("jo", {"one", "two"});
    p.move("one", "active");
    auto const first = p.want(200, "POST", p.job("jo") + "/rerun").at("attempt_id");
    p.move("one", "error");
    auto const again = p.want(200, "POST", p.job("jo") + "/rerun");
    BOOST_TEST(again.at("attempt_id") != first);
    BOOST_TEST(again.at("status").as_string() == "created");
    BOOST_TEST(p.want(200, "GET", p.step("one")).at("status").as_string() == "created");
    auto const list = p.want(200, "GET", p.job("jo") + "/steps?sort=-created_at").at("data").as_array();
    BOOST_REQUIRE(list.size() == 2U);
    BOOST_TEST(list[0].at("attempt_id") == again.at("attempt_id"));
    BOOST_TEST(list[1].at("attempt_id") == first);
    BOOST_TEST(list[1].at("status").as_string() == "error");
}

// platform-facts 3.5
BOOST_AUTO_TEST_CASE(only_a_job_that_has_ended_can_be_deleted_and_then_nothing_of_it_is_found) {
    platform p;
    p.create("jo", {"one"});
    p.create("ka", {"one"});
    p.move("one", "active");
    BOOST_TEST(p.send("DELETE", p.job("jo")).status == 409);
    p.move("one", "cancelled");
    auto const deleted = p.send("DELETE", p.job("jo"));
    BOOST_TEST(deleted.status == 204);
    BOOST_TEST(deleted.body == "");
    BOOST_TEST(p.send("DELETE", p.job("jo")).body == R"({"detail":"Job not found"})");
    BOOST_TEST(p.send("PUT", p.task("one", "task-1"), R"({"status":"active"})").body ==
               R"({"detail":"Job step not found"})");
    BOOST_TEST(p.want(200, "GET", p.job("jo") + "/steps").at("data").as_array().empty());
    p.want(200, "GET", p.job("ka"));
    p.create("jo", {"one"});
}

// contract 11: FastAPI's words for what no route takes
BOOST_AUTO_TEST_CASE(unknown_paths_are_404_and_wrong_methods_405) {
    platform p;
    p.create("jo", {"one"});
    BOOST_TEST(p.send("GET", "/").body == R"({"detail":"Not Found"})");
    BOOST_TEST(p.send("GET", p.job("jo") + "/nothing").body == R"({"detail":"Not Found"})");
    BOOST_TEST(p.send("GET", p.job("")).status == 307);
    auto const wrong = p.send("PUT", p.job("jo"));
    BOOST_TEST(wrong.status == 405);
    BOOST_TEST(wrong.body == R"({"detail":"Method Not Allowed"})");
    BOOST_TEST(wrong.headers.at(0).first == "allow");
    BOOST_TEST(wrong.headers.at(0).second == "GET");
    BOOST_TEST(p.send("POST", p.task("one", "task-1"), "{}").status == 405);
    BOOST_TEST(p.send("HEAD", p.job("jo")).status == 405);
}

// Starlette sends a slash too many elsewhere, with the query
BOOST_AUTO_TEST_CASE(a_slash_at_the_end_is_redirected_to_the_same_host) {
    platform p;
    p.headers = {{"Host", "h:80"}};
    auto const given = p.send("GET", p.job("a%20b") + "/steps/?page=1");
    BOOST_TEST(given.status == 307);
    BOOST_TEST(given.headers.at(0).second == "http://h:80" + p.job("a%20b") + "/steps?page=1");
    BOOST_TEST(p.send("GET", "/nowhere/").status == 404);
}

// a decoded slash separates: such a name is never found
BOOST_AUTO_TEST_CASE(an_encoded_slash_in_a_name_finds_no_route) {
    platform p;
    BOOST_TEST(p.send("GET", p.job("a%2Fb") + "/status").body == R"({"detail":"Not Found"})");
    p.want(201, "POST", jobs_path, job_body("a+b@c", {"one"}));
    p.want(200, "GET", p.job("a%2Bb%40c"));
    // a plus is a space in queries only
    p.want(200, "GET", p.job("a+b@c"));
}

// platform-facts 3.9: whatever goes wrong inside, the answer is a 500 and the next request finds a server
BOOST_AUTO_TEST_CASE(a_fault_inside_a_route_is_500_and_no_more) {
    platform p;
    p.create("jo", {"one"});
    p.store.find_job("ws", "jo")->newest().platform_spec.clear();
    auto const given = p.send("PATCH", p.step("one") + "/status", R"({"status":"pending"})");
    BOOST_TEST(given.status == 500);
    BOOST_TEST(given.body == R"({"detail":"An unexpected error occurred."})");
    p.want(200, "GET", p.job("jo"));
}

BOOST_AUTO_TEST_SUITE_END()

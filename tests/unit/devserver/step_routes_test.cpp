#include "fixture.hpp"
#include <string>

using namespace task_agent::devserver::test;
namespace dev = task_agent::devserver;

BOOST_AUTO_TEST_SUITE(step_routes_tests)

// platform-facts 3.3: the step entity
BOOST_AUTO_TEST_CASE(a_new_step_is_shown_with_every_field_and_its_nulls) {
    platform p;
    p.want(201, "POST", jobs_path,
           R"({"name":"jo","source":"test","spec":{},"platform_spec":{"steps":[{"name":"one",
               "executor":{"provider":"subprocess","command":["true"]},"config":{"lr":0.5,"none":null}}]}})");
    auto const step = p.want(200, "GET", p.step("one"));
    std::string keys;
    for (auto const& member : step.as_object())
        keys += std::string(member.key()) + ' ';
    BOOST_TEST(
        keys ==
        "id entity_id parent attempt_id name workspace project config status status_details error_details "
        "created_at created_by updated_at updated_by ");
    BOOST_TEST(step.at("status").as_string() == "created");
    BOOST_TEST(step.at("error_details").is_null());
    BOOST_TEST(step.at("project").is_null());
    BOOST_TEST(step.at("parent") == step.at("attempt_id"));
    // platform-facts 1.1: the extra key that only the entity has
    BOOST_TEST(step.at("config") == json::parse(R"({"lr":0.5,"none":null,"_step_spec_name":"one"})"));
    // platform-facts 3.2: no zone
    BOOST_TEST(step.at("created_at").as_string() == "2026-07-19T10:11:12.000042");
}

// platform-facts 3.3
BOOST_AUTO_TEST_CASE(an_unknown_step_or_job_is_404_with_a_string_detail) {
    platform p;
    p.create("jo", {"one"});
    auto const want = R"({"detail":"Job step not found"})";
    BOOST_TEST(p.send("GET", p.step("two")).body == want);
    BOOST_TEST(p.send("PATCH", p.step("two") + "/status", R"({"status":"active"})").body == want);
    BOOST_TEST(p.send("PATCH", p.job("ka") + "/steps/one/status", R"({"status":"active"})").status == 404);
}

// platform-facts 3.3
BOOST_AUTO_TEST_CASE(an_illegal_transition_is_409_and_changes_nothing) {
    platform p;
    p.create("jo", {"one"});
    auto const before = p.want(200, "GET", p.step("one"));
    p.now += 1s;
    auto const given = p.send("PATCH", p.step("one") + "/status",
                              R"({"status":"completed","status_details":{"a":1},"error_details":{"b":1}})");
    BOOST_TEST(given.status == 409);
    BOOST_TEST(given.headers.empty());
    BOOST_TEST(given.body == R"({"detail":"Invalid status transition from PlatformJobStatus.CREATED to )"
                             R"(PlatformJobStatus.COMPLETED for step )" +
                                 std::string(before.at("id").as_string()) + "\"}");
    BOOST_TEST(p.want(200, "GET", p.step("one")) == before);
}

// platform-facts 3.2, 3.3: updated_at moves with the row only
BOOST_AUTO_TEST_CASE(a_write_that_changes_nothing_is_200_and_leaves_updated_at) {
    platform p;
    p.create("jo", {"one"});
    auto const body =
        R"({"status":"active","status_details":{"a":{"b":1},"n":null},"error_details":{"m":"x"}})";
    p.now += 1s;
    auto const first = p.want(200, "PATCH", p.step("one") + "/status", body);
    BOOST_TEST(first.at("updated_at").as_string() == "2026-07-19T10:11:13.000042");
    BOOST_TEST(first.at("created_at").as_string() == "2026-07-19T10:11:12.000042");
    p.now += 1s;
    BOOST_TEST(p.want(200, "PATCH", p.step("one") + "/status", body) == first);
    BOOST_TEST(p.move("one", "active") == first);
    auto const changed =
        p.want(200, "PATCH", p.step("one") + "/status", R"({"status":"active","status_details":{"a":null}})");
    BOOST_TEST(changed.at("updated_at").as_string() == "2026-07-19T10:11:14.000042");
    BOOST_TEST(changed.at("status_details") == json::parse(R"({"a":null,"n":null})"));
    BOOST_TEST(changed.at("error_details") == json::parse(R"({"m":"x"})"));
}

// platform-facts 3.3: pending reaches the job from the first step only
BOOST_AUTO_TEST_CASE(pending_is_the_jobs_only_when_it_is_the_first_steps) {
    platform p;
    p.create("jo", {"one", "two"});
    p.move("one", "pending");
    BOOST_TEST(p.job_status() == "pending");
    p.move("one", "active");
    p.move("one", "completed");
    BOOST_TEST(p.job_status() == "active");
    p.move("two", "pending");
    BOOST_TEST(p.job_status() == "active");
    p.move("two", "active");
    BOOST_TEST(p.job_status() == "active");
}

// platform-facts 3.3
BOOST_AUTO_TEST_CASE(a_completed_step_creates_the_next_once_and_the_last_completes_the_job) {
    platform p;
    p.create("jo", {"one", "two"});
    BOOST_TEST(p.send("GET", p.step("two")).status == 404);
    p.move("one", "active");
    p.move("one", "completed");
    BOOST_TEST(p.want(200, "GET", p.step("two")).at("status").as_string() == "created");
    p.move("one", "completed");
    BOOST_TEST(p.want(200, "GET", p.job("jo") + "/steps").at("pagination").at("total_results") == 2);
    p.move("two", "pending");
    p.move("two", "completed");
    BOOST_TEST(p.job_status() == "completed");
}

// platform-facts 3.3: copied one by one
BOOST_AUTO_TEST_CASE(stops_and_pauses_of_a_step_are_the_jobs_too) {
    platform p;
    p.create("jo", {"one"});
    for (auto const* to : {"active", "pausing", "paused", "resuming", "active", "cancelling", "cancelled"}) {
        p.move("one", to);
        BOOST_TEST(p.job_status() == to);
    }
}

// platform-facts 3.3: on error the job gets the step's error_details, whole; status_details never travel
BOOST_AUTO_TEST_CASE(an_error_takes_its_details_to_the_job_and_status_details_stay) {
    platform p;
    p.create("jo", {"one"});
    BOOST_TEST(p.want(200, "GET", p.job("jo")).at("error_details").is_null());
    p.want(200, "PATCH", p.step("one") + "/status", R"({"status":"active","status_details":{"a":1}})");
    p.want(200, "PATCH", p.step("one") + "/status",
           R"({"status":"error","error_details":{"message":"boom"}})");
    auto const job = p.want(200, "GET", p.job("jo"));
    BOOST_TEST(job.at("status").as_string() == "error");
    BOOST_TEST(job.at("error_details") == json::parse(R"({"message":"boom"})"));
    BOOST_TEST(job.at("status_details") == json::object());
}

// platform-facts 3.3: "illegal attempt changes are silently skipped": the second step's cancel cannot leave
// error
BOOST_AUTO_TEST_CASE(a_change_the_attempt_may_not_make_is_skipped_and_the_step_is_written) {
    platform p;
    p.create("jo", {"one", "two"});
    p.move("one", "active");
    p.move("one", "completed");
    p.move("two", "pausing");
    BOOST_TEST(p.job_status() == "pausing");
    // pausing -> active is illegal for step and attempt alike; the late word of the first step is not
    p.move("one", "completed");
    BOOST_TEST(p.job_status() == "pausing");
    p.move("two", "paused");
    p.move("two", "resuming");
    p.move("two", "pending");
    // the second step's pending is not copied, so the attempt still resumes and cannot complete
    BOOST_TEST(p.job_status() == "resuming");
    p.move("two", "completed");
    BOOST_TEST(p.job_status() == "resuming");
    BOOST_TEST(p.want(200, "GET", p.step("two")).at("status").as_string() == "completed");
}

// platform-facts 3.3: a write that changes nothing evaluates the propagation again
BOOST_AUTO_TEST_CASE(a_repeated_status_brings_a_lagging_attempt_up_to_date) {
    platform p;
    p.create("jo", {"one"});
    p.move("one", "active");
    p.store.find_job("ws", "jo")->newest().state = task_agent::status::pending;
    p.move("one", "active");
    BOOST_TEST(p.job_status() == "active");
}

// platform-facts 3.9: FastAPI's shape, all problems at once
BOOST_AUTO_TEST_CASE(a_body_that_does_not_fit_is_422_with_a_list) {
    platform p;
    p.create("jo", {"one"});
    auto const path = p.step("one") + "/status";
    BOOST_TEST(p.send("PATCH", path, R"({"status_details":{}})").body ==
               R"({"detail":[{"type":"missing","loc":["body","status"],"msg":"Field required",)"
               R"("input":{"status_details":{}}}]})");
    auto const two =
        p.want(422, "PATCH", path, R"({"status":"done","status_details":[]})").at("detail").as_array();
    BOOST_REQUIRE(two.size() == 2U);
    BOOST_TEST(two[0].at("type").as_string() == "enum");
    BOOST_TEST(two[0].at("loc") == json::parse(R"(["body","status"])"));
    BOOST_TEST(two[0].at("input").as_string() == "done");
    BOOST_TEST(
        two[0].at("msg").as_string() ==
        "Input should be 'created', 'pending', 'active', 'cancelling', 'cancelled', 'pausing', 'paused', "
        "'resuming', 'completed' or 'error'");
    BOOST_TEST(two[1].at("type").as_string() == "dict_type");
    BOOST_TEST(p.want(422, "PATCH", path).at("detail").at(0).at("type").as_string() == "missing");
    auto const broken = p.want(422, "PATCH", path, R"({"status":)").at("detail").at(0);
    BOOST_TEST(broken.at("type").as_string() == "json_invalid");
    BOOST_TEST(
        p.want(422, "PATCH", path, R"({"status":"active"} x)").at("detail").at(0).at("type").as_string() ==
        "json_invalid");
    BOOST_TEST(p.want(422, "PATCH", path, "[1]").at("detail").at(0).at("type").as_string() ==
               "model_attributes_type");
    // a body of another content type is a mere string
    p.headers = {{"Content-Type", "application/x-www-form-urlencoded"}};
    BOOST_TEST(
        p.want(422, "PATCH", path, R"({"status":"active"})").at("detail").at(0).at("input").as_string() ==
        R"({"status":"active"})");
    p.headers = {{"content-type", "Application/JSON; charset=utf-8"}};
    p.want(200, "PATCH", path, R"({"status":"active","status_details":null,"error_details":null})");
}

// platform-facts 3.9: validated before anything is looked up
BOOST_AUTO_TEST_CASE(a_bad_body_for_an_unknown_step_is_422_not_404) {
    platform p;
    BOOST_TEST(p.send("PATCH", p.step("one") + "/status", "{}").status == 422);
}

BOOST_AUTO_TEST_SUITE_END()

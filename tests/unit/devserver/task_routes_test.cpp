#include "fixture.hpp"
#include <string>

using namespace task_agent::devserver::test;
namespace dev = task_agent::devserver;

BOOST_AUTO_TEST_SUITE(task_routes_tests)

// platform-facts 3.5
BOOST_AUTO_TEST_CASE(a_put_creates_the_task_and_shows_it_whole) {
    platform p;
    p.create("jo", {"one"});
    auto const task = p.want(200, "PUT", p.task("one", "task-1"),
                             R"({"status":"active","status_details":{"n":null},"error_stack":"a\nb"})");
    std::string keys;
    for (auto const& member : task.as_object())
        keys += std::string(member.key()) + ' ';
    BOOST_TEST(
        keys ==
        "id entity_id parent step_id name workspace project status status_details error_details error_stack "
        "created_at created_by updated_at updated_by ");
    BOOST_TEST(task.at("name").as_string() == "task-1");
    BOOST_TEST(task.at("status").as_string() == "active");
    BOOST_TEST(task.at("status_details") == json::parse(R"({"n":null})"));
    BOOST_TEST(task.at("error_details") == json::object());
    BOOST_TEST(task.at("error_stack").as_string() == "a\nb");
    BOOST_TEST(task.at("step_id") == p.want(200, "GET", p.step("one")).at("id"));
    BOOST_TEST(p.want(200, "GET", p.task("one", "task-1")) == task);
}

// platform-facts 3.5: the default status
BOOST_AUTO_TEST_CASE(leaving_the_status_out_moves_an_active_task_back_to_pending) {
    platform p;
    p.create("jo", {"one"});
    BOOST_TEST(p.want(200, "PUT", p.task("one", "task-1"), "{}").at("status").as_string() == "pending");
    p.want(200, "PUT", p.task("one", "task-1"), R"({"status":"active"})");
    auto const after = p.want(200, "PUT", p.task("one", "task-1"), R"({"status_details":{"a":1}})");
    BOOST_TEST(after.at("status").as_string() == "pending");
}

// platform-facts 3.5: no transition check, terminal steps included
BOOST_AUTO_TEST_CASE(any_status_follows_any_other_even_under_a_finished_step) {
    platform p;
    p.create("jo", {"one"});
    p.move("one", "active");
    p.move("one", "completed");
    for (auto const* state : {"completed", "active", "error", "created", "cancelled", "active"}) {
        auto const task =
            p.want(200, "PUT", p.task("one", "task-1"), std::string(R"({"status":")") + state + "\"}");
        BOOST_TEST(task.at("status").as_string() == state);
    }
    // nothing but status_details travels upwards
    BOOST_TEST(p.want(200, "GET", p.step("one")).at("status").as_string() == "completed");
    BOOST_TEST(p.job_status() == "completed");
}

// platform-facts 3.5
BOOST_AUTO_TEST_CASE(details_merge_and_errors_are_replaced_but_never_cleared) {
    platform p;
    p.create("jo", {"one"});
    auto const path = p.task("one", "task-1");
    p.want(200, "PUT", path, R"({"status":"active","status_details":{"a":{"x":1},"b":1},
                                 "error_details":{"m":1,"n":2},"error_stack":"first"})");
    auto const task = p.want(200, "PUT", path, R"({"status":"error","status_details":{"a":{"y":2},"c":null},
                                 "error_details":{"m":3},"error_stack":"second"})");
    BOOST_TEST(task.at("status_details") == json::parse(R"({"a":{"y":2},"b":1,"c":null})"));
    BOOST_TEST(task.at("error_details") == json::parse(R"({"m":3})"));
    BOOST_TEST(task.at("error_stack").as_string() == "second");
    for (auto const* body :
         {R"({"status":"error","status_details":{},"error_details":{},"error_stack":""})",
          R"({"status":"error","status_details":null,"error_details":null,"error_stack":null})"}) {
        auto const same = p.want(200, "PUT", path, body);
        BOOST_TEST(same == task);
    }
}

// platform-facts 3.2: an unchanged heartbeat does not refresh updated_at
BOOST_AUTO_TEST_CASE(only_a_changed_document_refreshes_updated_at) {
    platform p;
    p.create("jo", {"one"});
    auto const path = p.task("one", "task-1");
    auto const beat = [&](std::string const& seq) {
        p.now += 1s;
        auto const task =
            p.want(200, "PUT", path, R"({"status":"active","status_details":{"agent":{"seq":)" + seq + "}}}");
        return std::string(task.at("updated_at").as_string());
    };
    BOOST_TEST(beat("1") == "2026-07-19T10:11:13.000042");
    BOOST_TEST(beat("1") == "2026-07-19T10:11:13.000042");
    BOOST_TEST(beat("2") == "2026-07-19T10:11:15.000042");
    auto const task = p.want(200, "GET", path);
    BOOST_TEST(task.at("created_at").as_string() == "2026-07-19T10:11:13.000042");
}

// platform-facts 3.2: updated_by flipping between two principals counts as a change
BOOST_AUTO_TEST_CASE(another_principal_writing_the_same_refreshes_updated_at) {
    platform p;
    p.create("jo", {"one"});
    auto const path = p.task("one", "task-1");
    p.headers = {{"x-nmp-principal-id", "service:jobs"}};
    p.want(200, "PUT", path, R"({"status":"active"})");
    p.now += 1s;
    p.headers = {{"X-NHX-Principal-Id", "ann@example.org"}};
    auto const task = p.want(200, "PUT", path, R"({"status":"active"})");
    BOOST_TEST(task.at("updated_by").as_string() == "ann@example.org");
    BOOST_TEST(task.at("created_by").as_string() == "service:jobs");
    BOOST_TEST(task.at("updated_at").as_string() == "2026-07-19T10:11:13.000042");
}

// platform-facts 3.5: what users of the job see
BOOST_AUTO_TEST_CASE(status_details_reach_the_job_and_nothing_else_does) {
    platform p;
    p.create("jo", {"one"});
    p.want(200, "PATCH", p.job("jo") + "/status-details", R"({"mine":1})");
    p.want(200, "PUT", p.task("one", "task-1"), R"({"status":"error","status_details":{"a":1},
            "error_details":{"m":1},"error_stack":"s"})");
    p.want(200, "PUT", p.task("one", "task-2"), R"({"status":"active","status_details":{"a":2,"b":null}})");
    auto const job = p.want(200, "GET", p.job("jo"));
    BOOST_TEST(job.at("status_details") == json::parse(R"({"mine":1,"a":2,"b":null})"));
    BOOST_TEST(job.at("status").as_string() == "created");
    BOOST_TEST(job.at("error_details").is_null());
}

// platform-facts 3.6, 3.5: at creation only
BOOST_AUTO_TEST_CASE(a_task_name_that_is_none_is_422_and_leaves_no_task) {
    platform p;
    p.create("jo", {"one"});
    for (auto const* name : {"0f8fad5b-d9cb-469f-a165-70867728950e", "Task-1", "t", "a--b", "a-", "a%20b"}) {
        auto const refused = p.want(422, "PUT", p.task("one", name), R"({"status":"active"})");
        BOOST_TEST(refused.at("detail").is_string(), name);
    }
    p.want(422, "PUT", p.task("one", std::string(64, 'a')), "{}");
    p.want(200, "PUT", p.task("one", std::string(63, 'a')), "{}");
    p.want(200, "PUT", p.task("one", "task-0123456789abcdef0123456789abcdef"), "{}");
    BOOST_TEST(p.want(200, "GET", p.step("one") + "/tasks").at("data").as_array().size() == 2U);
}

// platform-facts 3.5, 3.8
BOOST_AUTO_TEST_CASE(missing_steps_and_tasks_are_404) {
    platform p;
    p.create("jo", {"one"});
    BOOST_TEST(p.send("PUT", p.task("two", "task-1"), "{}").body == R"({"detail":"Job step not found"})");
    BOOST_TEST(p.send("GET", p.task("one", "task-1")).body == R"({"detail":"Job task not found"})");
    BOOST_TEST(p.send("GET", p.job("ka") + "/steps/one/tasks").body == R"({"detail":"Job not found"})");
    BOOST_TEST(p.send("GET", p.step("one") + "/tasks").body == R"({"data":[]})");
}

// platform-facts 3.9
BOOST_AUTO_TEST_CASE(wrong_types_are_422_and_name_the_field) {
    platform p;
    p.create("jo", {"one"});
    auto const problems = p.want(422, "PUT", p.task("one", "task-1"),
                                 R"({"status":null,"status_details":"x","error_stack":["a"]})")
                              .at("detail")
                              .as_array();
    BOOST_REQUIRE(problems.size() == 3U);
    BOOST_TEST(problems[0].at("loc") == json::parse(R"(["body","status"])"));
    BOOST_TEST(problems[1].at("loc") == json::parse(R"(["body","status_details"])"));
    BOOST_TEST(problems[2].at("type").as_string() == "string_type");
}

// Python writes 0.5, not 5E-1, and keeps floats floats
BOOST_AUTO_TEST_CASE(numbers_come_back_in_the_form_people_write) {
    platform p;
    p.create("jo", {"one"});
    auto const given =
        p.send("PUT", p.task("one", "task-1"), R"({"status_details":{"a":0.5,"b":2.0,"c":7,"d":1e-9}})");
    BOOST_TEST(given.body.find(R"("status_details":{"a":0.5,"b":2.0,"c":7,"d":1e-09})") != std::string::npos,
               given.body);
}

BOOST_AUTO_TEST_SUITE_END()

#include "task_agent/platform/jobs_client.hpp"

#include "support/run_awaitable.hpp"
#include "support/scripted_server.hpp"
#include "support/temp_dir.hpp"

#include <boost/test/unit_test.hpp>

namespace ta = task_agent;
using namespace ta::support;
using namespace std::chrono_literals;

namespace {

struct jobs_fixture {
    ta::asio::io_context io{1};

    static ta::identity who() {
        ta::identity id;
        id.workspace = "w";
        id.job = "train";
        id.step = "fit";
        id.task = "task-1";
        id.attempt_id = "a1";
        return id;
    }
    ta::jobs_client client(scripted_server const& server, ta::jobs_client_options options = {}) {
        return ta::jobs_client(io, ta::net::parse_base_url(server.url()).value(), who(), std::move(options));
    }
    static std::string line_of(std::string const& request) { return request.substr(0, request.find("\r\n")); }
    static bool has(std::string const& request, std::string const& header) {
        return request.find("\r\n" + header + "\r\n") != std::string::npos;
    }
    static std::string page_of(int items, int total_pages, std::size_t padding = 0) {
        std::string body = "{\"data\":[";
        for (int i = 0; i < items; ++i) {
            body += std::string(i ? "," : "") + "{\"name\":\"s" + std::to_string(i) + "\",\"x\":\"" +
                    std::string(padding, 'x') + "\"}";
        }
        return body + "],\"pagination\":{\"page\":1,\"total_pages\":" + std::to_string(total_pages) + "}}";
    }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(jobs_client_tests, jobs_fixture)

BOOST_AUTO_TEST_CASE(a_task_is_put_with_its_status_and_the_callers_headers) {
    scripted_server server(io, {{read_request(), send(answer(200, "{}")), hold()}});
    ta::jobs_client_options options;
    options.family = ta::api_family::nhx;
    options.creator = ta::principal{"ann", "", {}};
    auto jobs = client(server, options);
    ta::task_update update;
    update.status_details = {{"loss", "0.5"}};
    BOOST_TEST(run(io, jobs.put_task(update)).is_success());
    auto const& request = server.requests().at(0);
    BOOST_TEST(line_of(request) ==
               "PUT /apis/jobs/v2/workspaces/w/jobs/train/steps/fit/tasks/task-1 HTTP/1.1");
    BOOST_TEST(has(request, "X-NHX-Principal-Id: service:jobs"));
    BOOST_TEST(has(request, "X-NHX-Internal: true"));
    BOOST_TEST(has(request, "X-NHX-Principal-On-Behalf-Of: ann"));
    BOOST_TEST(request.ends_with(R"({"status":"active","status_details":{"loss":0.5}})"));
}

// platform-facts 3.10
BOOST_AUTO_TEST_CASE(a_server_without_the_route_is_asked_for_the_one_below_the_attempt_and_kept_to) {
    std::string const unknown = "{\"detail\":\"Not Found\"}";
    scripted_server server(io, {{read_request(), send(answer(404, unknown)), read_request(),
                                 send(answer(200)), read_request(), send(answer(200)), hold()},
                                {read_request(), send(answer(200, page_of(1, 1))), hold()}});
    auto jobs = client(server);
    ta::task_update update;
    update.status_details = {{"loss", "0.5"}};
    BOOST_TEST(run(io, jobs.put_task(update)).is_success());
    BOOST_TEST(run(io, jobs.put_task(update)).is_success());
    ta::step_query query;
    query.job = "train";
    BOOST_TEST(run(io, jobs.list_steps(query)).value.has_value());
    std::string const jobs_path = "/apis/jobs/v2/workspaces/w/jobs/train";
    BOOST_TEST(line_of(server.requests().at(0)) == "PUT " + jobs_path + "/steps/fit/tasks/task-1 HTTP/1.1");
    for (std::size_t i : {1u, 2u}) {
        BOOST_TEST(line_of(server.requests().at(i)) ==
                   "PUT " + jobs_path + "/attempts/a1/steps/fit/tasks/task-1 HTTP/1.1");
        BOOST_TEST(server.requests().at(i).ends_with(R"({"status":"active","status_details":{"loss":0.5}})"));
    }
    BOOST_TEST(line_of(server.requests().at(3)).starts_with("GET " + jobs_path + "/attempts/current/steps?"));
}

BOOST_AUTO_TEST_CASE(a_server_with_neither_route_is_asked_once) {
    std::string const unknown = "{\"detail\":\"Not Found\"}";
    scripted_server server(
        io, {{read_request(), send(answer(404, unknown)), read_request(), send(answer(404, unknown)),
              read_request(), send(answer(404, unknown)), hold()}});
    auto jobs = client(server);
    for (int i = 0; i < 2; ++i) {
        auto const outcome = run(io, jobs.put_task({}));
        BOOST_TEST(outcome.http_status == 404);
        BOOST_TEST(outcome.has_json_detail);
    }
    BOOST_TEST(server.requests().size() == 3u);
    BOOST_TEST(line_of(server.requests().at(2)).find("/attempts/") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_step_that_is_not_there_is_no_missing_route) {
    scripted_server server(
        io, {{read_request(), send(answer(404, "{\"detail\":\"Job step not found\"}")), hold()}});
    auto jobs = client(server);
    BOOST_TEST(run(io, jobs.put_task({})).detail == "Job step not found");
    BOOST_TEST(server.requests().size() == 1u);
}

BOOST_AUTO_TEST_CASE(updates_share_one_connection_and_reads_another) {
    scripted_server server(io, {{read_request(), send(answer(200)), read_request(), send(answer(200)),
                                 read_request(), send(answer(200)), hold()},
                                {read_request(), send(answer(200, page_of(1, 1))), read_request(),
                                 send(answer(200, "{\"name\":\"train\"}")), hold()}});
    auto jobs = client(server);
    BOOST_TEST(run(io, jobs.put_task({})).is_success());
    auto const page = run(io, jobs.list_steps({}));
    BOOST_TEST(page.value.has_value());
    BOOST_TEST(run(io, jobs.patch_step_status(ta::status::cancelled, {}, "")).is_success());
    auto const tree = run(io, jobs.job_status("train"));
    BOOST_REQUIRE(tree.value.has_value());
    BOOST_TEST(tree.value->name == "train");
    BOOST_TEST(run(io, jobs.patch_job_details({{"a", "1"}})).is_success());
    BOOST_TEST(server.connections() == 2);
    BOOST_TEST(line_of(server.requests().at(2)) ==
               "PATCH /apis/jobs/v2/workspaces/w/jobs/train/steps/fit/status HTTP/1.1");
    BOOST_TEST(server.requests().at(4).ends_with("\r\n\r\n{\"a\":1}"));
}

// platform-facts 2.2: with an on-behalf-of header the server leaves the creators of the steps out
BOOST_AUTO_TEST_CASE(steps_are_listed_by_the_service_itself) {
    scripted_server server(io, {{read_request(), send(answer(200, page_of(2, 7))), hold()}});
    ta::jobs_client_options options;
    options.creator = ta::principal{"ann", "", {}};
    auto jobs = client(server, options);
    ta::step_query query;
    query.job = "train";
    query.statuses = {"cancelling", "pausing"};
    auto const page = run(io, jobs.list_steps(query));
    BOOST_REQUIRE(page.value.has_value());
    BOOST_TEST(page.value->items.size() == 2U);
    BOOST_TEST(page.value->total_pages == 7);
    BOOST_TEST(server.requests().at(0).find("On-Behalf-Of") == std::string::npos);
    BOOST_TEST(server.requests().at(0).find("filter%5Bstatus%5D=cancelling%2Cpausing") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(the_platforms_own_error_is_told_from_a_gateways) {
    scripted_server server(io, {{read_request(), send(answer(404, R"({"detail":"Job not found"})")),
                                 read_request(), send(answer(404, "<html>")), read_request(),
                                 send(answer(429, "", "Retry-After: 9\r\n")), hold()}});
    auto jobs = client(server);
    auto const gone = run(io, jobs.put_task({}));
    BOOST_TEST(gone.http_status == 404);
    BOOST_TEST(gone.has_json_detail);
    BOOST_TEST(gone.detail == "Job not found");
    auto const gateway = run(io, jobs.put_task({}));
    BOOST_TEST(gateway.http_status == 404);
    BOOST_TEST(!gateway.has_json_detail);
    auto const busy = run(io, jobs.put_task({}));
    BOOST_TEST((busy.retry_after == 9s));
}

BOOST_AUTO_TEST_CASE(an_answer_that_is_not_understood_is_no_success) {
    scripted_server server(io, {{read_request(), send(answer(200, "<html>")), hold()}});
    auto jobs = client(server);
    auto const page = run(io, jobs.list_steps({}));
    BOOST_TEST(!page.value.has_value());
    BOOST_TEST(!page.outcome.is_success());
    BOOST_TEST((page.outcome.transport.code == ta::errc::bad_answer));
}

BOOST_AUTO_TEST_CASE(a_page_that_is_too_large_is_put_together_from_halves) {
    std::string const too_large = "HTTP/1.1 200 OK\r\nContent-Length: 16777217\r\n\r\n{";
    scripted_server server(
        io, {{read_request(), send(too_large), hold()},
             {read_request(), send(too_large), hold()},
             {read_request(), send(answer(200, page_of(2, 8))), read_request(),
              send(answer(200, page_of(2, 8))), read_request(), send(answer(200, page_of(4, 4))), hold()}});
    auto jobs = client(server);
    ta::step_query query;
    query.page = 2;
    query.page_size = 8;  // items 8 to 15: as 4 + 4, and the first four as 2 + 2
    auto const page = run(io, jobs.list_steps(query));
    BOOST_REQUIRE(page.value.has_value());
    std::vector<std::string> asked;
    for (auto const& request : server.requests()) {
        auto const line = line_of(request);
        asked.push_back(line.substr(line.find("page="), line.find(" HTTP") - line.find("page=")));
    }
    std::vector<std::string> const expected = {"page=2&page_size=8", "page=3&page_size=4",
                                               "page=5&page_size=2", "page=6&page_size=2",
                                               "page=4&page_size=4"};
    BOOST_TEST(asked == expected, boost::test_tools::per_element());
    BOOST_TEST(page.value->items.size() == 8U);
    BOOST_TEST(page.value->page == 2);
    BOOST_TEST(page.value->total_pages == 2);
}

BOOST_AUTO_TEST_CASE(a_single_item_that_is_too_large_is_reported) {
    std::string const too_large = "HTTP/1.1 200 OK\r\nContent-Length: 16777217\r\n\r\n{";
    scripted_server server(io, {{read_request(), send(too_large), hold()}});
    auto jobs = client(server);
    ta::step_query query;
    query.page_size = 1;
    auto const page = run(io, jobs.list_steps(query));
    BOOST_TEST((page.outcome.transport.code == ta::errc::answer_too_large));
    BOOST_TEST(server.connections() == 1);
}

BOOST_AUTO_TEST_CASE(the_config_of_the_own_step_is_read_as_it_is_written) {
    scripted_server server(
        io, {{read_request(), send(answer(200, R"({"config":{"lr":1e-5,"_step_spec_name":"fit"}})")),
              read_request(), send(answer(200, "[]")), hold()}});
    auto jobs = client(server);
    auto const config = run(io, jobs.step_config());
    BOOST_REQUIRE(config.value.has_value());
    BOOST_TEST(*config.value == R"({"lr": 1e-5})");
    BOOST_TEST(line_of(server.requests().at(0)) ==
               "GET /apis/jobs/v2/workspaces/w/jobs/train/steps/fit HTTP/1.1");
    auto const none = run(io, jobs.step_config());
    BOOST_TEST((none.outcome.transport.code == ta::errc::bad_document));
}

BOOST_AUTO_TEST_CASE(jobs_are_created_and_acted_on) {
    scripted_server server(io, {{read_request(), send(answer(201, R"({"name":"new-1"})")), hold()},
                                {read_request(), send(answer(200, "{}")), hold()},
                                {read_request(), send(answer(409, R"({"detail":"done"})")), hold()},
                                {read_request(), send(answer(200, "{}")), hold()}});
    auto jobs = client(server);
    auto const created = run(io, jobs.create_job("{\"source\":\"x\"}"));
    BOOST_REQUIRE(created.value.has_value());
    BOOST_TEST(*created.value == "new-1");
    BOOST_TEST(run(io, jobs.cancel_job("new-1")).is_success());
    auto const refused = run(io, jobs.pause_job("new-1"));
    BOOST_TEST(refused.http_status == 409);
    BOOST_TEST(refused.detail == "done");
    BOOST_TEST(run(io, jobs.resume_job("new-1")).is_success());
    BOOST_TEST(line_of(server.requests().at(0)) == "POST /apis/jobs/v2/workspaces/w/jobs HTTP/1.1");
    BOOST_TEST(line_of(server.requests().at(1)) ==
               "POST /apis/jobs/v2/workspaces/w/jobs/new-1/cancel HTTP/1.1");
    BOOST_TEST(line_of(server.requests().at(3)) ==
               "POST /apis/jobs/v2/workspaces/w/jobs/new-1/resume HTTP/1.1");
}

BOOST_AUTO_TEST_CASE(a_stop_budget_cuts_a_call_short) {
    scripted_server server(io, {{read_request(), hold()}});
    auto jobs = client(server);
    auto const started = ta::steady_clock::now();
    auto const late = run(io, jobs.put_task({}, started + 80ms));
    BOOST_TEST((late.transport.code == ta::errc::timed_out));
    BOOST_TEST(late.may_have_arrived);
    BOOST_TEST((ta::steady_clock::now() - started < 5s));
}

BOOST_AUTO_TEST_CASE(a_reading_that_is_refused_for_its_token_is_made_once_more_with_a_new_one) {
    ::support::temp_dir const folder;
    ::support::write_file(folder / "token", "stale");
    scripted_server server(io,
                           {{read_request(), send(answer(401)), read_request(), send(answer(401)), hold()}});
    ta::jobs_client_options options;
    options.tokens.token_file = folder / "token";
    auto jobs = client(server, options);
    auto const page = run(io, jobs.list_steps({}));
    BOOST_TEST(page.outcome.http_status == 401);
    BOOST_REQUIRE(server.requests().size() == 2U);
    BOOST_TEST(has(server.requests().at(1), "Authorization: Bearer stale"));
    BOOST_TEST(!has(server.requests().at(1), "X-NMP-Principal-Id: service:jobs"));
}

BOOST_AUTO_TEST_CASE(without_a_token_that_could_change_a_401_is_an_answer) {
    scripted_server server(io, {{read_request(), send(answer(401)), hold()}});
    auto jobs = client(server);
    BOOST_TEST(run(io, jobs.list_steps({})).outcome.http_status == 401);
    BOOST_TEST(server.requests().size() == 1U);
}

BOOST_AUTO_TEST_CASE(a_token_that_cannot_be_had_is_a_failure_that_may_pass) {
    ta::jobs_client_options options;
    options.tokens.token_file = "/no/such/token";
    scripted_server server(io, {});
    auto jobs = client(server, options);
    auto const outcome = run(io, jobs.put_task({}));
    BOOST_TEST(!outcome.may_have_arrived);
    BOOST_TEST(outcome.transport.text.find("/no/such/token") != std::string::npos);
    BOOST_TEST(server.connections() == 0);
}

BOOST_AUTO_TEST_SUITE_END()

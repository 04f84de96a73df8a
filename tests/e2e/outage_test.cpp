// A platform that is away, slow or says no: the workload never notices, the end arrives where it can
// (contract 2 and 3).
#include <boost/json/object.hpp>
#include <boost/test/unit_test.hpp>

#include "platform.hpp"
#include <algorithm>
#include <atomic>
#include <chrono>
#include <csignal>

namespace {

using namespace std::chrono_literals;
using namespace e2e;
using support::closed_port;
using support::gate;
using support::http_answer;
using support::http_request;
using support::process;
using support::recording_server;
using support::temp_dir;
using answered = std::optional<http_answer>;

// A run of a task whose platform is only an address.
support::command run_against(std::string const& url, std::vector<std::string> const& options,
                             std::vector<std::string> const& workload) {
    support::command made{{agent(), "run"}, plain_environment()};
    made.env.insert({{"NEMO_JOB_WORKSPACE", "default"},
                     {"NEMO_JOB_ID", "job-1"},
                     {"NEMO_JOB_STEP", step_name},
                     {"NEMO_JOB_TASK", task_name},
                     {"NMP_JOBS_URL", url}});
    made.argv.insert(made.argv.end(), options.begin(), options.end());
    made.argv.emplace_back("--");
    made.argv.insert(made.argv.end(), workload.begin(), workload.end());
    return made;
}

http_answer said(int status, std::string body = "{}") {
    return {status, std::move(body), {{"Content-Type", "application/json"}}};
}

std::ptrdiff_t warnings_in(std::string const& err) {
    std::ptrdiff_t count = 0;
    for (auto at = err.find("task-agent: "); at != std::string::npos; at = err.find("task-agent: ", at + 1))
        ++count;
    return count;
}

bool is_put(http_request const& request) {
    return request.method == "PUT";
}

std::string put_status(http_request const& request) {
    return is_put(request) ? text_at(parsed(request.body), "/status") : std::string();
}

std::size_t puts_of(std::vector<support::exchange> const& all, std::string const& status) {
    return static_cast<std::size_t>(std::count_if(
        all.begin(), all.end(), [&](auto const& e) { return put_status(e.request) == status; }));
}

}  // namespace

BOOST_AUTO_TEST_SUITE(outage_tests)

BOOST_AUTO_TEST_CASE(nobody_there_costs_the_run_one_warning_and_the_final_timeout) {  // contract 2
    closed_port const nobody;
    process agent_run(
        run_against(nobody.url(), {"--final-timeout", "1s"}, shell("echo at once; echo own >&2; exit 6")));
    agent_run.wait_for_output("at once\n", 5s);
    auto const end = agent_run.wait();
    BOOST_TEST(end.code == 6);
    BOOST_TEST(end.took < 4s);
    BOOST_TEST(end.took >= 500ms);
    BOOST_TEST(end.err.find("own\n") != std::string::npos);
    BOOST_TEST(end.err.find(std::to_string(nobody.port())) != std::string::npos);
}

BOOST_AUTO_TEST_CASE(an_outage_while_running_is_one_warning) {  // contract 3: said once
    closed_port const nobody;
    temp_dir folder;
    gate const hold(folder / "gate");
    process agent_run(run_against(nobody.url(), {"--final-timeout", "1s"}, shell(hold.pass())));
    agent_run.wait_for_error("\n");
    hold.open();
    auto const end = agent_run.wait();
    BOOST_TEST(end.code == 0);
    BOOST_TEST(warnings_in(end.err) <= 2);  // the outage, and that the end was not taken
    BOOST_TEST(end.err.find("completed") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_platform_that_comes_up_later_gets_the_final_status) {  // contract 3.4
    closed_port nobody;
    process agent_run(run_against(nobody.url(), {"--final-timeout", "20s"}, {"false"}));
    agent_run.wait_for_error("task-agent: ");
    recording_server const late([](http_request const& r) -> answered { return said(is_put(r) ? 200 : 404); },
                                nobody.release());
    auto const end = agent_run.wait();
    BOOST_TEST(end.code == 1);
    BOOST_TEST(puts_of(late.exchanges(), "error") == 1U);
    BOOST_TEST(puts_of(late.exchanges(), "active") == 0U);
}

BOOST_AUTO_TEST_CASE(server_errors_are_tried_again_until_the_final_status_is_stored) {  // contract 2
    platform p;
    std::atomic<int> refusals = 3;
    p.instead = [&](http_request const& request) -> answered {
        if (!is_put(request) || refusals-- <= 0) return std::nullopt;
        return said(500, R"({"detail":"An unexpected error occurred."})");
    };
    auto const end = support::run(p.run({}, {"true"}));
    BOOST_TEST(end.code == 0);
    BOOST_TEST(p.task_status() == "completed");
    BOOST_TEST(refusals <= 0);
}

BOOST_AUTO_TEST_CASE(conflicts_are_repeated_at_once) {  // contract 2: five times, platform-facts 3.5
    platform p;
    std::atomic<int> refusals = 5;
    p.instead = [&](http_request const& request) -> answered {
        if (put_status(request) != "completed" || refusals-- <= 0) return std::nullopt;
        return said(409, R"({"detail":"version mismatch"})");
    };
    auto const end = support::run(p.run({}, {"true"}));
    BOOST_TEST(end.code == 0);
    BOOST_TEST(p.task_status() == "completed");
    BOOST_TEST(puts_of(p.recorder().exchanges(), "completed") == 6U);
    BOOST_TEST(end.took < 3s);
    BOOST_TEST(end.err == "");
}

BOOST_AUTO_TEST_CASE(a_silent_platform_delays_neither_start_nor_workload) {  // contract 2
    recording_server const silent([](http_request const&) -> answered { return std::nullopt; });
    process agent_run(
        run_against(silent.url(), {"--final-timeout", "1s"}, shell("echo begun; echo ended; exit 2")));
    agent_run.wait_for_output("begun\nended\n", 5s);
    auto const end = agent_run.wait();
    BOOST_TEST(end.code == 2);
    BOOST_TEST(end.took < 4s);
}

BOOST_AUTO_TEST_CASE(a_stop_ends_within_its_budget_when_the_platform_is_silent) {  // contract 4
    recording_server const silent([](http_request const&) -> answered { return std::nullopt; });
    process agent_run(run_against(silent.url(), {"--stop-budget", "3s"}, shell("echo ready; sleep 60")));
    agent_run.wait_for_output("ready\n");
    auto const began = support::steady::now();
    agent_run.signal(SIGTERM);
    auto const end = agent_run.wait();
    BOOST_TEST(end.code == 128 + SIGTERM);
    BOOST_TEST((support::steady::now() - began < 3500ms));
    // silence is no answer: an outside stop that could not be told apart is an error (contract 1)
    BOOST_TEST(end.err.find("SIGTERM") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(no_time_for_the_final_update_is_no_time) {  // contract 2: at most --final-timeout
    recording_server const silent([](http_request const&) -> answered { return std::nullopt; });
    auto const end = support::run(run_against(silent.url(), {"--final-timeout", "0"}, {"true"}));
    BOOST_TEST(end.code == 0);
    BOOST_TEST(end.took < 2s);
}

BOOST_AUTO_TEST_CASE(an_update_that_hangs_does_not_keep_the_final_one_back) {  // contract 3.4
    platform p;
    std::atomic<bool> is_first = true;
    p.instead = [&](http_request const& request) -> answered {
        if (put_status(request) == "active" && is_first.exchange(false)) return http_answer{0, {}, {}};
        return std::nullopt;
    };
    // status 0 stands for silence here: the recorder's handler below turns it into none
    recording_server const between([&](http_request const& request) -> answered {
        auto answer = p.instead(request);
        if (answer && answer->status == 0) return std::nullopt;
        return support::call(p.server().port(), request);
    });
    auto what = p.run({"--final-timeout", "4s"}, {"false"});
    what.env["NMP_JOBS_URL"] = between.url();
    auto const end = support::run(what);
    BOOST_TEST(end.code == 1);
    BOOST_TEST(end.took < 6s);
    BOOST_TEST(p.task_status() == "error");
}

BOOST_AUTO_TEST_CASE(a_job_that_was_deleted_ends_the_reports_not_the_workload) {  // contract 2
    recording_server const gone(
        [](http_request const&) -> answered { return said(404, R"({"detail":"Job not found"})"); });
    temp_dir folder;
    gate const hold(folder / "gate");
    process agent_run(run_against(gone.url(), {}, shell(hold.pass() + "; echo lived on")));
    BOOST_REQUIRE(gone.wait_until([](auto const& all) { return puts_of(all, "active") == 2; }));
    agent_run.wait_for_error("Job not found");
    hold.open();
    auto const end = agent_run.wait();
    BOOST_TEST(end.code == 0);
    BOOST_TEST(end.out == "lived on\n");
    // the end is still tried once
    BOOST_TEST(puts_of(gone.exchanges(), "completed") == 1U);
    BOOST_TEST(puts_of(gone.exchanges(), "active") == 2U);
}

BOOST_AUTO_TEST_CASE(a_field_that_is_refused_is_left_out_and_the_status_is_stored) {  // contract 2
    platform p;
    p.instead = [](http_request const& request) -> answered {
        if (!is_put(request) || text_at(parsed(request.body), "/error_stack") == "(none)")
            return std::nullopt;
        return said(422,
                    R"({"detail":[{"type":"string_too_long","loc":["body","error_stack"],"msg":"no"}]})");
    };
    auto const end = support::run(p.run({}, shell("echo why >&2; exit 8")));
    BOOST_TEST(end.code == 8);
    auto const task = p.task();
    BOOST_TEST(text_at(task, "/status") == "error");
    BOOST_TEST(text_at(task, "/error_details/exit_code") == "8");
    BOOST_TEST((text_at(task, "/error_stack") == "(none)" || text_at(task, "/error_stack") == "" ||
                text_at(task, "/error_stack") == "null"));
}

BOOST_AUTO_TEST_CASE(an_update_that_is_refused_for_good_is_said_once) {  // contract 2: other 4xx
    platform p;
    p.instead = [](http_request const& request) -> answered {
        if (!is_put(request)) return std::nullopt;
        return said(400, R"({"detail":"X-NMP-Principal-Id is malformed"})");
    };
    auto const end = support::run(p.run({}, {"true"}));
    BOOST_TEST(end.code == 0);
    BOOST_TEST(end.took < 5s);
    auto const first = end.err.find("X-NMP-Principal-Id is malformed");
    BOOST_TEST(first != std::string::npos);
    BOOST_TEST(end.err.find("X-NMP-Principal-Id is malformed", first + 1) == std::string::npos);
}

// The platform as it is when a lost `active` comes in behind the final update, `late` times.
struct late_duplicate {
    explicit late_duplicate(int late) : left(late) {}

    answered operator()(http_request const& request) {
        if (is_put(request)) {
            if (puts++ == 0) return std::nullopt;  // taken, never answered
            stored = request.body;
            if (left-- > 0) stored = R"({"status":"active","status_details":{"agent":{"seq":1}}})";
            return said(200);
        }
        if (request.target.find("/status") == std::string::npos) return said(200, R"({"data":[]})");
        return said(200, R"({"name":"job-1","status":"active","steps":[{"name":")" + std::string(step_name) +
                             R"(","tasks":[)" + R"({"name":")" + task_name + R"(",)" + stored.substr(1) +
                             "]}]}");
    }

    int left;
    int puts = 0;
    std::string stored = "{}";
};

BOOST_AUTO_TEST_CASE(a_late_duplicate_behind_the_final_update_is_overwritten) {  // contract 3
    for (int const late : {0, 2, 9}) {
        BOOST_TEST_CONTEXT("duplicates " << late) {
            recording_server server{late_duplicate(late)};
            process agent_run(run_against(server.url(), {"--final-timeout=2s"}, {"true"}));
            BOOST_TEST(agent_run.wait().code == 0);
            auto const all = server.exchanges();
            BOOST_TEST(puts_of(all, "completed") == std::size_t(1 + std::min(late, 3)));
            auto const read = std::count_if(all.begin(), all.end(), [](auto const& e) {
                return e.request.target.ends_with("/jobs/job-1/status");
            });
            BOOST_TEST(read == std::min(late + 1, 3));
        }
    }
}

BOOST_AUTO_TEST_SUITE_END()

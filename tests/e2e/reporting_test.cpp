// What the platform sees of a run that goes well, and of the step that a run owns (contract 3).
#include "support/eventually.hpp"

#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>
#include <boost/test/unit_test.hpp>

#include "platform.hpp"
#include <chrono>
#include <csignal>
#include <utility>

namespace {

using namespace std::chrono_literals;
using namespace e2e;
using support::exchange;
using support::gate;
using support::process;
using support::temp_dir;

std::int64_t sequence_of(json::value const& update) {
    return std::stoll(text_at(update, "/status_details/agent/seq"));
}

// Times between two task updates and the next, of all that were taken.
std::vector<std::chrono::milliseconds> gaps(platform const& p) {
    std::vector<std::chrono::milliseconds> result;
    std::optional<std::chrono::steady_clock::time_point> last;
    for (auto const& e : p.recorder().exchanges()) {
        if (e.request.method != "PUT") continue;
        if (last) result.push_back(std::chrono::duration_cast<std::chrono::milliseconds>(e.at - *last));
        last = e.at;
    }
    return result;
}

bool has_step_patch(platform const& p) {
    for (auto const& e : p.recorder().exchanges()) {
        if (e.request.method == "PATCH") return true;
    }
    return false;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(reporting_tests)

BOOST_AUTO_TEST_CASE(active_arrives_while_the_workload_runs_and_completed_at_its_end) {  // contract 3
    platform p;
    temp_dir folder;
    gate const hold(folder / "gate");
    process agent_run(p.run({}, shell("echo begun; " + hold.pass() + "; echo ended")));

    BOOST_REQUIRE(p.wait_for_updates(1, "active"));
    BOOST_TEST(p.task_status() == "active");
    BOOST_TEST(text_at(p.task(), "/name") == task_name);
    BOOST_TEST(!agent_run.has_ended());

    hold.open();
    auto const end = agent_run.wait();
    BOOST_TEST(end.code == 0);
    BOOST_TEST(end.out == "begun\nended\n");
    BOOST_TEST(end.err == "");
    BOOST_TEST(p.task_status() == "completed");
    BOOST_TEST(text_at(p.task(), "/error_details") == "{}");
    BOOST_TEST(text_at(p.task(), "/status_details/agent/exit_code") == "0");
}

BOOST_AUTO_TEST_CASE(the_final_update_is_the_last_and_has_the_highest_sequence) {  // contract 3.4
    platform p;
    temp_dir folder;
    gate const hold(folder / "gate");
    process agent_run(p.run({}, shell(hold.pass())));
    BOOST_REQUIRE(p.wait_for_updates(1, "active"));
    hold.open();
    BOOST_TEST(agent_run.wait().code == 0);
    auto const updates = p.updates();
    BOOST_REQUIRE(updates.size() >= 2U);
    for (std::size_t i = 0; i < updates.size(); ++i) {
        bool const is_last = i + 1 == updates.size();
        BOOST_TEST(text_at(updates[i], "/status") == (is_last ? "completed" : "active"));
        if (i > 0) BOOST_TEST(sequence_of(updates[i]) > sequence_of(updates[i - 1]));
    }
    BOOST_TEST(text_at(p.task(), "/status") == "completed");
    BOOST_TEST(text_at(p.task(), "/status_details/agent/seq") == std::to_string(sequence_of(updates.back())));
}

BOOST_AUTO_TEST_CASE(the_agent_key_says_who_reports_in_typed_fields) {  // contract 3.2
    platform p;
    temp_dir folder;
    gate const hold(folder / "gate");
    auto what = p.run({}, shell(hold.pass()));
    what.env["RANK"] = "3";
    process agent_run(what);
    BOOST_REQUIRE(p.wait_for_updates(1, "active"));
    hold.open();
    BOOST_TEST(agent_run.wait().code == 0);

    auto const update = p.updates().front();
    auto const& key = update.at("status_details").at("agent").as_object();
    BOOST_TEST(key.at("version").is_string());
    BOOST_TEST(key.at("host").is_string());
    BOOST_TEST(key.at("pid").to_number<pid_t>() == agent_run.pid());
    BOOST_TEST(key.at("rank").to_number<int>() == 3);
    BOOST_TEST(key.at("seq").to_number<int>() == 1);
    auto const at = text_at(update, "/status_details/agent/at");
    BOOST_TEST(at.size() >= 20U);
    BOOST_TEST(at.substr(4, 1) + at.substr(10, 1) + at.substr(at.size() - 1) == "-TZ");
    BOOST_TEST(key.at("interval_seconds").to_number<double>() == 15.0);  // no staleness timeout known
    BOOST_TEST(key.at("uptime_seconds").to_number<double>() >= 0.0);
    BOOST_TEST(key.at("output_age_seconds").to_number<double>() >= 0.0);
    // just after exec(2) the kernel's own count may still be nothing
    BOOST_TEST(key.at("rss_bytes").to_number<std::int64_t>() >= 0);
    BOOST_TEST(key.at("cpu_seconds").to_number<double>() >= 0.0);
    // the agent alone wrote, so nothing else is there (contract 3, keys)
    BOOST_TEST(update.at("status_details").as_object().size() == 1U);
}

BOOST_AUTO_TEST_CASE(
    heartbeats_follow_a_third_of_the_staleness_timeout_and_move_updated_at) {  // contract 3.2
    job_wishes wishes;
    wishes.staleness_timeout = 3;
    platform p(wishes);
    temp_dir folder;
    gate const hold(folder / "gate");
    process agent_run(p.run({}, shell(hold.pass())));

    BOOST_REQUIRE(p.wait_for_updates(2, "active"));
    auto const early = text_at(p.task(), "/updated_at");
    BOOST_REQUIRE(p.wait_for_updates(4, "active"));
    auto const late = text_at(p.task(), "/updated_at");
    BOOST_TEST(early < late);
    BOOST_TEST(p.task_status() == "active");
    BOOST_TEST(text_at(p.task(), "/status_details/agent/interval_seconds") == "1E0");
    hold.open();
    BOOST_TEST(agent_run.wait().code == 0);

    auto const updates = p.updates();
    for (std::size_t i = 1; i < updates.size(); ++i)
        BOOST_TEST(sequence_of(updates[i]) > sequence_of(updates[i - 1]));
    BOOST_TEST(std::stoll(text_at(p.task(), "/status_details/agent/rss_bytes")) > 0);
    auto const between = gaps(p);
    for (std::size_t i = 1; i < 3; ++i) {
        // a second and its jitter; the upper side leaves room for a loaded machine
        BOOST_TEST(between.at(i).count() >= 850);
        BOOST_TEST(between.at(i).count() < 2500);
    }
    BOOST_TEST(p.task_status() == "completed");
}

BOOST_AUTO_TEST_CASE(a_step_that_is_not_owned_is_never_written) {  // contract, table of calls
    platform p;
    BOOST_TEST(support::run(p.run({}, {"false"})).code == 1);
    BOOST_TEST(p.task_status() == "error");
    BOOST_TEST(p.step_status() == "created");
    BOOST_TEST(!has_step_patch(p));
}

BOOST_AUTO_TEST_CASE(an_owned_step_completes_with_the_workload_and_so_does_its_job) {  // contract 3
    platform p;
    temp_dir folder;
    gate const hold(folder / "gate");
    process agent_run(p.run({"--own-step"}, shell(hold.pass())));
    BOOST_TEST(support::eventually([&] { return p.step_status() == "active"; }));
    hold.open();
    BOOST_TEST(agent_run.wait().code == 0);
    BOOST_TEST(p.step_status() == "completed");
    BOOST_TEST(text_at(p.status(), "/status") == "completed");
}

BOOST_AUTO_TEST_CASE(an_owned_step_of_a_workload_that_ends_at_once_completes_as_well) {
    platform p;
    BOOST_TEST(support::run(p.run({"--own-step"}, {"true"})).code == 0);
    BOOST_TEST(p.step_status() == "completed");
}

BOOST_AUTO_TEST_CASE(an_owned_step_whose_first_write_failed_completes_nevertheless) {
    // created to completed is no legal transition (platform-facts 3.1): active comes between
    platform p;
    bool is_first = true;
    p.instead = [&](support::http_request const& request) -> std::optional<support::http_answer> {
        if (request.method != "PATCH" || !std::exchange(is_first, false)) return std::nullopt;
        return support::http_answer{503, R"({"detail":"not yet"})", {{"Retry-After", "20"}}};
    };
    BOOST_TEST(support::run(p.run({"--own-step"}, {"true"})).code == 0);
    BOOST_TEST(p.step_status() == "completed");
    BOOST_TEST(text_at(p.status(), "/status") == "completed");
}

BOOST_AUTO_TEST_CASE(an_owned_step_fails_with_the_cause_for_the_job_to_show) {  // platform-facts 8
    platform p;
    BOOST_TEST(support::run(p.run({"--own-step"}, {"python3", "-c", "raise ValueError('no data')"})).code ==
               1);
    BOOST_TEST(p.step_status() == "error");
    auto const job = p.status();
    BOOST_TEST(text_at(job, "/status") == "error");
    BOOST_TEST(text_at(job, "/error_details/message") == "ValueError: no data");
}

BOOST_AUTO_TEST_CASE(an_owned_step_is_cancelled_when_its_job_is) {
    platform p;
    temp_dir folder;
    gate const hold(folder / "gate");
    process agent_run(
        p.run({"--own-step", "--control-interval", "200ms"}, shell("echo begun; " + hold.pass())));
    BOOST_REQUIRE(p.wait_for_updates(1, "active"));
    BOOST_REQUIRE(support::eventually([&] { return p.step_status() == "active"; }));
    p.cancel();
    BOOST_TEST(agent_run.wait().code == 0);
    BOOST_TEST(p.step_status() == "cancelled");
    BOOST_TEST(text_at(p.status(), "/status") == "cancelled");
}

BOOST_AUTO_TEST_SUITE_END()

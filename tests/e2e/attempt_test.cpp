// A job that was run again: what is left of the older attempt reports nothing into the newer one (contract 9,
// platform-facts 3.2).
#include <boost/test/unit_test.hpp>

#include "platform.hpp"
#include <algorithm>
#include <atomic>
#include <csignal>

namespace {

using namespace std::chrono_literals;
using namespace e2e;
using support::http_answer;
using support::http_request;
using support::process;
using support::recording_server;
using support::temp_dir;

std::string item(std::string const& step, std::string const& attempt) {
    return R"({"name":")" + step + R"(","attempt_id":")" + attempt + R"(","status":"active"})";
}

// A platform that knows two attempts of our step, the newer one once `rerun` is set.
struct platform_with_attempts {
    std::atomic<bool> rerun = false;
    std::atomic<bool> knows_ours = true;
    recording_server server{[this](http_request const& request) -> std::optional<http_answer> {
        std::string items;
        bool const is_whole = request.target.find("filter") == std::string::npos;
        if (is_whole && rerun) items = item("prepare", "second");
        if (is_whole && knows_ours) items += (items.empty() ? "" : ",") + item(step_name, "first");
        return http_answer{200, R"({"data":[)" + items + "]}", {{"Content-Type", "application/json"}}};
    }};

    support::command run(std::vector<std::string> const& options, std::vector<std::string> const& workload,
                         bool with_attempt = true) const {
        support::command made{{agent(), "run"}, plain_environment()};
        made.env.insert({{"NEMO_JOB_WORKSPACE", "default"},
                         {"NEMO_JOB_ID", "job-1"},
                         {"NEMO_JOB_STEP", step_name},
                         {"NEMO_JOB_TASK", task_name},
                         {"NMP_JOBS_URL", server.url()}});
        if (with_attempt) made.env["NEMO_JOB_ATTEMPT_ID"] = "first";
        made.argv.insert(made.argv.end(), options.begin(), options.end());
        made.argv.emplace_back("--");
        made.argv.insert(made.argv.end(), workload.begin(), workload.end());
        return made;
    }
    std::vector<std::string> statuses_put() const {
        std::vector<std::string> found;
        for (auto const& e : server.exchanges()) {
            if (e.request.method == "PUT") found.push_back(text_at(parsed(e.request.body), "/status"));
        }
        return found;
    }
    bool was_put(std::string const& status) const {
        auto const all = statuses_put();
        return std::find(all.begin(), all.end(), status) != all.end();
    }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(attempt_tests)

BOOST_AUTO_TEST_CASE(a_run_of_an_older_attempt_is_stopped_and_says_nothing_more) {
    platform_with_attempts platform;
    platform.rerun = true;
    process agent_run(platform.run({"--report-tail=off"}, shell("exec sleep 1000")));
    auto const end = agent_run.wait();
    BOOST_TEST(end.code == 128 + SIGTERM);
    BOOST_TEST(end.err.find("a newer attempt of this job has taken over") != std::string::npos);
    for (auto const& status : platform.statuses_put())
        BOOST_TEST(status == "active");
}

BOOST_AUTO_TEST_CASE(superseded_continue_lets_it_end_by_itself_unreported) {
    platform_with_attempts platform;
    platform.rerun = true;
    process agent_run(platform.run({"--superseded=continue"}, shell("sleep 0.5; echo done; exit 3")));
    auto const end = agent_run.wait();
    BOOST_TEST(end.code == 3);
    BOOST_TEST(end.out == "done\n");
    BOOST_TEST(!platform.was_put("error"));
}

BOOST_AUTO_TEST_CASE(an_attempt_that_begins_while_we_run_is_seen_before_the_final_update) {
    for (bool const told : {true, false}) {
        BOOST_TEST_CONTEXT("attempt " << (told ? "in the environment" : "learned from the platform")) {
            platform_with_attempts platform;
            temp_dir const folder;
            support::gate const end(folder / "end");
            // a reading counts as fresh for a second
            process agent_run(platform.run({}, shell("sleep 1.2; " + end.pass() + "; exit 4"), told));
            BOOST_TEST(platform.server.wait_until([](auto const& all) {
                return std::any_of(all.begin(), all.end(), [](auto const& e) {
                    return e.request.target.find("/steps?sort") != std::string::npos;
                });
            }));
            platform.rerun = true;
            end.open();
            BOOST_TEST(agent_run.wait().code == 4);
            BOOST_TEST(platform.was_put("active"));
            BOOST_TEST(!platform.was_put("error"));
        }
    }
}

BOOST_AUTO_TEST_CASE(without_a_newer_attempt_or_with_one_that_cannot_be_told_the_end_is_reported) {
    for (bool const known : {true, false}) {
        BOOST_TEST_CONTEXT("our attempt is " << (known ? "" : "not ") << "in the list") {
            platform_with_attempts platform;
            platform.knows_ours = known;
            platform.rerun = !known;
            process agent_run(platform.run({}, shell("exit 5")));
            BOOST_TEST(agent_run.wait().code == 5);
            BOOST_TEST(platform.was_put("error"));
        }
    }
}

BOOST_AUTO_TEST_SUITE_END()

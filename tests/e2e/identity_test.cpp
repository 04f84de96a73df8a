// Who the task is and how requests say so: names, families, what is missing (contract 2).
#include <boost/json/object.hpp>
#include <boost/json/parse.hpp>
#include <boost/test/unit_test.hpp>

#include "platform.hpp"
#include <algorithm>
#include <vector>

namespace {

using namespace e2e;
using support::ending;
using support::exchange;
using support::http_answer;
using support::http_request;
using support::recording_server;
using answered = std::optional<http_answer>;

// Takes everything: what a test looks at is how the requests were made.
class listener {
public:
    listener() : server_([](http_request const&) -> answered { return http_answer{200, "{}", {}}; }) {}

    [[nodiscard]] std::string url() const { return server_.url(); }
    [[nodiscard]] std::vector<exchange> exchanges() const { return server_.exchanges(); }
    [[nodiscard]] std::vector<http_request> puts() const {
        std::vector<http_request> found;
        for (auto const& e : server_.exchanges()) {
            if (e.request.method == "PUT") found.push_back(e.request);
        }
        return found;
    }

private:
    recording_server server_;
};

environment identity_env() {
    auto env = plain_environment();
    env.insert({{"NEMO_JOB_WORKSPACE", "default"},
                {"NEMO_JOB_ID", "job-1"},
                {"NEMO_JOB_STEP", "train"},
                {"NEMO_JOB_TASK", "task-1"}});
    return env;
}

ending run_with(environment const& env, std::vector<std::string> const& options,
                std::vector<std::string> const& workload) {
    support::command made{{agent(), "run"}, env};
    made.argv.insert(made.argv.end(), options.begin(), options.end());
    made.argv.emplace_back("--");
    made.argv.insert(made.argv.end(), workload.begin(), workload.end());
    return support::run(made);
}

bool is_one_line(std::string const& text) {
    return std::count(text.begin(), text.end(), '\n') == 1 && text.ends_with('\n');
}

bool holds(std::string const& text, std::string const& part) {
    return text.find(part) != std::string::npos;
}

std::string header(http_request const& request, std::string const& name) {
    return request.header(name).value_or("(none)");
}

}  // namespace

BOOST_AUTO_TEST_SUITE(identity_tests)

BOOST_AUTO_TEST_CASE(an_incomplete_identity_is_one_warning_that_names_what_is_missing) {  // contract 2
    listener const platform;
    auto env = identity_env();
    env["NMP_JOBS_URL"] = platform.url();
    env.erase("NEMO_JOB_STEP");
    env.erase("NEMO_JOB_ID");
    auto const end = run_with(env, {}, shell("echo out; exit 4"));
    BOOST_TEST(end.code == 4);
    BOOST_TEST(end.out == "out\n");
    BOOST_TEST(is_one_line(end.err));
    BOOST_TEST(end.err.starts_with("task-agent: warn: "));
    BOOST_TEST(holds(end.err, "NEMO_JOB_ID, NEMO_JOB_STEP"));
    BOOST_TEST(!holds(end.err, "NEMO_JOB_WORKSPACE"));
    BOOST_TEST(platform.exchanges().empty());
}

BOOST_AUTO_TEST_CASE(a_missing_url_is_named_as_well) {  // contract 2
    auto const end = run_with(identity_env(), {}, {"true"});
    BOOST_TEST(end.code == 0);
    BOOST_TEST(is_one_line(end.err));
    BOOST_TEST(holds(end.err, "NMP_JOBS_URL"));
    BOOST_TEST(holds(end.err, "NMP_BASE_URL"));
}

BOOST_AUTO_TEST_CASE(require_platform_makes_it_an_error_and_starts_nothing) {  // contract 2
    auto env = identity_env();
    env.erase("NEMO_JOB_WORKSPACE");
    auto const end = run_with(env, {"--require-platform"}, shell("echo started"));
    BOOST_TEST(end.code == 125);
    BOOST_TEST(end.out == "");
    BOOST_TEST(is_one_line(end.err));
    BOOST_TEST(holds(end.err, "--require-platform"));
    BOOST_TEST(holds(end.err, "NEMO_JOB_WORKSPACE"));
}

BOOST_AUTO_TEST_CASE(nothing_known_at_all_is_a_plain_wrapper_without_a_word) {  // contract 3 and 5
    auto const end = run_with(plain_environment(), {}, shell("printf out; printf err >&2; exit 3"));
    BOOST_TEST(end.code == 3);
    BOOST_TEST(end.out == "out");
    BOOST_TEST(end.err == "err");
}

BOOST_AUTO_TEST_CASE(a_bare_pod_uid_becomes_a_task_name) {  // platform-facts 1.2
    platform p;
    auto what = p.run({}, {"true"});
    what.env["NEMO_JOB_TASK"] = "6f0d0a5e-3b1c-4d52-9a77-0c1a0f2c9d11";
    BOOST_TEST(support::run(what).code == 0);
    BOOST_TEST(text_at(p.task(), "/name") == "task-6f0d0a5e-3b1c-4d52-9a77-0c1a0f2c9d11");
    BOOST_TEST(p.step().at("tasks").as_array().size() == 1U);
}

BOOST_AUTO_TEST_CASE(a_task_without_a_name_gets_one_of_32_hex_digits) {  // contract 2
    platform p;
    auto what = p.run({}, {"true"});
    what.env.erase("NEMO_JOB_TASK");
    BOOST_TEST(support::run(what).code == 0);
    auto const name = text_at(p.task(), "/name");
    BOOST_REQUIRE(name.size() == 37U);
    BOOST_TEST(name.starts_with("task-"));
    BOOST_TEST(name.find_first_not_of("0123456789abcdef", 5) == std::string::npos);
    BOOST_TEST(p.step().at("tasks").as_array().size() == 1U);
}

BOOST_AUTO_TEST_CASE(the_url_holds_the_names_percent_encoded) {  // contract 2
    listener const platform;
    auto env = identity_env();
    env["NMP_JOBS_URL"] = platform.url() + "/prefix/";
    env["NEMO_JOB_WORKSPACE"] = "a b/c";
    env["NEMO_JOB_STEP"] = "50%?#";
    BOOST_TEST(run_with(env, {}, {"true"}).code == 0);
    BOOST_REQUIRE(!platform.puts().empty());
    BOOST_TEST(platform.puts().front().target ==
               "/prefix/apis/jobs/v2/workspaces/a%20b%2Fc/jobs/job-1/steps/50%25%3F%23/tasks/task-1");
}

BOOST_AUTO_TEST_CASE(requests_of_the_nmp_family_speak_for_the_creator_of_the_job) {  // platform-facts 2.1
    listener const platform;
    auto env = identity_env();
    env["NMP_BASE_URL"] = platform.url();
    env["NMP_PRINCIPAL"] = R"({"id":"ann@example.org","email":"ann@example.org","groups":["a","b"]})";
    BOOST_TEST(run_with(env, {}, {"true"}).code == 0);
    BOOST_REQUIRE(!platform.exchanges().empty());
    for (auto const& e : platform.exchanges()) {
        BOOST_TEST(header(e.request, "X-NMP-Principal-Id").starts_with("service:"));
        BOOST_TEST(header(e.request, "X-NMP-Internal") == "true");
        BOOST_TEST(header(e.request, "X-NHX-Principal-Id") == "(none)");
    }
    BOOST_TEST(header(platform.puts().back(), "X-NMP-Principal-On-Behalf-Of") == "ann@example.org");
    BOOST_TEST(header(platform.puts().back(), "X-NMP-Principal-On-Behalf-Of-Email") == "ann@example.org");
    BOOST_TEST(header(platform.puts().back(), "Content-Type") == "application/json");
}

BOOST_AUTO_TEST_CASE(requests_of_the_nhx_family_use_its_names) {  // contract 2, platform-facts 1.6
    listener const platform;
    auto env = identity_env();
    env["NHX_JOBS_URL"] = platform.url();
    env["NHX_PRINCIPAL"] = R"({"id":"bob"})";
    BOOST_TEST(run_with(env, {}, {"true"}).code == 0);
    BOOST_REQUIRE(!platform.exchanges().empty());
    for (auto const& e : platform.exchanges()) {
        BOOST_TEST(header(e.request, "X-NHX-Principal-Id").starts_with("service:"));
        BOOST_TEST(header(e.request, "X-NMP-Principal-Id") == "(none)");
    }
    BOOST_TEST(header(platform.puts().back(), "X-NHX-Principal-On-Behalf-Of") == "bob");
}

BOOST_AUTO_TEST_CASE(a_flag_beats_the_platforms_variable) {  // contract 1, order of sources
    listener const platform;
    listener const other;
    auto env = identity_env();
    env["NMP_JOBS_URL"] = other.url();
    BOOST_TEST(run_with(env, {"--jobs-url", platform.url(), "--job", "job-2"}, {"true"}).code == 0);
    BOOST_TEST(other.exchanges().empty());
    BOOST_REQUIRE(!platform.puts().empty());
    BOOST_TEST(holds(platform.puts().front().target, "/jobs/job-2/"));
}

BOOST_AUTO_TEST_CASE(at_most_two_connections_are_made_to_the_platform) {  // contract 2
    platform p;
    support::temp_dir folder;
    support::gate const hold(folder / "gate");
    support::process agent_run(p.run({"--control-interval", "50ms"}, shell(hold.pass())));
    BOOST_REQUIRE(p.recorder().wait_until([](std::vector<exchange> const& all) {
        return std::count_if(all.begin(), all.end(),
                             [](auto const& e) { return e.request.method == "GET"; }) > 8;
    }));
    hold.open();
    BOOST_TEST(agent_run.wait().code == 0);
    BOOST_TEST(p.recorder().connections() <= 2U);
}

BOOST_AUTO_TEST_CASE(the_workload_sees_the_platforms_names_and_none_of_the_agents_options) {  // contract 1
    platform p;
    auto what = p.run({}, {"env"});
    what.env["TASK_AGENT_STOP_GRACE"] = "3s";
    what.env["TASK_AGENT_LOG_LEVEL"] = "error";
    what.env["OWN"] = "kept";
    auto const end = support::run(what);
    BOOST_TEST(end.code == 0);
    BOOST_TEST(holds(end.out, "NEMO_JOB_ID=" + p.job() + "\n"));
    BOOST_TEST(holds(end.out, "NEMO_JOB_TASK=task-1\n"));
    BOOST_TEST(holds(end.out, "OWN=kept\n"));
    BOOST_TEST(!holds(end.out, "TASK_AGENT_STOP_GRACE"));
    BOOST_TEST(!holds(end.out, "TASK_AGENT_LOG_LEVEL"));
}

BOOST_AUTO_TEST_SUITE_END()

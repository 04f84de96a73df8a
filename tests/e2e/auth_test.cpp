// Who the agent says it is, and that nobody else learns its token (contract 2, platform-facts 2).
#include <boost/test/unit_test.hpp>

#include <sys/stat.h>
#include <unistd.h>

#include "platform.hpp"
#include <algorithm>
#include <csignal>
#include <filesystem>

namespace {

using namespace std::chrono_literals;
using namespace e2e;
using support::gate;
using support::http_answer;
using support::http_request;
using support::process;
using support::recording_server;
using support::temp_dir;

std::string header(http_request const& request, std::string const& name) {
    for (auto const& [key, value] : request.headers) {
        if (std::equal(key.begin(), key.end(), name.begin(), name.end(),
                       [](char a, char b) { return std::tolower(a) == std::tolower(b); }))
            return value;
    }
    return "(none)";
}

// Takes the tokens it is told to, and answers anybody else with 401.
struct strict_server {
    std::vector<std::string> accepted;
    std::mutex lock;
    recording_server server{[this](http_request const& request) -> std::optional<http_answer> {
        std::lock_guard const guard(lock);
        auto const token = header(request, "authorization");
        bool const is_welcome = std::find(accepted.begin(), accepted.end(), token) != accepted.end();
        bool const is_list = request.method == "GET";
        return http_answer{is_welcome ? 200 : 401,
                           is_list ? R"({"data":[]})" : "{}",
                           {{"Content-Type", "application/json"}}};
    }};

    void accept(std::string const& token) {
        std::lock_guard const guard(lock);
        accepted = {"Bearer " + token};
    }
    support::command run(std::vector<std::string> const& workload) const {
        support::command made{{agent(), "run", "--final-timeout=10s", "--"}, plain_environment()};
        made.env.insert({{"NEMO_JOB_WORKSPACE", "default"},
                         {"NEMO_JOB_ID", "job-1"},
                         {"NEMO_JOB_STEP", step_name},
                         {"NEMO_JOB_TASK", task_name},
                         {"NMP_PRINCIPAL", R"({"id":"ann"})"},
                         {"NMP_JOBS_URL", server.url()}});
        made.argv.insert(made.argv.end(), workload.begin(), workload.end());
        return made;
    }
    // Statuses of task updates with these answers.
    std::vector<std::string> puts(int answered) const {
        std::vector<std::string> found;
        for (auto const& e : server.exchanges()) {
            if (e.request.method == "PUT" && e.status == answered)
                found.push_back(text_at(parsed(e.request.body), "/status"));
        }
        return found;
    }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(auth_tests)

BOOST_AUTO_TEST_CASE(a_token_speaks_instead_of_the_principal) {
    strict_server platform;
    platform.accept("tok-1-abcdef");
    auto run = platform.run({"true"});
    run.env["NEMO_WORKLOAD_TOKEN"] = "tok-1-abcdef";
    BOOST_TEST(support::run(run).code == 0);
    std::vector<std::string> const wanted = {"active", "completed"};
    BOOST_TEST(platform.puts(200) == wanted, boost::test_tools::per_element());
    for (auto const& e : platform.server.exchanges()) {
        BOOST_TEST(header(e.request, "x-nmp-principal-id") == "(none)");
        BOOST_TEST(header(e.request, "x-nmp-principal-on-behalf-of") == "(none)");
    }
}

BOOST_AUTO_TEST_CASE(without_a_token_the_principal_speaks) {
    strict_server platform;
    platform.accepted = {"(none)"};
    BOOST_TEST(support::run(platform.run({"true"})).code == 0);
    BOOST_REQUIRE(!platform.server.exchanges().empty());
    for (auto const& e : platform.server.exchanges())
        BOOST_TEST(header(e.request, "x-nmp-principal-id") == "service:jobs");
}

BOOST_AUTO_TEST_CASE(a_rotated_file_is_used_at_once_and_no_status_is_lost) {
    strict_server platform;
    platform.accept("first-abcdef");
    temp_dir const folder;
    support::write_file(folder / "token", "first-abcdef\n");
    gate const rotated(folder / "rotated");
    auto run = platform.run(shell(rotated.pass() + "; exit 3"));
    run.env["NEMO_WORKLOAD_TOKEN_FILE"] = folder / "token";
    process agent_run(run);
    BOOST_TEST(platform.server.wait_until([&](auto const& all) {
        return std::any_of(all.begin(), all.end(),
                           [](auto const& e) { return e.request.method == "PUT" && e.status == 200; });
    }));
    platform.accept("second-abcdef");
    support::write_file(folder / "next", "second-abcdef");
    std::filesystem::rename(folder / "next", folder / "token");
    rotated.open();
    BOOST_TEST(agent_run.wait().code == 3);
    auto const taken = platform.puts(200);
    BOOST_REQUIRE(!taken.empty());
    BOOST_TEST(taken.back() == "error");
    BOOST_TEST(platform.puts(401).empty());
}

BOOST_AUTO_TEST_CASE(a_token_that_comes_late_still_carries_the_final_status) {
    strict_server platform;
    platform.accept("late-abcdef");
    temp_dir const folder;
    support::write_file(folder / "token", "old-abcdef");
    auto run = platform.run({"true"});
    run.env["NEMO_WORKLOAD_TOKEN_FILE"] = folder / "token";
    process agent_run(run);
    BOOST_TEST(platform.server.wait_until([&](auto const& all) {
        return std::any_of(all.begin(), all.end(), [](auto const& e) {
            return e.request.body.find("completed") != std::string::npos && e.status == 401;
        });
    }));
    support::write_file(folder / "token", "late-abcdef");
    BOOST_TEST(agent_run.wait().code == 0);
    std::vector<std::string> const wanted = {"completed"};
    BOOST_TEST(platform.puts(200) == wanted, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(the_token_is_not_on_the_command_line_nor_allowed_there) {
    strict_server platform;
    auto run = platform.run({"true"});
    run.argv.insert(run.argv.begin() + 2, "--token=tok-1-abcdef");
    auto const end = support::run(run);
    BOOST_TEST(end.code == 125);
    BOOST_TEST(end.err.find("--token (flag of run): not allowed on the command line") != std::string::npos);
    BOOST_TEST(end.err.find("tok-1") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(the_agents_own_variable_does_not_reach_the_workload_and_its_memory_nobody) {
    strict_server platform;
    platform.accept("tok-1-abcdef");
    temp_dir const folder;
    std::filesystem::permissions(folder.path(), std::filesystem::perms::all);
    gate const end(folder / "end");
    std::filesystem::permissions(end.path(), std::filesystem::perms::all);
    auto run = platform.run(shell("env; echo up; " + end.pass()));
    run.env["TASK_AGENT_TOKEN"] = "tok-1-abcdef";
    bool const is_root = ::geteuid() == 0;
    if (is_root) {
        std::vector<std::string> const as_nobody = {"/usr/bin/setpriv", "--reuid=65534", "--regid=65534",
                                                    "--clear-groups"};
        run.argv.insert(run.argv.begin(), as_nobody.begin(), as_nobody.end());
    }
    process agent_run(run);
    agent_run.wait_for_output("up\n");
    BOOST_TEST(agent_run.out().find("tok-1") == std::string::npos);
    // what belongs to root there cannot be read by the user whose process it is (proc(5))
    struct stat facts {};
    BOOST_REQUIRE(::stat(("/proc/" + std::to_string(agent_run.pid()) + "/environ").c_str(), &facts) == 0);
    BOOST_TEST(facts.st_uid == 0U);
    end.open();
    BOOST_TEST(agent_run.wait().code == 0);
    BOOST_TEST(platform.puts(200).back() == "completed");
}

BOOST_AUTO_TEST_SUITE_END()

// The other commands, and `run --dev`, as somebody at a shell uses them (contract 1 and 11).
#include "support/eventually.hpp"

#include <boost/test/unit_test.hpp>

#include "platform.hpp"
#include <algorithm>
#include <chrono>
#include <csignal>

namespace {

using namespace std::chrono_literals;
using namespace e2e;
using support::ending;
using support::process;
using support::temp_dir;

bool holds(std::string const& text, std::string const& part) {
    return text.find(part) != std::string::npos;
}

bool is_one_line(std::string const& text) {
    return std::count(text.begin(), text.end(), '\n') == 1 && text.ends_with('\n');
}

// A command of a person, who knows the address and the workspace.
ending call(dev_server const& server, std::vector<std::string> argv, std::string input = {}) {
    argv.insert(argv.begin(), agent());
    auto env = plain_environment();
    env["NMP_BASE_URL"] = server.url();
    env["NEMO_JOB_WORKSPACE"] = "default";
    return support::run({std::move(argv), env, std::move(input)});
}

support::command dev(std::vector<std::string> const& options, std::vector<std::string> const& workload) {
    support::command made{{agent(), "run", "--dev"}, plain_environment()};
    made.argv.insert(made.argv.end(), options.begin(), options.end());
    made.argv.emplace_back("--");
    made.argv.insert(made.argv.end(), workload.begin(), workload.end());
    return made;
}

constexpr char job_document[] = R"({"name":"tryout","source":"test","spec":{},"platform_spec":{"steps":[
    {"name":"first","executor":{"provider":"cpu","profile":"default","container":{"image":"none"}}}]}})";

}  // namespace

BOOST_AUTO_TEST_SUITE(commands_tests)

BOOST_AUTO_TEST_CASE(status_prints_job_step_and_task_with_the_error) {  // contract 1
    platform p;
    BOOST_TEST(support::run(p.run({"--own-step"}, {"python3", "-c", "raise ValueError('bad shard')"})).code ==
               1);
    auto const end = call(p.server(), {"status", p.job()});
    BOOST_TEST(end.code == 0);
    BOOST_TEST(end.err == "");
    BOOST_TEST(end.out.starts_with("job " + p.job() + ": error - ValueError: bad shard\n"));
    BOOST_TEST(holds(end.out, "└─ step train: error - ValueError: bad shard\n"));
    BOOST_TEST(holds(end.out, "└─ task task-1: error - ValueError: bad shard\n"));
    BOOST_TEST(holds(end.out, "reason exit_code, exit_code 1"));
    BOOST_TEST(holds(end.out, "Traceback (most recent call last):"));
}

BOOST_AUTO_TEST_CASE(status_of_an_unknown_job_is_1_and_says_so) {  // contract 1
    dev_server const server;
    auto const end = call(server, {"status", "no-such-job"});
    BOOST_TEST(end.code == 1);
    BOOST_TEST(end.out == "");
    BOOST_TEST(is_one_line(end.err));
    BOOST_TEST(holds(end.err, "no-such-job"));
    BOOST_TEST(holds(end.err, "404"));
}

BOOST_AUTO_TEST_CASE(status_watch_follows_a_job_to_its_end) {  // contract 1
    platform p;
    auto env = plain_environment();
    env["NMP_BASE_URL"] = p.server().url();
    process watch({{agent(), "status", p.job(), "--watch", "--workspace", "default"}, env});
    watch.wait_for_output("job " + p.job() + ": created\n");
    p.set_step("active");
    p.set_step("completed");
    auto const end = watch.wait();
    BOOST_TEST(end.code == 0);
    BOOST_TEST(holds(end.out, "job " + p.job() + ": completed\n"));
}

BOOST_AUTO_TEST_CASE(submit_creates_the_job_and_prints_its_name) {  // contract 1 and 11
    dev_server const server;
    temp_dir folder;
    support::write_file(folder / "job.json", job_document);
    auto const end = call(server, {"submit", folder / "job.json"});
    BOOST_TEST(end.code == 0);
    BOOST_TEST(end.out == "tryout\n");
    BOOST_TEST(end.err == "");
    BOOST_TEST(call(server, {"status", "tryout"}).out == "job tryout: created\n└─ step first: created\n");
}

BOOST_AUTO_TEST_CASE(submit_reads_stdin_for_a_dash) {  // contract 1
    dev_server const server;
    auto const end = call(server, {"submit", "-"}, job_document);
    BOOST_TEST(end.code == 0);
    BOOST_TEST(end.out == "tryout\n");
}

BOOST_AUTO_TEST_CASE(submit_of_something_else_than_json_is_125_and_names_the_file) {  // contract 1
    dev_server const server;
    temp_dir folder;
    support::write_file(folder / "job.json", "name: tryout\n");
    auto const end = call(server, {"submit", folder / "job.json"});
    BOOST_TEST(end.code == 125);
    BOOST_TEST(end.out == "");
    BOOST_TEST(is_one_line(end.err));
    BOOST_TEST(holds(end.err, folder / "job.json"));
    BOOST_TEST(holds(end.err, "JSON"));
}

BOOST_AUTO_TEST_CASE(submit_of_a_file_that_is_not_there_is_125) {
    dev_server const server;
    auto const end = call(server, {"submit", "/no/such/file"});
    BOOST_TEST(end.code == 125);
    BOOST_TEST(is_one_line(end.err));
    BOOST_TEST(holds(end.err, "/no/such/file"));
}

BOOST_AUTO_TEST_CASE(a_job_that_the_platform_refuses_is_1_with_its_words) {  // contract 1
    dev_server const server;
    auto const end = call(server, {"submit", "-"}, R"({"source":"test"})");
    BOOST_TEST(end.code == 1);
    BOOST_TEST(is_one_line(end.err));
    BOOST_TEST(holds(end.err, "422"));
}

BOOST_AUTO_TEST_CASE(cancel_of_an_unknown_job_is_1) {  // contract 1
    dev_server const server;
    auto const end = call(server, {"cancel", "no-such-job"});
    BOOST_TEST(end.code == 1);
    BOOST_TEST(is_one_line(end.err));
    BOOST_TEST(holds(end.err, "no-such-job"));
}

BOOST_AUTO_TEST_CASE(pause_and_resume_move_the_job_and_say_nothing) {  // contract 1
    platform p;
    p.set_step("active");
    auto const paused = call(p.server(), {"pause", p.job()});
    BOOST_TEST(paused.code == 0);
    BOOST_TEST(paused.out + paused.err == "");
    BOOST_TEST(p.step_status() == "pausing");
    p.set_step("paused");
    auto const resumed = call(p.server(), {"resume", p.job()});
    BOOST_TEST(resumed.code == 0);
    BOOST_TEST(resumed.out + resumed.err == "");
    BOOST_TEST(p.step_status() == "resuming");
    for (auto const* verb : {"pause", "resume"}) {
        auto const end = call(p.server(), {verb, "no-such-job"});
        BOOST_TEST(end.code == 1);
        BOOST_TEST(is_one_line(end.err));
        BOOST_TEST(holds(end.err, std::string("cannot ") + verb + " job no-such-job: "));
    }
}

BOOST_AUTO_TEST_CASE(config_prints_what_run_would_do_here_and_no_secret) {  // contract 1
    auto env = plain_environment();
    env.insert({{"NMP_BASE_URL", "http://127.0.0.1:1"},
                {"TASK_AGENT_TIMEOUT", "1h"},
                {"NEMO_WORKLOAD_TOKEN", "do-not-show-this"}});
    auto const end = support::run({{agent(), "config", "--stop-grace=3s"}, env});
    BOOST_TEST(end.code == 0);
    BOOST_TEST(end.err == "");
    for (auto const* part : {"--stop-grace (flag)\n", "TASK_AGENT_TIMEOUT (environment)\n",
                             "NMP_BASE_URL (platform)\n", "default\n"})
        BOOST_TEST(holds(end.out, part), part);
    BOOST_TEST(!holds(end.out, "do-not-show-this"));
    auto const wrong = support::run({{agent(), "config", "--pause-signal=KILL"}, env});
    BOOST_TEST(wrong.code == 125);
    BOOST_TEST(is_one_line(wrong.err));
    BOOST_TEST(holds(wrong.err, "--pause-signal \"KILL\" (flag): not a signal that can be caught"));
}

BOOST_AUTO_TEST_CASE(a_client_that_knows_no_platform_says_what_to_give) {
    auto const end = support::run({{agent(), "status", "x"}, plain_environment()});
    BOOST_TEST(end.code == 125);
    BOOST_TEST(is_one_line(end.err));
    BOOST_TEST(holds(end.err, "--jobs-url"));
}

BOOST_AUTO_TEST_CASE(the_dev_server_refuses_an_address_that_others_reach) {  // contract 11
    auto const end = support::run({{agent(), "dev-server", "--listen", "0.0.0.0:0"}, plain_environment()});
    BOOST_TEST(end.code == 125);
    BOOST_TEST(end.out == "");
    BOOST_TEST(is_one_line(end.err));
    BOOST_TEST(holds(end.err, "0.0.0.0"));
    BOOST_TEST(holds(end.err, "--allow-remote"));
}

BOOST_AUTO_TEST_CASE(the_dev_server_takes_a_job_at_its_start_and_ends_on_term) {  // contract 11
    temp_dir folder;
    support::write_file(folder / "job.json", job_document);
    process server({{agent(), "dev-server", "--listen", "127.0.0.1:0", "--job", folder / "job.json"},
                    plain_environment()});
    server.wait_for_output("\n");
    auto const url =
        server.out().substr(server.out().find("http://"), server.out().find_last_not_of("\n") + 1);
    auto const shown = support::run({{agent(), "status", "tryout", "--workspace", "default", "--jobs-url",
                                      url.substr(0, url.find_first_of(" \n"))},
                                     plain_environment()});
    BOOST_TEST(shown.out == "job tryout: created\n└─ step first: created\n");
    server.signal(SIGTERM);
    BOOST_TEST(server.wait().code == 0);
}

BOOST_AUTO_TEST_CASE(run_dev_of_a_success_prints_a_completed_tree) {  // contract 1
    auto const end = support::run(dev({}, shell("echo working")));
    BOOST_TEST(end.code == 0);
    BOOST_TEST(end.out.starts_with("working\njob "));
    BOOST_TEST(holds(end.out, ": completed\n└─ step main: completed\n   └─ task task-"));
    BOOST_TEST(end.err == "");
}

BOOST_AUTO_TEST_CASE(run_dev_of_a_failure_prints_its_cause_and_passes_the_code) {  // contract 1
    auto const end =
        support::run(dev({}, {"python3", "-c", "import sys; print('x'); raise ValueError('no luck')"}));
    BOOST_TEST(end.code == 1);
    BOOST_TEST(holds(end.out, ": error - ValueError: no luck\n└─ step main: error - ValueError: no luck\n"));
    BOOST_TEST(holds(end.out, "Traceback (most recent call last):"));
    BOOST_TEST(holds(end.err, "ValueError: no luck\n"));
    BOOST_TEST(support::run(dev({}, shell("exit 42"))).code == 42);
    BOOST_TEST(support::run(dev({}, {"no-such-program"})).code == 127);
}

BOOST_AUTO_TEST_CASE(a_workload_under_run_dev_sees_what_the_platform_sets) {  // contract 1
    auto what = dev({}, {"env"});
    what.env["TASK_AGENT_STOP_GRACE"] = "3s";
    what.env["NEMO_JOB_TASK"] = "task-of-somebody-else";
    auto const end = support::run(what);
    BOOST_TEST(end.code == 0);
    for (auto const* name : {"NEMO_JOB_WORKSPACE=default\n", "NEMO_JOB_ID=", "NEMO_JOB_STEP=main\n",
                             "NEMO_JOB_ATTEMPT_ID=", "NMP_JOBS_URL=http://127.0.0.1:"})
        BOOST_TEST(holds(end.out, name), name);
    BOOST_TEST(!holds(end.out, "TASK_AGENT_STOP_GRACE"));
    BOOST_TEST(!holds(end.out, "somebody-else"));
}

BOOST_AUTO_TEST_CASE(run_dev_refuses_another_platform) {  // contract 1
    auto const end = support::run(dev({"--jobs-url", "http://127.0.0.1:1"}, shell("echo started")));
    BOOST_TEST(end.code == 125);
    BOOST_TEST(end.out == "");
    BOOST_TEST(is_one_line(end.err));
    BOOST_TEST(holds(end.err, "--jobs-url"));
    BOOST_TEST(holds(end.err, "--dev"));
}

BOOST_AUTO_TEST_CASE(a_term_to_run_dev_ends_the_workload_and_then_itself) {  // contract 4
    process whole(dev({}, shell("trap 'echo stopped; exit 5' TERM; echo ready; sleep 60 & wait")));
    whole.wait_for_output("ready\n");
    whole.signal(SIGTERM);
    auto const end = whole.wait();
    BOOST_TEST(end.code == 5);
    BOOST_TEST(holds(end.out, "ready\nstopped\njob "));
    BOOST_TEST(holds(end.out, ": error"));
}

BOOST_AUTO_TEST_SUITE_END()

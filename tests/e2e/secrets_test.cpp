// What a workload cannot start without: secrets become its variables and are masked, its step's config
// becomes a file; what cannot be had ends the run before it begins, and the platform is told why
// (contract 5.2, platform-facts 1.5, 2.2).
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <boost/test/unit_test.hpp>

#include <sys/stat.h>
#include <unistd.h>

#include "platform.hpp"
#include <algorithm>
#include <csignal>
#include <filesystem>
#include <mutex>
#include <thread>

namespace {

using namespace std::chrono_literals;
using namespace e2e;
using support::exchange;
using support::http_answer;
using support::http_request;
using support::process;
using support::temp_dir;
using answered = std::optional<http_answer>;

constexpr char value[] = "hf_q8ZkPw3nLr7v";
constexpr char secret_path[] = "/apis/secrets/v2/workspaces/default/secrets/hf-token/access";

bool holds(std::string const& text, std::string const& part) {
    return text.find(part) != std::string::npos;
}

bool is_about_secrets(http_request const& request) {
    return request.target.starts_with("/apis/secrets/");
}

http_answer json_answer(int status, std::string const& body) {
    return {status, body, {{"Content-Type", "application/json"}}};
}

http_answer secret(std::string const& text) {
    return json_answer(200,
                       json::serialize(json::object{{"name", "x"}, {"workspace", "y"}, {"value", text}}));
}

// Answers of the secrets service in the dev-server's place; everything else is the dev-server's.
void serve(platform& p, std::function<answered(http_request const&)> const& answer) {
    p.instead = [answer](http_request const& request) -> answered {
        return is_about_secrets(request) ? answer(request) : std::nullopt;
    };
}

std::vector<http_request> asked_for_secrets(platform const& p) {
    std::vector<http_request> found;
    for (auto const& e : p.recorder().exchanges()) {
        if (is_about_secrets(e.request)) found.push_back(e.request);
    }
    return found;
}

support::command run_with_secret(platform const& p, std::vector<std::string> const& options,
                                 std::vector<std::string> const& workload) {
    auto made = p.run(options, workload);
    made.env["NEMO_JOB_SECRETS"] = "HF_TOKEN=default/hf-token";
    made.env["NMP_PRINCIPAL"] =
        R"({"id":"svc","on_behalf_of":"ann","on_behalf_of_email":"a@x","on_behalf_of_groups":["g","h"]})";
    return made;
}

// The run has not begun, says so with 125, and the platform holds the sentence.
void check_failed_start(platform const& p, support::command const& run, std::string const& sentence) {
    temp_dir const folder;
    auto with = run;
    with.env["NEMO_JOB_EPHEMERAL_TASK_STORAGE_PATH"] = folder.path();
    auto const end = support::run(with);
    BOOST_TEST(end.code == 125);
    BOOST_TEST(end.out == "");
    BOOST_TEST(holds(end.err, "task-agent: error: " + sentence), end.err);
    auto const task = p.task();
    BOOST_REQUIRE(task.is_object());
    BOOST_TEST(text_at(task, "/status") == "error");
    BOOST_TEST(text_at(task, "/error_details/reason") == "start_failed");
    BOOST_TEST(text_at(task, "/error_details/message") == sentence);
    for (auto const& update : p.updates())
        BOOST_TEST(text_at(update, "/status") == "error", "never active");
}

}  // namespace

BOOST_AUTO_TEST_SUITE(secrets_tests)

BOOST_AUTO_TEST_CASE(a_secret_reaches_the_workload_and_nothing_that_leaves) {
    dev_server const secrets({"--secret", std::string("default/hf-token=") + value});
    platform p;
    temp_dir const folder;
    support::write_file(folder / "job.py", R"(
import os, sys, time
token = os.environ["HF_TOKEN"]
assert os.environ["NEMO_JOB_SECRETS"] and [e for e in os.environ if e == "HF_TOKEN"]
print(len(token), flush=True)
for piece in (token[:4], token[4:9], token[9:] + "\n"):
    os.write(2, piece.encode())
    time.sleep(0.03)
raise RuntimeError("refused: " + token)
)");
    auto const summary = folder / "termination-log";
    std::filesystem::create_directory(folder / "state");
    support::write_file(summary, "");
    auto run =
        run_with_secret(p, {"--termination-log", summary, "--log", folder / "log", "--log-level=debug"},
                        {"python3", folder / "job.py"});
    run.env["NMP_SECRETS_URL"] = secrets.url();
    run.env["HF_TOKEN"] = "the image's own, which is replaced";
    run.env["NEMO_JOB_EPHEMERAL_TASK_STORAGE_PATH"] = folder / "state";
    auto const end = support::run(run);
    BOOST_TEST(end.code == 1);
    BOOST_TEST(end.out == std::to_string(std::string(value).size()) + "\n");
    auto const task = p.task();
    BOOST_TEST(text_at(task, "/error_details/message") == "RuntimeError: refused: ***");
    BOOST_TEST(holds(text_at(task, "/error_details/last_output"), "***"));
    BOOST_TEST(holds(text_at(task, "/error_stack"), "refused: ***"));
    auto const own = end.err.find("task-agent: ");
    BOOST_REQUIRE(own != std::string::npos);
    std::vector<std::string> said = {end.err.substr(own), support::read_file(summary),
                                     support::read_file(folder / "log")};
    for (auto const& entry : std::filesystem::recursive_directory_iterator(folder / "state")) {
        if (entry.is_regular_file()) said.push_back(support::read_file(entry.path()));
    }
    BOOST_TEST(said.size() > 3U, "the journal was looked at");
    for (auto const& e : p.recorder().exchanges())
        said.push_back(e.request.target + e.request.body);
    for (auto const& text : said)
        BOOST_TEST(!holds(text, value), text);
}

BOOST_AUTO_TEST_CASE(a_secret_is_asked_for_once_before_active_in_the_name_of_the_effective_principal) {
    platform p;
    serve(p, [](auto const&) { return secret(value); });
    BOOST_TEST(support::run(run_with_secret(p, {}, {"true"})).code == 0);
    auto const all = p.recorder().exchanges();
    BOOST_REQUIRE(!all.empty());
    BOOST_TEST(all.front().request.target == secret_path);
    BOOST_TEST(asked_for_secrets(p).size() == 1U);
    auto const& request = all.front().request;
    BOOST_TEST(request.header("x-nmp-principal-id").value_or("") == "service:jobs");
    BOOST_TEST(request.header("x-nmp-principal-on-behalf-of").value_or("") == "ann");
    BOOST_TEST(request.header("x-nmp-principal-on-behalf-of-email").value_or("") == "a@x");
    BOOST_TEST(request.header("x-nmp-principal-on-behalf-of-groups").value_or("") == "g,h");
    BOOST_TEST(p.recorder().connections() <= 3U, "the fetch's own is closed before the run's two");
}

BOOST_AUTO_TEST_CASE(the_other_familys_names_and_headers_serve_as_well) {
    platform p;
    serve(p, [](auto const&) { return secret(value); });
    auto run = p.run({}, shell("test $HF_TOKEN = " + std::string(value)));
    run.env.erase("NMP_JOBS_URL");
    run.env["NHX_BASE_URL"] = "http://127.0.0.1:9";
    run.env["NHX_JOBS_URL"] = run.env["NHX_SECRETS_URL"] = p.recorder().url();
    run.env["NEMO_JOB_SECRETS"] = "HF_TOKEN=default/hf-token";
    run.env["NHX_PRINCIPAL"] = R"({"id":"ann"})";
    BOOST_TEST(support::run(run).code == 0);
    auto const asked = asked_for_secrets(p);
    BOOST_REQUIRE(asked.size() == 1U);
    BOOST_TEST(asked.front().header("x-nhx-principal-id").value_or("") == "service:jobs");
    BOOST_TEST(asked.front().header("x-nhx-principal-on-behalf-of").value_or("") == "ann");
    BOOST_TEST(!asked.front().header("x-nmp-principal-id").has_value());
}

BOOST_AUTO_TEST_CASE(any_text_arrives_byte_for_byte_and_the_last_of_a_name_wins) {
    platform p;
    std::string const odd =
        "line one\nit's \"two\" \\ $HOME `x`\n\tgr\xc3\xbc\xc3\x9f"
        "e \xf0\x9f\x94\x91 = , /\n";
    serve(p, [&](http_request const& request) {
        if (holds(request.target, "/odd/")) return secret(odd);
        return secret(holds(request.target, "/empty/") ? "" : "plain");
    });
    temp_dir const folder;
    auto run = p.run(
        {}, {"sh", "-c",
             "printf %s \"$ODD\" >" + (folder / "odd") + "; env | grep -c ^EMPTY=$; env | grep ^TWICE="});
    run.env["NEMO_JOB_SECRETS"] =
        " ODD = default/odd , EMPTY=default/empty,, TWICE=default/empty,TWICE=default/last,";
    run.env["EMPTY"] = "not";
    auto const end = support::run(run);
    BOOST_TEST(end.code == 0);
    BOOST_TEST(end.out == "1\nTWICE=plain\n");
    BOOST_TEST(support::read_file(folder / "odd") == odd);
}

BOOST_AUTO_TEST_CASE(each_line_of_a_value_is_masked) {
    platform p;
    serve(p, [](auto const&) { return secret("-----BEGIN KEY-----\nMIIEvQIBADANBg\n-----END KEY-----\n"); });
    auto const end = support::run(run_with_secret(p, {}, shell("echo got MIIEvQIBADANBg >&2; exit 2")));
    BOOST_TEST(end.code == 2);
    BOOST_TEST(text_at(p.task(), "/error_stack") == "got ***\n");
}

BOOST_AUTO_TEST_CASE(an_empty_list_asks_for_nothing) {
    platform p;
    for (auto const* list : {"", " , "}) {
        auto run = p.run({}, {"true"});
        run.env["NEMO_JOB_SECRETS"] = list;
        BOOST_TEST(support::run(run).code == 0);
    }
    BOOST_TEST(asked_for_secrets(p).empty());
}

BOOST_AUTO_TEST_CASE(a_secret_that_is_missing_ends_the_run_before_it_begins) {
    platform p;
    auto const run = run_with_secret(p, {}, shell("echo started"));
    check_failed_start(p, run,
                       "cannot get the secret default/hf-token for HF_TOKEN from " + p.recorder().url() +
                           ": HTTP 404: Secret default/hf-token not found");
    BOOST_TEST(asked_for_secrets(p).size() == 1U);
}

BOOST_AUTO_TEST_CASE(a_refusal_and_a_nonsense_answer_end_it_too_without_a_value) {
    struct {
        http_answer answer;
        std::string why;
    } const cases[] = {
        {json_answer(403, R"({"detail":"Forbidden"})"), "HTTP 403: Forbidden"},
        {{200, "{\"value\": \"hf_q8ZkPw3nLr7v", {}}, "the answer is no JSON object"},
        {json_answer(200, R"({"val":"hf_q8ZkPw3nLr7v"})"), "the answer holds no text \"value\""}};
    for (auto const& c : cases) {
        platform p;
        serve(p, [&](auto const&) { return c.answer; });
        check_failed_start(
            p, run_with_secret(p, {}, shell("echo started")),
            "cannot get the secret default/hf-token for HF_TOKEN from " + p.recorder().url() + ": " + c.why);
        for (auto const& update : p.updates())
            BOOST_TEST(!holds(json::serialize(update), value));
    }
}

BOOST_AUTO_TEST_CASE(a_user_gets_no_secret_from_the_dev_server) {
    dev_server const secrets({"--secret", std::string("default/hf-token=") + value});
    auto const as_user =
        support::call(secrets.port(), {"GET", secret_path, {{"X-NMP-Principal-Id", "ann"}}, ""});
    BOOST_TEST(as_user.status == 403);
    auto const as_nobody = support::call(secrets.port(), {"GET", secret_path, {}, ""});
    BOOST_TEST(as_nobody.status == 401);
}

BOOST_AUTO_TEST_CASE(a_list_that_breaks_the_grammar_ends_it_and_does_not_repeat_what_stands_behind_the_name) {
    platform p;
    auto run = p.run({}, shell("echo started"));
    run.env["NEMO_JOB_SECRETS"] = std::string("A=default/a,HF_TOKEN=") + value;
    check_failed_start(
        p, run,
        "NEMO_JOB_SECRETS (platform): entry 2 (HF_TOKEN) has no '/' behind the '='; allowed is "
        "ENV=workspace/secret,ENV2=workspace/secret2");
    for (auto const& update : p.updates())
        BOOST_TEST(!holds(json::serialize(update), value));
    BOOST_TEST(asked_for_secrets(p).empty());
}

BOOST_AUTO_TEST_CASE(without_a_server_for_them_it_says_which_is_missing) {
    support::command run{{agent(), "run", "--", "true"}, plain_environment()};
    run.env["NEMO_JOB_SECRETS"] = "A=w/s";
    auto const end = support::run(run);
    BOOST_TEST(end.code == 125);
    BOOST_TEST(
        holds(end.err,
              "NEMO_JOB_SECRETS (platform): no server is known for secrets: give --secrets-url URL, or set "
              "NMP_SECRETS_URL or NMP_BASE_URL"));
}

BOOST_AUTO_TEST_CASE(a_server_that_comes_up_late_delays_the_start_and_no_more) {
    support::closed_port closed;
    platform p;
    auto run = run_with_secret(p, {}, shell("test $HF_TOKEN = " + std::string(value)));
    run.env["NMP_SECRETS_URL"] = closed.url();
    process agent_run(run);
    agent_run.wait_for_error("the start waits for the secret default/hf-token for HF_TOKEN");
    std::this_thread::sleep_for(2s);  // the outage itself, whose length is the point
    BOOST_TEST(p.updates().empty());
    support::recording_server const late([](auto const&) { return answered(secret(value)); },
                                         closed.release());
    auto const end = agent_run.wait();
    BOOST_TEST(end.code == 0);
    BOOST_TEST(p.task_status() == "completed");
}

BOOST_AUTO_TEST_CASE(a_server_that_stays_silent_or_busy_is_given_up_at_the_time_limit) {
    support::recording_server const silent([](auto const&) { return answered(); });
    support::recording_server const busy([](auto const&) { return answered(json_answer(503, "{}")); });
    struct {
        std::string url;
        std::string why;
    } const cases[] = {{silent.url(), silent.url() + ": timed out"}, {busy.url(), "HTTP 503"}};
    for (auto const& c : cases) {
        platform p;
        auto run = run_with_secret(p, {"--fetch-timeout=700ms"}, shell("echo started"));
        run.env["NMP_SECRETS_URL"] = c.url;
        auto const began = support::steady::now();
        check_failed_start(
            p, run,
            "cannot get the secret default/hf-token for HF_TOKEN from " + c.url + " within 700ms: " + c.why);
        BOOST_TEST((support::steady::now() - began < 10s));
    }
}

BOOST_AUTO_TEST_CASE(a_signal_ends_the_waiting_and_the_platform_is_told) {
    support::recording_server const silent([](auto const&) { return answered(); });
    for (int const number : {SIGTERM, SIGINT}) {
        platform p;
        auto run = run_with_secret(p, {}, shell("echo started"));
        run.env["NMP_SECRETS_URL"] = silent.url();
        process agent_run(run);
        BOOST_REQUIRE(
            silent.wait_until([&](auto const& all) { return all.size() == (number == SIGTERM ? 1U : 2U); }));
        auto const began = support::steady::now();
        agent_run.signal(number);
        auto const end = agent_run.wait();
        BOOST_TEST(end.code == 128 + number);
        BOOST_TEST(end.out == "");
        BOOST_TEST((support::steady::now() - began < 5s));
        BOOST_TEST(p.task_status() == "error");
        BOOST_TEST(text_at(p.task(), "/error_details/reason") == "stopped_externally");
    }
}

BOOST_AUTO_TEST_CASE(a_cancel_of_the_platform_while_it_waits_is_a_cancel) {
    support::recording_server const silent([](auto const&) { return answered(); });
    platform p;
    auto run = run_with_secret(p, {}, shell("echo started"));
    run.env["NMP_SECRETS_URL"] = silent.url();
    process agent_run(run);
    BOOST_REQUIRE(silent.wait_until([](auto const& all) { return all.size() == 1; }));
    p.set_step("active");
    p.cancel();
    agent_run.signal(SIGTERM);
    BOOST_TEST(agent_run.wait().code == 0);
    BOOST_TEST(p.task_status() == "cancelled");
}

BOOST_AUTO_TEST_CASE(the_time_limit_of_the_workload_counts_from_its_start) {
    platform p;
    auto began = support::steady::now();
    serve(p, [&](auto const&) {
        return support::steady::now() - began < 1s ? json_answer(503, "{}") : secret(value);
    });
    began = support::steady::now();
    auto const end = support::run(run_with_secret(p, {"--timeout=900ms"}, {"sleep", "0.2"}));
    BOOST_TEST(end.code == 0);
}

BOOST_AUTO_TEST_CASE(an_agent_inside_the_one_that_fetched_does_not_ask_again) {
    platform p;
    serve(p, [](auto const&) { return secret(value); });
    auto const end = support::run(
        run_with_secret(p, {}, {agent(), "run", "--", "sh", "-c", "echo with $HF_TOKEN >&2; exit 4"}));
    BOOST_TEST(end.code == 4);
    BOOST_TEST(asked_for_secrets(p).size() == 1U);
    BOOST_TEST(text_at(p.task(), "/error_stack") == "with ***\n");
}

BOOST_AUTO_TEST_CASE(an_unprivileged_agent_starts_its_workload_just_so) {
    if (::geteuid() != 0) return;
    platform p;
    serve(p, [](auto const&) { return secret(value); });
    auto run = run_with_secret(p, {}, shell("test ${#HF_TOKEN} = 15; ls /proc/self/fd | wc -l"));
    std::vector<std::string> const as_nobody = {"/usr/bin/setpriv", "--reuid=65534", "--regid=65534",
                                                "--clear-groups"};
    run.argv.insert(run.argv.begin(), as_nobody.begin(), as_nobody.end());
    auto const bare = support::run({{"/bin/sh", "-c", "ls /proc/self/fd | wc -l"}, run.env});
    auto const end = support::run(run);
    BOOST_TEST(end.code == 0);
    BOOST_TEST(end.out == bare.out, "no connection of the fetch is left to the workload");
    BOOST_TEST(end.err == "");
}

BOOST_AUTO_TEST_CASE(the_steps_config_is_there_when_the_workload_starts) {
    platform p;
    temp_dir const folder;
    auto const path = folder / "config/job_step_config.json";
    auto run = p.run({"--fetch-step-config"}, {"cat", path});
    run.env["NEMO_JOB_STEP_CONFIG_FILE_PATH"] = path;
    p.instead = [](http_request const& request) -> answered {
        if (request.method != "GET" || !request.target.ends_with("/steps/train")) return std::nullopt;
        return json_answer(
            200,
            R"({"name":"train","config":{"_step_spec_name":"train","lr":1e-5,"big":123456789012345678901}})");
    };
    auto const end = support::run(run);
    BOOST_TEST(end.code == 0);
    BOOST_TEST(end.out == R"({"lr": 1e-5, "big": 123456789012345678901})");
    struct stat facts {};
    BOOST_REQUIRE(::stat(path.c_str(), &facts) == 0);
    BOOST_TEST((facts.st_mode & 07777U) == 0600U);
}

BOOST_AUTO_TEST_CASE(the_dev_server_has_a_config_for_its_step) {
    platform p;
    temp_dir const folder;
    auto const path = folder / "c.json";
    BOOST_TEST(support::run(p.run({"--fetch-step-config", "--step-config-file", path}, {"true"})).code == 0);
    BOOST_TEST(support::read_file(path) == "{}");
    auto const plain = folder / "none.json";
    BOOST_TEST(support::run(p.run({"--step-config-file", plain}, {"true"})).code == 0);
    BOOST_TEST(!std::filesystem::exists(plain));
}

BOOST_AUTO_TEST_CASE(a_config_that_cannot_be_had_or_kept_ends_the_run) {
    platform p;
    temp_dir const folder;
    support::write_file(folder / "file", "");
    auto const place = folder / "file/config.json";
    check_failed_start(p, p.run({"--fetch-step-config", "--step-config-file", place}, shell("echo started")),
                       "the step's config is missing: cannot make " + place + ": Not a directory");
    platform other;
    auto const run =
        other.run({"--fetch-step-config", "--step-config-file", folder / "c.json"}, shell("echo started"));
    other.instead = [](http_request const& request) -> answered {
        if (request.method != "GET" || !request.target.ends_with("/steps/train")) return std::nullopt;
        return json_answer(404, R"({"detail":"Job step not found"})");
    };
    check_failed_start(other, run,
                       "cannot get the config of step train of job default/" + other.job() +
                           ": HTTP 404: Job step not found");
    auto const nameless = other.run({"--fetch-step-config"}, shell("echo started"));
    check_failed_start(other, nameless,
                       "--fetch-step-config: no file is known: give --step-config-file FILE, or set "
                       "NEMO_JOB_STEP_CONFIG_FILE_PATH");
}

BOOST_AUTO_TEST_CASE(run_dev_hands_on_what_is_wanted) {
    dev_server const secrets({"--secret", std::string("default/hf-token=") + value});
    temp_dir const folder;
    support::command run{
        {agent(), "run", "--dev", "--secrets=HF_TOKEN=default/hf-token", "--fetch-step-config", "--", "sh",
         "-c", "echo ${#HF_TOKEN}; cat " + (folder / "c.json")},
        plain_environment()};
    run.env["NMP_SECRETS_URL"] = secrets.url();
    run.env["NEMO_JOB_STEP_CONFIG_FILE_PATH"] = folder / "c.json";
    auto const end = support::run(run);
    BOOST_TEST(end.code == 0);
    BOOST_TEST(end.out.starts_with("15\n{}"), end.out);
}

BOOST_AUTO_TEST_SUITE_END()

#include "task_agent/config/loader.hpp"

#include <boost/test/unit_test.hpp>

namespace ta = task_agent;

using texts = std::vector<std::string>;

namespace {

ta::load_request run_request() {
    ta::load_request request;
    request.command = ta::command_set::run;
    return request;
}

ta::config_file file(std::vector<ta::config_entry> entries) {
    return {"/c.json", std::move(entries)};
}

// Judges as the real check does where it matters here: http:// alone passes.
std::string only_http(std::string_view url) {
    return url.starts_with("http://") ? "" : "not a base URL; allowed are http://HOST:PORT";
}

}  // namespace

BOOST_AUTO_TEST_SUITE(loader_tests)

BOOST_AUTO_TEST_CASE(each_source_gives_way_to_the_next_higher_one) {
    auto request = run_request();
    auto const now = [&] {
        auto const loaded = ta::load_options(request);
        BOOST_TEST(loaded.problems.empty());
        auto const& value = loaded.at("jobs-url");
        return value.text + " from " + ta::to_text(value.source) + " " + value.source.name;
    };
    BOOST_TEST(now() == " from default ");
    request.file = file({{"jobs-url", "http://file"}});
    BOOST_TEST(now() == "http://file from /c.json /c.json");
    request.env = ta::environment({"NMP_BASE_URL=http://base"});
    BOOST_TEST(now() == "http://base from platform NMP_BASE_URL");
    request.env = ta::environment({"NMP_BASE_URL=http://base", "NMP_JOBS_URL=http://jobs"});
    BOOST_TEST(now() == "http://jobs from platform NMP_JOBS_URL");
    request.env = ta::environment({"NMP_JOBS_URL=http://jobs", "TASK_AGENT_JOBS_URL=http://env"});
    BOOST_TEST(now() == "http://env from environment TASK_AGENT_JOBS_URL");
    request.flags = {{"jobs-url", "http://first"}, {"jobs-url", "http://last"}};
    BOOST_TEST(now() == "http://last from flag --jobs-url");
}

BOOST_AUTO_TEST_CASE(an_explicit_empty_value_turns_a_platform_value_off) {
    auto request = run_request();
    request.env = ta::environment({"NMP_JOBS_URL=http://jobs", "TASK_AGENT_JOBS_URL="});
    BOOST_TEST(ta::load_options(request).at("jobs-url").text == "");
}

BOOST_AUTO_TEST_CASE(an_empty_platform_variable_counts_as_unset) {
    auto request = run_request();
    request.env = ta::environment({"NMP_JOBS_URL=", "NMP_BASE_URL=http://base", "NEMO_JOB_ID="});
    auto const loaded = ta::load_options(request);
    BOOST_TEST(loaded.at("jobs-url").text == "http://base");
    BOOST_TEST((loaded.at("job").source.kind == ta::source_kind::fallback));
    BOOST_TEST(loaded.warnings.empty());
}

BOOST_AUTO_TEST_CASE(the_platforms_identity_variables_are_read) {
    auto request = run_request();
    request.env = ta::environment({"NEMO_JOB_WORKSPACE=w", "NEMO_JOB_ID=j", "NEMO_JOB_STEP=s",
                                   "NEMO_JOB_TASK=t", "NEMO_JOB_ATTEMPT_ID=a", "NMP_PRINCIPAL={}"});
    auto const loaded = ta::load_options(request);
    texts const got = {loaded.at("workspace").text,  loaded.at("job").text,
                       loaded.at("step").text,       loaded.at("task").text,
                       loaded.at("attempt-id").text, loaded.at("principal").text};
    BOOST_TEST(got == (texts{"w", "j", "s", "t", "a", "{}"}), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(all_mistakes_of_all_sources_are_told_at_once_each_with_its_source) {
    auto request = run_request();
    request.check_url = only_http;
    request.file = file({{"stop-grcae", "1s"}, {"pipe-size", "big"}, {"dev", "true"}, {"config", "/x"}});
    request.env = ta::environment({"TASK_AGENT_STOP_GRACE=x", "TASK_AGENT_STOP_GARCE=1s",
                                   "TASK_AGENT_NONSENSE=secret", "TASK_AGENT_JOBS_URL=ftp://me:pw@h"});
    request.flags = {{"stop-grace", "8x"}, {"stop-exit", "one"}};
    texts const expected = {
        "key \"stop-grcae\" in /c.json: no such option; did you mean \"stop-grace\"?",
        "key \"pipe-size\" in /c.json: \"big\" is not a size; allowed are values like 65536, 64KiB, 1MiB",
        "key \"dev\" in /c.json: \"true\" is a string; allowed are true and false",
        "key \"config\" in /c.json: not allowed in a config file; allowed is the flag or the environment "
        "variable",
        "TASK_AGENT_STOP_GRACE=\"x\" (environment): not a duration; allowed are values like 250ms, 8s, 1m30s",
        "TASK_AGENT_STOP_GARCE (environment): no such option; did you mean TASK_AGENT_STOP_GRACE?",
        "TASK_AGENT_NONSENSE (environment): no such option; allowed are the names that `task-agent help run` "
        "lists",
        "TASK_AGENT_JOBS_URL=\"ftp://***@h\" (environment): not a base URL; allowed are http://HOST:PORT",
        "--stop-grace \"8x\" (flag): not a duration; allowed are values like 250ms, 8s, 1m30s",
        "--stop-exit \"one\" (flag): no such choice; allowed are zero, workload"};
    BOOST_TEST(ta::load_options(request).problems == expected, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_mistake_is_told_even_where_a_higher_source_decides) {
    auto request = run_request();
    request.file = file({{"stop-grace", "x"}});
    request.flags = {{"stop-grace", "1s"}};
    BOOST_TEST(ta::load_options(request).problems.size() == 1U);
}

BOOST_AUTO_TEST_CASE(a_malformed_platform_variable_is_a_warning_and_the_next_one_is_asked) {
    auto request = run_request();
    request.check_url = only_http;
    request.env = ta::environment({"NMP_JOBS_URL=gopher://me:pw@h", "NMP_BASE_URL=http://base"});
    auto const loaded = ta::load_options(request);
    BOOST_TEST(loaded.problems.empty());
    BOOST_TEST(
        loaded.warnings == (texts{"NMP_JOBS_URL=\"gopher://***@h\" (platform) is ignored: not a base URL; "
                                  "allowed are http://HOST:PORT"}),
        boost::test_tools::per_element());
    BOOST_TEST(loaded.at("jobs-url").text == "http://base");
}

BOOST_AUTO_TEST_CASE(json_types_must_fit_the_option) {
    using enum ta::config_kind;
    auto request = run_request();
    request.file = file({{"dev", "true", boolean},
                         {"stop-grace", "1.5", number},
                         {"pipe-size", "0", number},
                         {"job", "x", text}});
    auto loaded = ta::load_options(request);
    BOOST_TEST(loaded.problems.empty());
    BOOST_TEST(loaded.at("dev").text == "true");
    BOOST_TEST(loaded.at("stop-grace").text == "1.5");

    request.file = file({{"dev", "1", number}, {"stop-grace", "true", boolean}, {"job", "5", number}});
    loaded = ta::load_options(request);
    texts const expected = {"key \"dev\" in /c.json: \"1\" is a number; allowed are true and false",
                            "key \"stop-grace\" in /c.json: \"true\" is a boolean; allowed is a string",
                            "key \"job\" in /c.json: \"5\" is a number; allowed is a string"};
    BOOST_TEST(loaded.problems == expected, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_file_or_environment_made_for_run_serves_the_client_commands_too) {
    auto request = run_request();
    request.command = ta::command_set::status;
    request.file = file({{"stop-grace", "1s"}, {"workspace", "w"}});
    request.env = ta::environment({"TASK_AGENT_PIPE_SIZE=0"});
    auto loaded = ta::load_options(request);
    BOOST_TEST(loaded.problems.empty());
    BOOST_TEST(loaded.at("workspace").text == "w");
    for (auto const& value : loaded.values)
        BOOST_TEST(value.option->name != "stop-grace");

    // strict all the same
    request.file = file({{"stop-grace", "x"}});
    BOOST_TEST(ta::load_options(request).problems.size() == 1U);
}

BOOST_AUTO_TEST_CASE(the_channel_of_an_outer_agent_is_no_option) {
    auto request = run_request();
    request.env =
        ta::environment({"TASK_AGENT_SOCKET=/s", "TASK_AGENT_STATUS_FILE=/f", "TASK_AGENT_CONFIG=/c"});
    auto const loaded = ta::load_options(request);
    BOOST_TEST(loaded.problems.empty());
    BOOST_TEST(loaded.at("config").text == "/c");
}

BOOST_AUTO_TEST_CASE(what_kubernetes_injects_for_a_service_of_our_name_is_no_option) {
    auto request = run_request();
    texts entries = {"TASK_AGENT_SERVICE_HOST=10.0.0.1", "TASK_AGENT_SERVICE_PORT=80",
                     "TASK_AGENT_SERVICE_PORT_HTTP=80", "TASK_AGENT_PORT=tcp://10.0.0.1:80",
                     "TASK_AGENT_PORT_80_TCP=tcp://10.0.0.1"};
    request.env = ta::environment(entries);
    BOOST_TEST(ta::load_options(request).problems.size() == entries.size());
    entries.emplace_back("KUBERNETES_SERVICE_HOST=10.0.0.2");
    request.env = ta::environment(entries);
    BOOST_TEST(ta::load_options(request).problems.empty());
}

BOOST_AUTO_TEST_CASE(a_variable_that_stands_twice_counts_as_getenv_reads_it) {
    auto request = run_request();
    request.env = ta::environment({"TASK_AGENT_JOB=first", "TASK_AGENT_JOB=second"});
    BOOST_TEST(ta::load_options(request).at("job").text == "first");
}

BOOST_AUTO_TEST_CASE(the_family_is_nhx_only_when_it_stands_alone_and_only_its_names_are_read) {
    auto const family = [](texts entries) { return ta::family_of(ta::environment(std::move(entries))); };
    BOOST_TEST((family({}) == ta::api_family::nmp));
    BOOST_TEST((family({"NMP_JOBS_URL=u"}) == ta::api_family::nmp));
    BOOST_TEST((family({"NHX_JOBS_URL=u"}) == ta::api_family::nhx));
    BOOST_TEST((family({"NHX_WORKLOAD_IDENTITY_TOKEN_FILE=f"}) == ta::api_family::nhx));
    BOOST_TEST((family({"NHX_JOBS_URL=u", "NMP_BASE_URL=u"}) == ta::api_family::nmp));
    BOOST_TEST((family({"NHX_JOBS_URL=u", "NMP_BASE_URL="}) == ta::api_family::nhx));
    BOOST_TEST((family({"NHX_JOBS_URL=u", "NMP_CONFIG_WARNINGS_DISABLED=1"}) == ta::api_family::nhx));
    BOOST_TEST((family({"NHX_JOBS_URL="}) == ta::api_family::nmp));

    auto request = run_request();
    request.env = ta::environment({"NHX_JOBS_URL=http://nhx", "NMP_BASE_URL=http://nmp"});
    auto loaded = ta::load_options(request);
    BOOST_TEST((loaded.family == ta::api_family::nmp));
    BOOST_TEST(loaded.at("jobs-url").text == "http://nmp");
    request.env = ta::environment({"NHX_JOBS_URL=http://nhx"});
    loaded = ta::load_options(request);
    BOOST_TEST((loaded.family == ta::api_family::nhx));
    BOOST_TEST(loaded.at("jobs-url").text == "http://nhx");
}

BOOST_AUTO_TEST_CASE(secret_values_stay_out_of_every_sentence) {
    auto request = run_request();
    request.file = file({{"principal", "sesame", ta::config_kind::number}});
    auto const loaded = ta::load_options(request);
    BOOST_TEST(
        loaded.problems == (texts{"key \"principal\" in /c.json: \"***\" is a number; allowed is a string"}),
        boost::test_tools::per_element());
}

BOOST_AUTO_TEST_SUITE_END()

#include "task_agent/config/make_settings.hpp"

#include <boost/test/unit_test.hpp>

#include <csignal>

namespace ta = task_agent;
using namespace std::chrono_literals;

namespace {

ta::run_settings made_from(std::vector<ta::flag_text> flags, ta::environment env = {},
                           std::uint64_t seed = 1) {
    auto const loaded =
        ta::load_options({.command = ta::command_set::run, .flags = std::move(flags), .env = std::move(env)});
    for (auto const& problem : loaded.problems)
        BOOST_FAIL(problem);
    ta::jitter random(seed);
    return ta::make_run_settings(loaded, random);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(make_settings_tests)

BOOST_AUTO_TEST_CASE(with_nothing_said_the_table_and_the_struct_agree_on_the_defaults) {
    ta::run_settings const plain;
    auto const made = made_from({});
    BOOST_TEST(made.platform.jobs_url == "");
    BOOST_TEST((made.platform.family == ta::api_family::nmp));
    BOOST_TEST(made.platform.principal_json == "");
    BOOST_TEST(!made.id.is_complete());
    BOOST_TEST(made.require_platform == plain.require_platform);
    BOOST_TEST(made.own_step == plain.own_step);
    BOOST_TEST(made.dev == plain.dev);
    BOOST_TEST(made.secrets == plain.secrets);
    BOOST_TEST(made.platform.secrets_url == "");
    BOOST_TEST(made.fetch_step_config == plain.fetch_step_config);
    BOOST_TEST(made.step_config_file == plain.step_config_file);
    BOOST_TEST((made.fetch_timeout == plain.fetch_timeout));
    BOOST_TEST((made.control_interval == plain.control_interval));
    BOOST_TEST((made.stop_grace == plain.stop_grace));
    BOOST_TEST(made.working_directory == plain.working_directory);
    BOOST_TEST((made.user == plain.user));
    BOOST_TEST((made.timeout == plain.timeout));
    BOOST_TEST((made.stop_sequence == plain.stop_sequence));
    BOOST_TEST((made.stop_budget == plain.stop_budget));
    BOOST_TEST(made.kill_orphan == plain.kill_orphan);
    BOOST_TEST(made.stop_leftovers == plain.stop_leftovers);
    BOOST_TEST((made.final_timeout == plain.final_timeout));
    BOOST_TEST((made.stop_code == plain.stop_code));
    BOOST_TEST(made.error_stack_limit == plain.error_stack_limit);
    BOOST_TEST(made.failure_rules == plain.failure_rules);
    BOOST_TEST((made.tail == plain.tail));
    BOOST_TEST(made.termination_log == plain.termination_log);
    BOOST_TEST(made.pipe_size == plain.pipe_size);
    BOOST_TEST(made.log_target == plain.log_target);
    BOOST_TEST((made.level == plain.level));
}

BOOST_AUTO_TEST_CASE(every_flag_reaches_its_field) {
    auto const made = made_from({{"jobs-url", "http://j"},
                                 {"ca-file", "/ca"},
                                 {"client-cert", "/cc"},
                                 {"client-key", "/ck"},
                                 {"principal", "{}"},
                                 {"workspace", "w"},
                                 {"job", "j"},
                                 {"step", "s"},
                                 {"task", "t"},
                                 {"attempt-id", "a"},
                                 {"require-platform", "true"},
                                 {"own-step", "true"},
                                 {"secrets", "A=w/s"},
                                 {"secrets-url", "http://s"},
                                 {"fetch-step-config", "true"},
                                 {"step-config-file", "/c.json"},
                                 {"fetch-timeout", "7s"},
                                 {"control-interval", "0"},
                                 {"stop-grace", "1m30s"},
                                 {"stop-budget", "2m"},
                                 {"workdir", "/w"},
                                 {"user", "7:8"},
                                 {"timeout", "3h"},
                                 {"stop-sequence", "USR1:30s,TERM:8s"},
                                 {"orphan", "leave"},
                                 {"leftovers", "leave"},
                                 {"final-timeout", "250ms"},
                                 {"stop-exit", "workload"},
                                 {"error-stack-limit", "2K"},
                                 {"failure-rules", "/r"},
                                 {"report-tail", "off"},
                                 {"termination-log", "off"},
                                 {"pipe-size", "0"},
                                 {"log", "/l"},
                                 {"log-level", "debug"}});
    BOOST_TEST(made.platform.jobs_url == "http://j");
    BOOST_TEST(made.platform.ca_file == "/ca");
    BOOST_TEST(made.platform.ca_file_source == "--ca-file");
    BOOST_TEST(made.platform.client_cert == "/cc");
    BOOST_TEST(made.platform.client_key == "/ck");
    BOOST_TEST(made.platform.principal_json == "{}");
    BOOST_TEST(made.id.workspace == "w");
    BOOST_TEST(made.id.job == "j");
    BOOST_TEST(made.id.step == "s");
    BOOST_TEST(made.id.task == "task-t");
    BOOST_TEST(made.id.attempt_id == "a");
    BOOST_TEST(made.require_platform);
    BOOST_TEST(made.own_step);
    BOOST_TEST(!made.dev);
    BOOST_TEST(made.secrets == "A=w/s");
    BOOST_TEST(made.secrets_source == "--secrets (flag)");
    BOOST_TEST(made.platform.secrets_url == "http://s");
    BOOST_TEST(made.fetch_step_config);
    BOOST_TEST(made.step_config_file == "/c.json");
    BOOST_TEST((made.fetch_timeout == 7s));
    BOOST_TEST((made.control_interval == 0s));
    BOOST_TEST((made.stop_grace == 90s));
    BOOST_TEST((made.stop_budget == 2min));
    BOOST_TEST(made.working_directory == "/w");
    BOOST_TEST((made.user == ta::user_ids{7, 8}));
    BOOST_TEST((made.timeout == 3h));
    BOOST_TEST((made.stop_sequence == std::vector<ta::stop_rung>{{SIGUSR1, 30s}, {SIGTERM, 8s}}));
    BOOST_TEST(!made.kill_orphan);
    BOOST_TEST(!made.stop_leftovers);
    BOOST_TEST((made.final_timeout == 250ms));
    BOOST_TEST((made.stop_code == ta::stop_exit::workload));
    BOOST_TEST(made.error_stack_limit == 2048U);
    BOOST_TEST(made.failure_rules == "/r");
    BOOST_TEST((made.tail == ta::report_tail_mode::off));
    BOOST_TEST(made.termination_log == "off");
    BOOST_TEST(made.pipe_size == 0U);
    BOOST_TEST(made.log_target == "/l");
    BOOST_TEST((made.level == ta::log_level::debug));
}

BOOST_AUTO_TEST_CASE(every_word_of_a_choice_has_its_value) {
    BOOST_TEST((made_from({{"report-tail", "auto"}}).tail == ta::report_tail_mode::automatic));
    BOOST_TEST((made_from({{"report-tail", "on"}}).tail == ta::report_tail_mode::on));
    for (auto level : {ta::log_level::off, ta::log_level::error, ta::log_level::warn, ta::log_level::info,
                       ta::log_level::debug}) {
        BOOST_TEST((made_from({{"log-level", std::string(ta::to_text(level))}}).level == level));
    }
}

BOOST_AUTO_TEST_CASE(dev_implies_owning_the_step) {
    BOOST_TEST(made_from({{"dev", "true"}}).own_step);
}

BOOST_AUTO_TEST_CASE(a_pod_uid_becomes_the_controllers_task_name_and_a_whole_name_stays) {
    BOOST_TEST(made_from({}, ta::environment({"NEMO_JOB_TASK=0af3-1"})).id.task == "task-0af3-1");
    BOOST_TEST(made_from({}, ta::environment({"NEMO_JOB_TASK=task-9"})).id.task == "task-9");
}

BOOST_AUTO_TEST_CASE(a_missing_task_name_is_made_up_of_32_hex_digits_and_differs_between_agents) {
    std::string const name = made_from({}, {}, 1).id.task;
    BOOST_TEST(name.size() == 37U);
    BOOST_TEST(name.starts_with("task-"));
    BOOST_TEST(name.find_first_not_of("0123456789abcdef", 5) == std::string::npos);
    BOOST_TEST(name.substr(5, 16) != name.substr(21));
    BOOST_TEST(name == made_from({}, {}, 1).id.task);
    BOOST_TEST(name != made_from({}, {}, 2).id.task);
}

BOOST_AUTO_TEST_CASE(client_commands_get_the_platform_and_the_workspace) {
    auto const loaded =
        ta::load_options({.command = ta::command_set::status,
                          .env = ta::environment({"NHX_BASE_URL=http://b", "NEMO_JOB_WORKSPACE=w",
                                                  "NHX_PRINCIPAL={\"id\":\"x\"}"})});
    auto const made = ta::make_client_settings(loaded);
    BOOST_TEST(made.platform.jobs_url == "http://b");
    BOOST_TEST((made.platform.family == ta::api_family::nhx));
    BOOST_TEST(made.platform.principal_json == "{\"id\":\"x\"}");
    BOOST_TEST(made.workspace == "w");
}

BOOST_AUTO_TEST_CASE(the_state_dir_is_the_one_named_else_a_folder_of_its_own_in_the_platforms_storage) {
    ta::environment const storage({"NEMO_JOB_EPHEMERAL_TASK_STORAGE_PATH=/scratch"});
    auto made = made_from({});
    BOOST_TEST(made.state_dir.path == "");
    made = made_from({}, storage);
    BOOST_TEST(made.state_dir.path == "/scratch/.task-agent");
    BOOST_TEST(!made.state_dir.was_asked_for);
    made = made_from({{"state-dir", "/own"}}, storage);
    BOOST_TEST(made.state_dir.path == "/own");
    BOOST_TEST(made.state_dir.was_asked_for);
    made = made_from({}, ta::environment({"NEMO_JOB_EPHEMERAL_TASK_STORAGE_PATH="}));
    BOOST_TEST(made.state_dir.path == "");
}

BOOST_AUTO_TEST_CASE(secrets_come_from_either_familys_server_and_else_from_the_base_url) {
    using entries = std::vector<std::string>;
    auto const url_with = [](entries with) {
        return made_from({}, ta::environment(std::move(with))).platform.secrets_url;
    };
    BOOST_TEST(url_with({"NMP_BASE_URL=http://b", "NMP_SECRETS_URL=http://s"}) == "http://s");
    BOOST_TEST(url_with({"NMP_BASE_URL=http://b", "NMP_JOBS_URL=http://j"}) == "http://b");
    BOOST_TEST(url_with({"NHX_BASE_URL=http://b", "NHX_SECRETS_URL=http://s"}) == "http://s");
    BOOST_TEST(url_with({"NHX_BASE_URL=http://b"}) == "http://b");
    BOOST_TEST(url_with({"NMP_BASE_URL=http://b", "NHX_SECRETS_URL=http://s"}) == "http://b");
    BOOST_TEST(url_with({"NMP_JOBS_URL=http://j"}) == "");
}

BOOST_AUTO_TEST_CASE(what_the_platform_says_of_the_start_is_named_by_its_variables) {
    auto const made =
        made_from({}, ta::environment({"NEMO_JOB_SECRETS=no grammar", "NEMO_JOB_STEP_CONFIG_FILE_PATH=/c"}));
    BOOST_TEST(made.secrets == "no grammar");
    BOOST_TEST(made.secrets_source == "NEMO_JOB_SECRETS (platform)");
    BOOST_TEST(made.step_config_file == "/c");
    BOOST_TEST(!made.fetch_step_config);
}

BOOST_AUTO_TEST_CASE(flush_knows_the_attempt_the_place_and_its_time) {
    auto const loaded = ta::load_options({.command = ta::command_set::flush,
                                          .flags = {{"state-dir", "/own"},
                                                    {"workspace", "w"},
                                                    {"job", "j"},
                                                    {"attempt-id", "a"},
                                                    {"jobs-url", "http://p"}},
                                          .env = ta::environment({"NEMO_JOB_TASK=task-1"})});
    BOOST_TEST(loaded.problems.empty());
    auto const made = ta::make_flush_settings(loaded);
    BOOST_TEST(made.id.workspace == "w");
    BOOST_TEST(made.id.job == "j");
    BOOST_TEST(made.id.attempt_id == "a");
    BOOST_TEST(made.platform.jobs_url == "http://p");
    BOOST_TEST(made.state_dir.path == "/own");
    BOOST_TEST((made.final_timeout == 60s));
}

BOOST_AUTO_TEST_SUITE_END()

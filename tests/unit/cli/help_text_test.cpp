#include "task_agent/cli/help_text.hpp"

#include <boost/test/unit_test.hpp>

#include "unit/cli/sample_commands.hpp"

namespace cli = task_agent::cli;

namespace {

bool holds(std::string const& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(help_text_tests)

BOOST_AUTO_TEST_CASE(the_overview_lists_every_command) {
    std::string const text = cli::overview(sample::table);
    for (cli::command const* c : sample::table) {
        BOOST_TEST(holds(text, c->name));
        BOOST_TEST(holds(text, c->summary));
    }
}

BOOST_AUTO_TEST_CASE(a_commands_help_names_each_of_its_options_with_default_and_sources_and_no_other) {
    std::string const text = cli::help_of(sample::run);
    for (task_agent::option_spec const& option : task_agent::option_table()) {
        BOOST_TEST_CONTEXT("option " << option.name) {
            bool const is_its = contains(option.commands, task_agent::command_set::run);
            BOOST_TEST(holds(text, "--" + std::string(option.name) +
                                       (option.value_name.empty() ? "\n" : " ")) == is_its);
            BOOST_TEST(holds(text, task_agent::variable_of(option)) == is_its);
        }
    }
    BOOST_TEST(holds(text, "  --stop-grace DURATION\n"));
    BOOST_TEST(holds(text, "default: 8s\n      environment: TASK_AGENT_STOP_GRACE\n"));
    BOOST_TEST(holds(text, "TASK_AGENT_JOBS_URL, NMP_JOBS_URL, NMP_BASE_URL, NHX_JOBS_URL, NHX_BASE_URL\n"));
    BOOST_TEST(holds(text, "choices: zero, workload\n"));
    BOOST_TEST(!holds(text, "--watch"));

    std::string const of_status = cli::help_of(sample::status);
    BOOST_TEST(holds(of_status, "  --watch\n      go on until the job ends\n"));
    BOOST_TEST(!holds(of_status, "--stop-grace"));
    BOOST_TEST(cli::help_of(sample::version) == "usage: task-agent version\n\ntells\n");
}

BOOST_AUTO_TEST_SUITE_END()

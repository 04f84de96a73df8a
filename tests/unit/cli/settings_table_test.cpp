#include "task_agent/cli/settings_table.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <sstream>

namespace ta = task_agent;

namespace {

// The line of an option, with runs of blanks as one.
std::string line_of(std::string const& table, std::string_view option) {
    std::istringstream lines(table);
    for (std::string line; std::getline(lines, line);) {
        std::istringstream words(line);
        std::string text;
        for (std::string word; words >> word;)
            text += (text.empty() ? "" : " ") + word;
        if (text.starts_with(std::string(option) + ' ')) return text;
    }
    return {};
}

}  // namespace

BOOST_AUTO_TEST_SUITE(settings_table_tests)

// contract 1: flag > TASK_AGENT_* > platform > file > default
BOOST_AUTO_TEST_CASE(each_setting_of_run_stands_with_its_value_and_where_that_came_from) {
    ta::load_request request;
    request.command = ta::command_set::run;
    request.flags = {{"stop-grace", "3s"}};
    request.env = ta::environment({"TASK_AGENT_STOP_GRACE=4s", "TASK_AGENT_TIMEOUT=1h", "NEMO_JOB_ID=count",
                                   "NMP_BASE_URL=http://me:pass@host:8080", "NEMO_WORKLOAD_TOKEN=abcdef123",
                                   "NMP_PRINCIPAL={\"id\":\"someone\"}"});
    request.file = ta::config_file{"/some/file.json", {{"log-level", "debug"}, {"workdir", "/a\nb"}}};
    auto const options = ta::load_options(request);
    BOOST_REQUIRE(options.problems.empty());
    auto const table = ta::cli::settings_table(options);
    BOOST_TEST(line_of(table, "stop-grace") == "stop-grace 3s --stop-grace (flag)");
    BOOST_TEST(line_of(table, "timeout") == "timeout 1h TASK_AGENT_TIMEOUT (environment)");
    BOOST_TEST(line_of(table, "job") == "job count NEMO_JOB_ID (platform)");
    BOOST_TEST(line_of(table, "log-level") == "log-level debug /some/file.json");
    BOOST_TEST(line_of(table, "workdir") == "workdir /a b /some/file.json");
    BOOST_TEST(line_of(table, "stop-budget") == "stop-budget 9.5s default");
    BOOST_TEST(line_of(table, "pause-signal") == "pause-signal TERM default");
    BOOST_TEST(line_of(table, "state-dir") == "state-dir - default");
    BOOST_TEST(std::count(table.begin(), table.end(), '\n') == static_cast<long>(options.values.size()));
}

BOOST_AUTO_TEST_CASE(no_secret_is_printed_wherever_it_stands) {
    ta::load_request request;
    request.command = ta::command_set::run;
    request.env = ta::environment({"NMP_BASE_URL=http://me:hidden@host:8080", "NEMO_WORKLOAD_TOKEN=hidden",
                                   "NMP_PRINCIPAL={\"id\":\"hidden\"}"});
    auto const table = ta::cli::settings_table(ta::load_options(request));
    BOOST_TEST(table.find("hidden") == std::string::npos);
    BOOST_TEST(line_of(table, "token") == "token *** NEMO_WORKLOAD_TOKEN (platform)");
    BOOST_TEST(line_of(table, "jobs-url") == "jobs-url http://***@host:8080 NMP_BASE_URL (platform)");
}

BOOST_AUTO_TEST_SUITE_END()

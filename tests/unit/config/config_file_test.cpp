#include "task_agent/config/config_file.hpp"

#include <boost/test/unit_test.hpp>

#include <stdlib.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

namespace ta = task_agent;

namespace {

struct folder {
    std::filesystem::path path;
    folder() {
        char name[] = "/tmp/task-agent-config-test-XXXXXX";
        BOOST_REQUIRE(::mkdtemp(name) != nullptr);
        path = name;
    }
    ~folder() { std::filesystem::remove_all(path); }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(config_file_tests)

BOOST_AUTO_TEST_CASE(the_flag_goes_before_the_variable_and_the_variable_before_the_usual_place) {
    ta::environment const env({"TASK_AGENT_CONFIG=/from/env"});
    auto choice = ta::choose_config_file({{"config", "/old"}, {"config", "/from/flag"}}, env);
    BOOST_TEST(choice.path == "/from/flag");
    BOOST_TEST(choice.named_by == "--config \"/from/flag\" (flag)");
    choice = ta::choose_config_file({}, env);
    BOOST_TEST(choice.path == "/from/env");
    BOOST_TEST(choice.named_by == "TASK_AGENT_CONFIG=\"/from/env\" (environment)");
    choice = ta::choose_config_file({}, {});
    BOOST_TEST(choice.path == "/etc/task-agent/config.json");
    BOOST_TEST(choice.named_by == "");
}

BOOST_AUTO_TEST_CASE(a_file_is_read_whole) {
    folder const at;
    auto const path = at.path / "c.json";
    std::string const text = "{" + std::string(100'000, ' ') + "}";
    std::ofstream(path) << text;
    auto const read = ta::read_config_text({path, "--config"});
    BOOST_REQUIRE(read.has_value());
    BOOST_TEST((read.value() == text));
}

BOOST_AUTO_TEST_CASE(only_the_usual_place_may_be_absent) {
    auto const usual = ta::read_config_text({"/nonexistent/config.json", ""});
    BOOST_REQUIRE(usual.has_value());
    BOOST_TEST(!usual.value().has_value());
    auto const named =
        ta::read_config_text({"/nonexistent/c.json", "--config \"/nonexistent/c.json\" (flag)"});
    BOOST_REQUIRE(named.has_error());
    BOOST_TEST(named.error().text == "--config \"/nonexistent/c.json\" (flag): No such file or directory");
}

BOOST_AUTO_TEST_CASE(what_cannot_be_read_is_an_error_in_the_usual_place_too) {
    folder const at;
    auto const read = ta::read_config_text({at.path, ""});
    BOOST_REQUIRE(read.has_error());
    BOOST_TEST(read.error().text == "config file " + at.path.string() + ": Is a directory");
}

BOOST_AUTO_TEST_CASE(a_file_without_end_is_refused) {
    auto const read = ta::read_config_text({"/dev/zero", "--config \"/dev/zero\" (flag)"});
    BOOST_REQUIRE(read.has_error());
    BOOST_TEST(read.error().text.find("larger than 1 MiB") != std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()

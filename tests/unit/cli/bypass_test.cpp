#include "task_agent/cli/bypass.hpp"

#include <boost/test/unit_test.hpp>

#include <string>
#include <vector>

namespace cli = task_agent::cli;

namespace {

// The word at which the command would begin, or "none".
std::string command_in(std::vector<std::string> words) {
    std::vector<char*> arguments;
    for (auto& word : words)
        arguments.push_back(word.data());
    auto const at = cli::command_of_run(arguments);
    return at ? words[*at] : "none";
}

}  // namespace

BOOST_AUTO_TEST_SUITE(bypass_tests)

BOOST_AUTO_TEST_CASE(the_command_is_found_behind_options_with_and_without_values) {
    BOOST_TEST(command_in({"run", "a", "--b"}) == "a");
    BOOST_TEST(command_in({"run", "--", "-x"}) == "-x");
    BOOST_TEST(command_in({"run", "--stop-grace", "8s", "a"}) == "a");
    BOOST_TEST(command_in({"run", "--stop-grace=8s", "a"}) == "a");
    BOOST_TEST(command_in({"run", "--own-step", "a"}) == "a");
    BOOST_TEST(command_in({"run", "--env", "A=1", "--unset", "B", "a"}) == "a");
    BOOST_TEST(command_in({"run", "--log", "--", "--", "a"}) == "a");
}

BOOST_AUTO_TEST_CASE(an_option_nobody_knows_does_not_stand_in_the_way) {
    BOOST_TEST(command_in({"run", "--no-such", "a"}) == "a");
    BOOST_TEST(command_in({"run", "-x", "a"}) == "a");
}

BOOST_AUTO_TEST_CASE(without_a_command_there_is_nothing_to_become) {
    BOOST_TEST(command_in({"run"}) == "none");
    BOOST_TEST(command_in({"run", "--"}) == "none");
    BOOST_TEST(command_in({"run", "--log"}) == "none");
    BOOST_TEST(command_in({"run", "--log", "off"}) == "none");
    BOOST_TEST(command_in({"status", "a"}) == "none");
    BOOST_TEST(command_in({}) == "none");
}

BOOST_AUTO_TEST_CASE(only_a_yes_counts) {
    BOOST_TEST(cli::is_bypassed("1"));
    for (char const* no : {"", "0", "false", "2"})
        BOOST_TEST(!cli::is_bypassed(no));
    BOOST_TEST(!cli::is_bypassed(nullptr));
}

BOOST_AUTO_TEST_SUITE_END()

#include "task_agent/run/failure_rule_file.hpp"

#include "support/temp_dir.hpp"

#include <boost/test/unit_test.hpp>

namespace ta = task_agent;
using support::temp_dir;

namespace {

constexpr char good[] = "[a]\ncategory = a\nretryable = no\nhint = do it\ncause = alpha\n";

ta::effective_value option(std::string const& path, ta::source_kind kind, std::string name) {
    return {ta::find_option("failure-rules"), path, {kind, std::move(name)}};
}

ta::effective_value flag(std::string const& path) {
    return option(path, ta::source_kind::flag, "--failure-rules");
}

}  // namespace

BOOST_AUTO_TEST_SUITE(failure_rule_file_tests)

BOOST_AUTO_TEST_CASE(no_file_means_no_rules) {
    auto const read = ta::read_failure_rules(flag(""));
    BOOST_TEST(read.problems.empty());
    BOOST_TEST(read.rules.rules.empty());
}

BOOST_AUTO_TEST_CASE(the_rules_of_the_file_are_read) {
    temp_dir folder;
    support::write_file(folder / "rules", good);
    auto const read = ta::read_failure_rules(flag(folder / "rules"));
    BOOST_TEST(read.problems.empty());
    BOOST_TEST(read.rules.rules.size() == 1U);
}

BOOST_AUTO_TEST_CASE(a_problem_names_the_option_its_source_and_the_line) {
    temp_dir folder;
    support::write_file(folder / "rules", std::string(good) + "x\n");
    auto const path = folder / "rules";
    struct {
        ta::effective_value value;
        std::string start;
    } const sources[] = {
        {flag(path), "--failure-rules \"" + path + "\" (flag), line 6: "},
        {option(path, ta::source_kind::environment, "TASK_AGENT_FAILURE_RULES"),
         "TASK_AGENT_FAILURE_RULES=\"" + path + "\" (environment), line 6: "},
        {option(path, ta::source_kind::file, "/etc/c.json"),
         "key \"failure-rules\" in /etc/c.json: \"" + path + "\", line 6: "},
    };
    for (auto const& source : sources) {
        auto const read = ta::read_failure_rules(source.value);
        BOOST_REQUIRE(read.problems.size() == 1U);
        BOOST_TEST(read.problems[0].starts_with(source.start), read.problems[0]);
    }
}

BOOST_AUTO_TEST_CASE(a_file_that_cannot_be_read_is_one_problem) {
    temp_dir folder;
    support::write_file(folder / "large", std::string(300 * 1024, '#'));
    struct {
        std::string path;
        std::string why;
    } const files[] = {
        {folder / "absent", "No such file"}, {folder.path(), "directory"}, {folder / "large", "too large"}};
    for (auto const& file : files) {
        auto const read = ta::read_failure_rules(flag(file.path));
        BOOST_REQUIRE(read.problems.size() == 1U);
        BOOST_TEST(read.problems[0].find(file.why) != std::string::npos, read.problems[0]);
        BOOST_TEST(read.problems[0].find("allowed is a file of failure rules") != std::string::npos);
    }
}

BOOST_AUTO_TEST_SUITE_END()

#include "task_agent/run/runtime_environment.hpp"

#include "support/temp_dir.hpp"

#include <boost/test/unit_test.hpp>

#include <unistd.h>

#include <algorithm>

namespace ta = task_agent;

namespace {

using variables = std::vector<std::string>;

bool has(variables const& all, std::string const& entry) {
    return std::ranges::count(all, entry) == 1;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(runtime_environment_tests)

BOOST_AUTO_TEST_CASE(variables_that_are_not_there_are_added_behind_the_others) {
    support::temp_dir const dir;
    variables all = {"PATH=/bin"};
    auto const path = ta::add_runtime_variables(all, {dir / "nowhere", dir.path()}, ::geteuid());
    BOOST_TEST(all.front() == "PATH=/bin");
    BOOST_TEST(has(all, "PYTHONFAULTHANDLER=1"));
    BOOST_TEST(has(all, "RUST_BACKTRACE=1"));
    BOOST_TEST(path.starts_with(dir.path() + "/task-agent-"));
    BOOST_TEST(has(all, "TORCHELASTIC_ERROR_FILE=" + path));
    BOOST_TEST(::access(path.c_str(), F_OK) != 0);  // whoever has something to say makes it
}

BOOST_AUTO_TEST_CASE(what_is_set_stays_even_when_it_is_empty) {
    support::temp_dir const dir;
    variables const before = {"RUST_BACKTRACE=full", "PYTHONFAULTHANDLER=", "TORCHELASTIC_ERROR_FILE=/x"};
    auto all = before;
    BOOST_TEST(ta::add_runtime_variables(all, {dir.path()}, ::geteuid()) == "");
    BOOST_TEST(all == before);
}

BOOST_AUTO_TEST_CASE(without_a_place_that_the_workload_may_write_to_no_file_is_named) {
    support::temp_dir const dir;  // 0700, ours
    variables all;
    BOOST_TEST(ta::add_runtime_variables(all, {dir.path(), "relative", ""}, 54321) == "");
    BOOST_TEST(all.size() == 2U);
}

BOOST_AUTO_TEST_SUITE_END()

#include "task_agent/config/option_table.hpp"

#include <boost/test/unit_test.hpp>

#include <set>

namespace ta = task_agent;

namespace {

ta::option_spec const& option(std::string_view name) {
    auto const* found = ta::find_option(name);
    BOOST_REQUIRE_MESSAGE(found != nullptr, name);
    return *found;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(option_table_tests)

// What every row must hold, so that a new one cannot break the help, the environment or the loader.
BOOST_AUTO_TEST_CASE(every_row_is_whole) {
    std::set<std::string_view> seen;
    for (ta::option_spec const& row : ta::option_table()) {
        BOOST_TEST_CONTEXT("option " << row.name) {
            BOOST_TEST(seen.insert(row.name).second);
            BOOST_TEST((row.commands != ta::command_set::none));
            BOOST_TEST(!row.help.empty());
            BOOST_TEST(!row.help.ends_with('.'));
            BOOST_TEST(row.value_name.empty() == (row.kind == ta::option_kind::flag));
            BOOST_TEST(row.choices.empty() == (row.kind != ta::option_kind::choice));
            BOOST_TEST(ta::fault_of(row, row.fallback) == "");
            BOOST_TEST((ta::option_of_variable(ta::variable_of(row)) == &row));
        }
    }
}

BOOST_AUTO_TEST_CASE(the_variable_of_an_option_is_its_name_in_capitals) {
    BOOST_TEST(ta::variable_of(option("stop-grace")) == "TASK_AGENT_STOP_GRACE");
    BOOST_TEST((ta::option_of_variable("TASK_AGENT_STOP-GRACE") == nullptr));
    BOOST_TEST((ta::option_of_variable("TASK_AGENT_stop_grace") == nullptr));
    BOOST_TEST((ta::option_of_variable("TASK_AGENT_") == nullptr));
    BOOST_TEST((ta::option_of_variable("STOP_GRACE") == nullptr));
}

BOOST_AUTO_TEST_CASE(a_fault_says_what_is_wrong_and_what_is_allowed) {
    BOOST_TEST(ta::fault_of(option("stop-grace"), "8x") ==
               "not a duration; allowed are values like 250ms, 8s, 1m30s");
    BOOST_TEST(ta::fault_of(option("stop-grace"), "2d") == "out of range; allowed are 0s to 24h");
    BOOST_TEST(ta::fault_of(option("pipe-size"), "big") ==
               "not a size; allowed are values like 65536, 64KiB, 1MiB");
    BOOST_TEST(ta::fault_of(option("error-stack-limit"), "1023") == "out of range; allowed are 1KiB to 1MiB");
    BOOST_TEST(ta::fault_of(option("error-stack-limit"), "1048577") ==
               "out of range; allowed are 1KiB to 1MiB");
    for (char const* word : {"-1", "256", "two", "3 ", "0x3", "1.0", "+1", "99999999999999999999"})
        BOOST_TEST(ta::fault_of(option("exit-code"), word) == "not a number from 0 to 255");
    BOOST_TEST(ta::fault_of(option("stop-exit"), "one") == "no such choice; allowed are zero, workload");
    BOOST_TEST(ta::fault_of(option("own-step"), "maybe") == "not a yes or no; allowed are true and false");
    BOOST_TEST(ta::fault_of(option("termination-log"), "") == "empty; allowed is FILE|off");
}

BOOST_AUTO_TEST_CASE(values_within_their_bounds_pass) {
    BOOST_TEST(ta::fault_of(option("error-stack-limit"), "1KiB") == "");
    BOOST_TEST(ta::fault_of(option("error-stack-limit"), "1MiB") == "");
    BOOST_TEST(ta::fault_of(option("control-interval"), "0") == "");
    for (char const* number : {"", "0", "007", "255"})
        BOOST_TEST(ta::fault_of(option("exit-code"), number) == "");
    BOOST_TEST(ta::fault_of(option("jobs-url"), "") == "");
    for (char const* word : {"true", "yes", "on", "1"}) {
        BOOST_TEST(ta::fault_of(option("own-step"), word) == "");
        BOOST_TEST(ta::flag_value(word));
    }
    for (char const* word : {"false", "no", "off", "0"}) {
        BOOST_TEST(ta::fault_of(option("own-step"), word) == "");
        BOOST_TEST(!ta::flag_value(word));
    }
}

BOOST_AUTO_TEST_CASE(secrets_and_passwords_in_urls_are_not_printable) {
    BOOST_TEST(ta::printable_value(option("principal"), "{\"id\":\"me\"}") == "***");
    BOOST_TEST(ta::printable_value(option("principal"), "") == "");
    BOOST_TEST(ta::printable_value(option("jobs-url"), "http://me:pass@h:1/p") == "http://***@h:1/p");
    BOOST_TEST(ta::printable_value(option("jobs-url"), "http://me:p/a@ss@h") == "http://***@h");
    BOOST_TEST(ta::printable_value(option("jobs-url"), "me:pass@h") == "***@h");
    BOOST_TEST(ta::printable_value(option("jobs-url"), "http://h:1/p") == "http://h:1/p");
    BOOST_TEST(ta::printable_value(option("job"), "a@b") == "a@b");
}

BOOST_AUTO_TEST_SUITE_END()

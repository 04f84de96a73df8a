#include "task_agent/config/environment.hpp"

#include <boost/test/unit_test.hpp>

#include <stdlib.h>

namespace ta = task_agent;

using texts = std::vector<std::string>;

BOOST_AUTO_TEST_SUITE(environment_tests)

BOOST_AUTO_TEST_CASE(a_name_is_matched_whole_and_the_first_of_two_counts) {
    ta::environment const env({"AB=long", "A=first", "A=second", "E=", "odd"});
    BOOST_TEST(env.get("A").value() == "first");
    BOOST_TEST(env.get("AB").value() == "long");
    BOOST_TEST(env.get("E").value() == "");
    BOOST_TEST(!env.get("B").has_value());
    BOOST_TEST(!env.get("odd").has_value());
}

BOOST_AUTO_TEST_CASE(an_empty_platform_value_counts_as_unset) {
    ta::environment const env({"E=", "A=x"});
    BOOST_TEST(!env.get_filled("E").has_value());
    BOOST_TEST(env.get_filled("A").value() == "x");
}

BOOST_AUTO_TEST_CASE(the_process_environment_is_taken_as_it_is) {
    ::setenv("CONFIG_TEST_MARK", "a=b", 1);
    BOOST_TEST(ta::environment::of_process().get("CONFIG_TEST_MARK").value() == "a=b");
    ::unsetenv("CONFIG_TEST_MARK");
}

BOOST_AUTO_TEST_CASE(the_workload_gets_everything_but_the_agents_options_in_order_and_unchanged) {
    ta::environment const env({"PATH=/bin", "TASK_AGENT_STOP_GRACE=1s", "NMP_JOBS_URL=http://x",
                               "TASK_AGENT_SOCKET=/s", "TASK_AGENT_STATUS_FILE=/f", "TASK_AGENT_CONFIG=/c",
                               "TASK_AGENT_PRINCIPAL={}", "odd", "TASK_AGENT_SERVICE_HOST=10.0.0.1", "A=1",
                               "A=2", "NEMO_JOB_ID=j", "B=\xff\xfe"});
    texts const expected = {"PATH=/bin",
                            "NMP_JOBS_URL=http://x",
                            "TASK_AGENT_SOCKET=/s",
                            "TASK_AGENT_STATUS_FILE=/f",
                            "odd",
                            "TASK_AGENT_SERVICE_HOST=10.0.0.1",
                            "A=1",
                            "A=2",
                            "NEMO_JOB_ID=j",
                            "B=\xff\xfe"};
    BOOST_TEST(ta::workload_environment(env).entries() == expected, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_SUITE_END()

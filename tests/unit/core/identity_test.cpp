#include "task_agent/core/identity.hpp"

#include <boost/test/unit_test.hpp>

namespace ta = task_agent;

BOOST_AUTO_TEST_SUITE(identity_tests)

// platform-facts 1.2: the container sees the bare pod uid, the controller names the task with the prefix
BOOST_AUTO_TEST_CASE(a_bare_pod_uid_gets_the_prefix_and_a_prefixed_name_stays) {
    BOOST_TEST(ta::normalised_task_name("0c9e-77") == "task-0c9e-77");
    BOOST_TEST(ta::normalised_task_name("task-0c9e") == "task-0c9e");
}

BOOST_AUTO_TEST_CASE(what_is_missing_is_named_by_its_variable) {
    ta::identity id;
    id.job = "train";
    BOOST_TEST(!id.is_complete());
    BOOST_TEST(id.missing().size() == 2U);
    BOOST_TEST(id.missing()[0] == "NEMO_JOB_WORKSPACE");
    id.workspace = "default";
    id.step = "fit";
    BOOST_TEST(id.is_complete());
}

BOOST_AUTO_TEST_SUITE_END()

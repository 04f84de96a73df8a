#include "task_agent/platform/endpoint.hpp"

#include <boost/test/unit_test.hpp>

namespace ta = task_agent;

BOOST_AUTO_TEST_SUITE(endpoint_tests)

BOOST_AUTO_TEST_CASE(each_call_has_its_path) {
    ta::endpoint const e("default");
    BOOST_TEST(e.task("train", "fit", "task-1") ==
               "/apis/jobs/v2/workspaces/default/jobs/train/steps/fit/tasks/task-1");
    BOOST_TEST(e.step_status("train", "fit") ==
               "/apis/jobs/v2/workspaces/default/jobs/train/steps/fit/status");
    BOOST_TEST(e.status_details("train") == "/apis/jobs/v2/workspaces/default/jobs/train/status-details");
    BOOST_TEST(e.job_status("train") == "/apis/jobs/v2/workspaces/default/jobs/train/status");
    BOOST_TEST(e.jobs() == "/apis/jobs/v2/workspaces/default/jobs");
    BOOST_TEST(e.job_action("train", "cancel") == "/apis/jobs/v2/workspaces/default/jobs/train/cancel");
}

// platform-facts 3.10
BOOST_AUTO_TEST_CASE(an_attempt_stands_in_reports_and_nowhere_else) {
    ta::endpoint const e("default", "current");
    BOOST_TEST(e.task("j", "s", "t") ==
               "/apis/jobs/v2/workspaces/default/jobs/j/attempts/current/steps/s/tasks/t");
    BOOST_TEST(e.step_status("j", "s") ==
               "/apis/jobs/v2/workspaces/default/jobs/j/attempts/current/steps/s/status");
    BOOST_TEST(e.status_details("j") ==
               "/apis/jobs/v2/workspaces/default/jobs/j/attempts/current/status-details");
    BOOST_TEST(e.job_status("j") == "/apis/jobs/v2/workspaces/default/jobs/j/status");
    BOOST_TEST(e.steps(ta::step_query()).starts_with("/apis/jobs/v2/workspaces/default/jobs/-/steps?"));
    // which attempt is the newest is what the steps are read for
    ta::endpoint const own("default", "a1");
    ta::step_query query;
    query.job = "j";
    BOOST_TEST(
        own.steps(query).starts_with("/apis/jobs/v2/workspaces/default/jobs/j/attempts/current/steps?"));
}

BOOST_AUTO_TEST_CASE(a_name_cannot_leave_its_segment) {
    ta::endpoint const e("a/b");
    BOOST_TEST(e.task("../x", "s?q#f", "t\r\n%") ==
               "/apis/jobs/v2/workspaces/a%2Fb/jobs/..%2Fx/steps/s%3Fq%23f/tasks/t%0D%0A%25");
    BOOST_TEST(ta::percent_encoded("aZ0-._~ \xC3\xA9") == "aZ0-._~%20%C3%A9");
}

// platform-facts 3.8: a scalar where the server wants a list is answered with 422
BOOST_AUTO_TEST_CASE(one_status_goes_as_a_json_list_and_several_with_commas) {
    ta::endpoint const e("w");
    ta::step_query query;
    query.job = "train";
    query.statuses = {"pending"};
    BOOST_TEST(e.steps(query) ==
               "/apis/jobs/v2/workspaces/w/jobs/train/"
               "steps?filter%5Bstatus%5D=%5B%22pending%22%5D&page=1&page_size=100");
    query.statuses = {"cancelling", "pausing"};
    BOOST_TEST(e.steps(query) ==
               "/apis/jobs/v2/workspaces/w/jobs/train/"
               "steps?filter%5Bstatus%5D=cancelling%2Cpausing&page=1&page_size=100");
}

BOOST_AUTO_TEST_CASE(a_query_carries_only_what_was_asked) {
    ta::endpoint const e("w");
    ta::step_query query;
    query.workspace = "-";
    query.source = "a b";
    query.sort = "-created_at";
    query.page = 3;
    query.page_size = 25;
    BOOST_TEST(e.steps(query) ==
               "/apis/jobs/v2/workspaces/-/jobs/-/"
               "steps?filter%5Bsource%5D=a%20b&sort=-created_at&page=3&page_size=25");
}

BOOST_AUTO_TEST_SUITE_END()

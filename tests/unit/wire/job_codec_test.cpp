#include "task_agent/wire/job_codec.hpp"

#include <boost/test/unit_test.hpp>

namespace ta = task_agent;
using namespace std::chrono_literals;

BOOST_AUTO_TEST_SUITE(job_codec_tests)

BOOST_AUTO_TEST_CASE(a_job_of_one_subprocess_step) {
    ta::single_step_job job;
    job.source = "dev";
    job.step_name = "main";
    job.command = {"sh", "-c", "echo \"hi\""};
    BOOST_TEST(ta::encode_job(job) ==
               R"({"source":"dev","spec":{},"platform_spec":{"steps":[{"name":"main","executor":)"
               R"({"provider":"subprocess","command":["sh","-c","echo \"hi\""]}}]}})");
    job.command = {"true"};
    job.staleness_timeout = 90s;
    BOOST_TEST(
        ta::encode_job(job) ==
        R"({"source":"dev","spec":{},"platform_spec":{"steps":[{"name":"main","executor":)"
        R"({"provider":"subprocess","command":["true"]},"lifecycle":{"staleness_timeout_seconds":90}}]}})");
}

BOOST_AUTO_TEST_CASE(the_answer_names_the_job_or_is_bad) {
    BOOST_TEST(ta::parse_job_name(R"({"id":"x","name":"train-1"})").value() == "train-1");
    for (char const* body : {"", "[]", "{}", R"({"name":null})", R"({"name":""})"}) {
        auto const name = ta::parse_job_name(body);
        BOOST_REQUIRE(name.has_error());
        BOOST_TEST((name.error().code == ta::errc::bad_answer));
    }
}

// platform-facts 2.1: the effective identity is the one it acts for, with the matching email and groups
BOOST_AUTO_TEST_CASE(a_delegated_principal_wins_over_the_delegate) {
    auto const own = ta::parse_principal(R"({"id":"ann","email":"a@x","groups":["g1","g2",3]})").value();
    BOOST_TEST(own.id == "ann");
    BOOST_TEST(own.email == "a@x");
    BOOST_TEST(own.groups.size() == 2U);
    auto const delegated =
        ta::parse_principal(R"({"id":"service:x","email":"s@x","groups":["s"],"on_behalf_of":"bob"})")
            .value();
    BOOST_TEST(delegated.id == "bob");
    BOOST_TEST(delegated.email.empty());
    BOOST_TEST(delegated.groups.empty());
}

BOOST_AUTO_TEST_CASE(a_principal_without_an_id_is_refused) {
    for (char const* text : {"", "x", "[]", "{}", R"({"id":""})", R"({"id":5})"}) {
        BOOST_TEST(ta::parse_principal(text).has_error(), text);
    }
}

BOOST_AUTO_TEST_SUITE_END()

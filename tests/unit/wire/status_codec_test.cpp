#include "task_agent/wire/status_codec.hpp"

#include <boost/test/unit_test.hpp>

namespace ta = task_agent;

BOOST_AUTO_TEST_SUITE(status_codec_tests)

BOOST_AUTO_TEST_CASE(the_tree_is_read_to_its_leaves) {
    auto const job = ta::parse_job_status(R"({"id":"j","name":"train","status":"active",
        "status_details":{"loss":0.1,"step":10,"share":1e-7,"whole":100.0},"error_details":null,
        "steps":[{"name":"fit","status":"active","tasks":[{"name":"task-1","status":"error",
        "status_details":{"agent":{"seq":3,"x":[true,null,"a\"b"]}},"error_details":{"message":"m"},
        "error_stack":"line1\nline2","created_at":"c","updated_at":"u"}]},{"name":"eval"}]})");
    BOOST_REQUIRE(job.has_value());
    BOOST_TEST(job->name == "train");
    BOOST_TEST(job->status_word == "active");
    BOOST_TEST(job->status_details.at("loss") == "0.1");
    BOOST_TEST(job->status_details.at("step") == "10");
    BOOST_TEST(job->status_details.at("share") == "1e-07");
    BOOST_TEST(job->status_details.at("whole") == "100.0");
    BOOST_TEST(job->error_details.empty());
    BOOST_REQUIRE(job->steps.size() == 2U);
    auto const& task = job->steps[0].tasks.at(0);
    BOOST_TEST(task.name == "task-1");
    BOOST_TEST(task.status_details.at("agent") == R"({"seq":3,"x":[true,null,"a\"b"]})");
    BOOST_TEST(task.error_details.at("message") == "\"m\"");
    BOOST_TEST(task.error_stack == "line1\nline2");
    BOOST_TEST(task.updated_at == "u");
    BOOST_TEST(job->steps[1].tasks.empty());
}

BOOST_AUTO_TEST_CASE(decimals_come_out_as_people_write_them) {
    for (int i = 0; i < 20'000; ++i) {
        auto const text = std::to_string(i / 1000) + "." + std::to_string(1 + i % 999);
        auto const job = ta::parse_job_status(R"({"status_details":{"x":)" + text + "}}");
        auto const trimmed = text.substr(0, text.find_last_not_of('0') + 1);
        BOOST_REQUIRE_EQUAL(job->status_details.at("x"), trimmed);
    }
}

BOOST_AUTO_TEST_CASE(an_empty_object_is_an_empty_tree_and_no_object_is_a_bad_answer) {
    BOOST_TEST(ta::parse_job_status("{}")->steps.empty());
    for (char const* body : {"", "[]", "null", "{\"steps\":"}) {
        auto const job = ta::parse_job_status(body);
        BOOST_REQUIRE(job.has_error());
        BOOST_TEST((job.error().code == ta::errc::bad_answer));
    }
}

BOOST_AUTO_TEST_CASE(the_agents_sequence_number_is_a_whole_number_or_is_not_there) {
    auto const seq_of = [](std::string const& agent) {
        auto const job = ta::parse_job_status(
            R"({"steps":[{"name":"s","tasks":[{"name":"t","status_details":)" + agent + "}]}]}");
        BOOST_REQUIRE(job.has_value());
        return job->steps.at(0).tasks.at(0).agent_seq;
    };
    BOOST_TEST((seq_of(R"({"agent":{"seq":17}})") == 17u));
    BOOST_TEST((seq_of(R"({"agent":{"seq":0}})") == 0u));
    for (auto const* odd : {R"({"agent":{"seq":-1}})", R"({"agent":{"seq":1e300}})",
                            R"({"agent":{"seq":"7"}})", R"({"agent":7})", "{}"})
        BOOST_TEST(!seq_of(odd).has_value(), odd);
}

BOOST_AUTO_TEST_SUITE_END()

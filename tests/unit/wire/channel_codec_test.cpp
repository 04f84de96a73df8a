#include "task_agent/wire/channel_codec.hpp"

#include <boost/test/unit_test.hpp>

namespace ta = task_agent;

BOOST_AUTO_TEST_SUITE(channel_codec_tests)

BOOST_AUTO_TEST_CASE(a_task_comes_back_as_it_went) {
    ta::identity id;
    id.workspace = "w\"1";
    id.job = "j";
    id.step = "s";
    id.task = "task-1";
    id.attempt_id = "a";
    auto const back = ta::parse_task(ta::encode_task(id));
    BOOST_REQUIRE(back.has_value());
    BOOST_TEST(back->workspace == id.workspace);
    BOOST_TEST(back->job == id.job);
    BOOST_TEST(back->step == id.step);
    BOOST_TEST(back->task == id.task);
    BOOST_TEST(back->attempt_id == id.attempt_id);
    for (auto const* odd : {"", "[]", "7", "{"})
        BOOST_TEST(ta::parse_task(odd).has_error(), odd);
}

BOOST_AUTO_TEST_CASE(a_report_comes_back_with_its_details_as_they_were) {
    ta::nested_report report;
    report.exit_code = 127;
    report.message = "cannot start x";
    report.error_details = R"({"reason":"start_failed","n":1.5,"deep":{"a":[null,true]}})";
    report.error_stack = "line 1\nline 2\n";
    auto const back = ta::parse_nested_report(ta::encode_nested_report(report));
    BOOST_REQUIRE(back.has_value());
    BOOST_TEST(back->exit_code == 127);
    BOOST_TEST(back->message == report.message);
    BOOST_TEST(back->error_details == report.error_details);
    BOOST_TEST(back->error_stack == report.error_stack);
}

BOOST_AUTO_TEST_CASE(what_is_no_report_is_refused_in_a_sentence) {
    for (auto const* odd :
         {"", "[]", "{}", R"({"exit_code":1,"error_details":"x"})", R"({"error_details":{}})",
          R"({"exit_code":256,"error_details":{}})", R"({"exit_code":"1","error_details":{}})"}) {
        auto const refused = ta::parse_nested_report(odd);
        BOOST_REQUIRE_MESSAGE(refused.has_error(), odd);
        BOOST_TEST(!refused.error().text.empty());
    }
}

BOOST_AUTO_TEST_SUITE_END()

#include "task_agent/wire/step_codec.hpp"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

namespace ta = task_agent;
using namespace std::chrono_literals;

BOOST_AUTO_TEST_SUITE(step_codec_tests)

BOOST_AUTO_TEST_CASE(a_full_item_is_read_and_what_is_unknown_is_passed_over) {
    auto const page =
        ta::parse_step_page(R"({"data":[{"id":"s1","job":"train","attempt_id":"a2","workspace":"w",
        "name":"fit","status":"pausing","created_at":"2026-01-02T03:04:05","new":{"x":[1]},
        "step_spec":{"name":"fit","executor":"cpu","lifecycle":{"staleness_timeout_seconds":90,
        "pause_deadline_seconds":30.0}},"status_details":{"pause_requested_at":"2026-01-02T03:05:00"}}],
        "pagination":{"page":2,"page_size":25,"total_pages":7,"total_results":160},"sort":"created_at"})");
    BOOST_REQUIRE(page.has_value());
    BOOST_REQUIRE(page->items.size() == 1U);
    auto const& item = page->items[0];
    BOOST_TEST(item.id == "s1");
    BOOST_TEST(item.job == "train");
    BOOST_TEST(item.attempt_id == "a2");
    BOOST_TEST(item.workspace == "w");
    BOOST_TEST(item.name == "fit");
    BOOST_TEST(item.status_word == "pausing");
    BOOST_TEST(item.created_at == "2026-01-02T03:04:05");
    BOOST_TEST((item.staleness_timeout == 90s));
    BOOST_TEST((item.pause_deadline == 30s));
    BOOST_TEST(item.has_pause_requested_at);
    BOOST_TEST(page->page == 2);
    BOOST_TEST(page->total_pages == 7);
}

BOOST_AUTO_TEST_CASE(missing_null_and_mistyped_fields_are_empty) {
    auto const page =
        ta::parse_step_page(R"({"data":[{}, {"name":null,"status":7,"step_spec":[],"status_details":null},
        "no object", {"name":"b","status":"queued","step_spec":{"lifecycle":null}}], "pagination":null})");
    BOOST_REQUIRE(page.has_value());
    BOOST_REQUIRE(page->items.size() == 3U);
    BOOST_TEST(page->items[1].name.empty());
    BOOST_TEST(page->items[1].status_word.empty());
    BOOST_TEST(page->items[2].status_word == "queued");  // an unknown word passes
    BOOST_TEST(page->total_pages == 1);
}

char const* const not_set[] = {"0", "-5", "null", "\"60\"", "false", "-1e300"};
BOOST_DATA_TEST_CASE(only_a_positive_timeout_counts, boost::unit_test::data::make(not_set), value) {
    auto const page = ta::parse_step_page(
        std::string(R"({"data":[{"step_spec":{"lifecycle":{"staleness_timeout_seconds":)") + value + "}}}]}");
    BOOST_REQUIRE(page.has_value());
    BOOST_TEST(!page->items.at(0).staleness_timeout.has_value());
}

BOOST_AUTO_TEST_CASE(absurd_numbers_are_brought_into_range) {
    auto const page =
        ta::parse_step_page(R"({"data":[{"step_spec":{"lifecycle":{"staleness_timeout_seconds":1e300}}}],
        "pagination":{"page":-4,"total_pages":1e99}})");
    BOOST_REQUIRE(page.has_value());
    BOOST_TEST((page->items.at(0).staleness_timeout == 365 * 24h));
    BOOST_TEST(page->page == 1);
    BOOST_TEST(page->total_pages == 1'000'000);
}

BOOST_AUTO_TEST_CASE(a_null_pause_request_is_none) {
    auto const page = ta::parse_step_page(R"({"data":[{"status_details":{"pause_requested_at":null}}]})");
    BOOST_TEST(!page->items.at(0).has_pause_requested_at);
}

char const* const no_pages[] = {"",           "<html>", "[]", "{}", R"({"data":null})", R"({"data":{}})",
                                "{\"data\":["};
BOOST_DATA_TEST_CASE(what_is_no_page_is_a_bad_answer, boost::unit_test::data::make(no_pages), body) {
    auto const page = ta::parse_step_page(body);
    BOOST_REQUIRE(page.has_error());
    BOOST_TEST((page.error().code == ta::errc::bad_answer));
}

BOOST_AUTO_TEST_SUITE_END()

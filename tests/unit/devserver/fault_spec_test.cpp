#include "task_agent/devserver/fault_spec.hpp"

#include <boost/test/unit_test.hpp>

#include <chrono>
#include <string>

namespace ta = task_agent;
namespace dev = task_agent::devserver;
using namespace std::chrono_literals;
using kind = dev::fault_action::kind;
using update_kind = dev::update_pattern::kind;

namespace {

dev::fault_spec parsed(std::string const& text) {
    auto const spec = dev::parse_fault(text);
    BOOST_REQUIRE_MESSAGE(spec.has_value(), (spec.has_value() ? "" : spec.error().text));
    return *spec;
}

// The sentence about a spec that is none.
std::string complaint(std::string const& text) {
    auto const spec = dev::parse_fault(text);
    BOOST_REQUIRE_MESSAGE(!spec.has_value(), text << " was taken");
    BOOST_TEST(spec.error().code == make_error_code(ta::errc::bad_input));
    BOOST_TEST(spec.error().text.starts_with("--fault '" + text + "': "), spec.error().text);
    return spec.error().text;
}

bool says(std::string const& text, std::string const& part) {
    auto const sentence = complaint(text);
    BOOST_TEST_MESSAGE(sentence);
    return sentence.find(part) != std::string::npos;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(fault_spec_tests)

BOOST_AUTO_TEST_CASE(a_status_alone_is_for_every_request_without_end) {
    auto const spec = parsed("status=503");
    BOOST_TEST((spec.action.what == kind::status));
    BOOST_TEST(spec.action.status == 503);
    BOOST_TEST(!spec.action.applied);
    BOOST_TEST(!spec.action.from_gateway);
    BOOST_TEST(!spec.action.retry_after.has_value());
    BOOST_TEST(spec.calls.empty());
    BOOST_TEST(spec.updates.empty());
    BOOST_TEST(spec.share == 1.0);
    BOOST_TEST(!spec.count.has_value());
    BOOST_TEST(spec.skip == 0U);
    BOOST_TEST((spec.from == 0s));
    BOOST_TEST(!spec.length.has_value());
    BOOST_TEST(spec.text == "status=503");
}

BOOST_AUTO_TEST_CASE(the_selectors_are_taken_in_any_order) {
    auto const spec = parsed(
        "for=20s,share=0.3,update=first+final+paused,calls=put-task+GET:/apis/jobs,reset-after,skip=2,"
        "count=5,from=10s");
    BOOST_TEST((spec.action.what == kind::reset));
    BOOST_TEST(spec.action.applied);
    BOOST_REQUIRE(spec.calls.size() == 2U);
    BOOST_TEST(spec.calls[0].name == "put-task");
    BOOST_TEST(spec.calls[1].name == "");
    BOOST_TEST(spec.calls[1].method == "GET");
    BOOST_TEST(spec.calls[1].path_start == "/apis/jobs");
    BOOST_REQUIRE(spec.updates.size() == 3U);
    BOOST_TEST((spec.updates[0].what == update_kind::first));
    BOOST_TEST((spec.updates[1].what == update_kind::final));
    BOOST_TEST((spec.updates[2].what == update_kind::status && spec.updates[2].wanted == ta::status::paused));
    BOOST_TEST(spec.share == 0.3);
    BOOST_TEST((spec.count == 5U));
    BOOST_TEST(spec.skip == 2U);
    BOOST_TEST((spec.from == 10s));
    BOOST_TEST((spec.length == 20s));
}

BOOST_AUTO_TEST_CASE(every_action_says_whether_the_request_is_applied) {
    BOOST_TEST(parsed("latency=1s").action.applied);
    BOOST_TEST(!parsed("status=500").action.applied);
    BOOST_TEST(parsed("status=504,applied=yes").action.applied);
    BOOST_TEST(parsed("applied=yes,status=504").action.applied);
    BOOST_TEST(!parsed("reset-before").action.applied);
    BOOST_TEST(parsed("reset-after").action.applied);
    BOOST_TEST(!parsed("silent").action.applied);
    BOOST_TEST(parsed("silent,applied=yes").action.applied);
    BOOST_TEST(!parsed("silent,applied=no").action.applied);
    BOOST_TEST(parsed("truncate").action.applied);
    BOOST_TEST(parsed("oversize").action.applied);
}

BOOST_AUTO_TEST_CASE(actions_take_what_belongs_to_them) {
    auto const fixed = parsed("latency=250ms").action;
    BOOST_TEST((fixed.shortest == 250ms && fixed.longest == 250ms));
    auto const range = parsed("latency=100ms..2s").action;
    BOOST_TEST((range.shortest == 100ms && range.longest == 2s));
    BOOST_TEST((parsed("status=429,retry-after=3s").action.retry_after == 3s));
    BOOST_TEST(!parsed("status=429,retry-after=3s").action.retry_after_is_date);
    BOOST_TEST((parsed("status=429,retry-after=date:1m").action.retry_after == 60s));
    BOOST_TEST(parsed("status=429,retry-after=date:1m").action.retry_after_is_date);
    BOOST_TEST(parsed("status=404,as=gateway").action.from_gateway);
    BOOST_TEST(!parsed("status=404,as=platform").action.from_gateway);
    BOOST_TEST(!parsed("truncate").action.cuts_head);
    BOOST_TEST(!parsed("truncate=body").action.cuts_head);
    BOOST_TEST(parsed("truncate=head").action.cuts_head);
    BOOST_TEST(!parsed("oversize").action.size.has_value());
    BOOST_TEST((parsed("oversize=2MiB").action.size == std::size_t{2} << 20));
}

// contract 1, 11: one sentence that names the part and what is allowed
BOOST_AUTO_TEST_CASE(what_is_no_fault_is_named_with_what_is_allowed) {
    BOOST_TEST(says("stats=503", "'stats=503' is no part of a fault; allowed are latency, status"));
    BOOST_TEST(says("stats=503", "did you mean status?"));
    BOOST_TEST(says("", "'' is no part of a fault"));
    BOOST_TEST(says("status=503,", "'' is no part of a fault"));
    BOOST_TEST(says("count=3", "an action is missing; one of latency, status, reset-before"));
    BOOST_TEST(says("status=503,silent", "'silent' is a second action behind status"));
    BOOST_TEST(says("status=503,count=1,count=2", "'count' is given twice"));
    BOOST_TEST(says("reset-before,applied=yes", "'applied=yes' does not go with reset-before"));
    BOOST_TEST(says("silent,retry-after=1s", "'retry-after=1s' does not go with silent"));
    BOOST_TEST(says("latency=1s,as=gateway", "'as=gateway' does not go with latency"));
}

BOOST_AUTO_TEST_CASE(a_value_that_does_not_fit_is_named_with_what_does) {
    for (auto const* text : {"status=", "status=99", "status=600", "status=5o3", "status"})
        BOOST_TEST(says(text, "' is not understood; allowed is a code from 200 to 599"), text);
    for (auto const* text : {"latency", "latency=3x", "latency=2s..1s", "latency=1s..", "latency=-1s"})
        BOOST_TEST(says(text, "or a range like 100ms..2s"), text);
    BOOST_TEST(says("silent=3", "allowed is silent alone"));
    BOOST_TEST(says("truncate=tail", "head or body"));
    for (auto const* text : {"oversize=", "oversize=0", "oversize=2GiB", "oversize=x"})
        BOOST_TEST(says(text, "a size up to 1GiB"), text);
    BOOST_TEST(says("status=503,calls=put", "allowed is post-job, "));
    BOOST_TEST(says("status=503,calls=", "METHOD:/PATH"));
    BOOST_TEST(says("status=503,calls=:/x", "METHOD:/PATH"));
    BOOST_TEST(says("status=503,update=last", "first, heartbeat, final or a status like active"));
    for (auto const* text : {"share=0", "share=1.1", "share=-1", "share=", "share=1e-1", "share=nan"})
        BOOST_TEST(says(std::string("silent,") + text, "a number above 0 up to 1"), text);
    for (auto const* text : {"count=0", "count=-1", "count=x", "count="})
        BOOST_TEST(says(std::string("silent,") + text, "a whole number from 1 on"), text);
    BOOST_TEST(says("silent,skip=x", "a whole number"));
    BOOST_TEST(says("silent,from=x", "a time like"));
    BOOST_TEST(says("silent,for=0s", "a time like"));
    BOOST_TEST(says("status=503,retry-after=soon", "date: in front for an HTTP date"));
    BOOST_TEST(says("status=503,as=proxy", "platform or gateway"));
    BOOST_TEST(says("silent,applied=maybe", "yes or no"));
}

BOOST_AUTO_TEST_SUITE_END()

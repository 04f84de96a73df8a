#include "task_agent/logic/http_verdict.hpp"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <ostream>

namespace ta = task_agent;
namespace data = boost::unit_test::data;

namespace task_agent {
std::ostream& operator<<(std::ostream& out, call_kind call) {
    return out << static_cast<int>(call);
}
std::ostream& operator<<(std::ostream& out, optional_field field) {
    return out << to_text(field);
}
}  // namespace task_agent

namespace {

using kind = ta::verdict::kind;
using ta::call_kind;
using ta::optional_field;

constexpr call_kind every_call[] = {call_kind::task_put, call_kind::step_patch, call_kind::details_patch,
                                    call_kind::read,     call_kind::create,     call_kind::needed};

ta::call_outcome answered(int status, std::string detail = {}) {
    ta::call_outcome outcome;
    outcome.http_status = status;
    outcome.has_json_detail = !detail.empty();
    outcome.detail = std::move(detail);
    return outcome;
}

ta::call_outcome broken(ta::errc code, bool may_have_arrived = false) {
    ta::call_outcome outcome;
    outcome.transport = {code, "the line broke"};
    outcome.may_have_arrived = may_have_arrived;
    return outcome;
}

kind judged(call_kind call, ta::call_outcome const& outcome) {
    return ta::judge(call, outcome).what;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(http_verdict_tests)

BOOST_DATA_TEST_CASE(every_2xx_is_accepted, data::make(every_call) * data::make({200, 201, 202, 204, 299}),
                     call, status) {
    auto const v = ta::judge(call, answered(status));
    BOOST_TEST((v.what == kind::accepted));
    BOOST_TEST(v.sentence.empty());
}

BOOST_DATA_TEST_CASE(redirects_are_given_up_and_say_so,
                     data::make(every_call) * data::make({301, 302, 304, 307, 308}), call, status) {
    auto const v = ta::judge(call, answered(status));
    BOOST_TEST((v.what == kind::give_up));
    BOOST_TEST(v.sentence.find("redirects are not followed") != std::string::npos);
}

BOOST_DATA_TEST_CASE(busy_and_broken_servers_are_asked_again,
                     data::make(every_call) * data::make({408, 425, 429, 500, 502, 503, 504, 507, 599}), call,
                     status) {
    BOOST_TEST((judged(call, answered(status)) == kind::retry_backoff));
}

BOOST_DATA_TEST_CASE(other_4xx_are_given_up,
                     data::make(every_call) *
                         data::make({400, 402, 403, 405, 406, 410, 411, 413, 415, 418, 451}),
                     call, status) {
    BOOST_TEST((judged(call, answered(status, "no")) == kind::give_up));
}

BOOST_DATA_TEST_CASE(a_401_asks_for_new_credentials, data::make(every_call), call) {
    BOOST_TEST((judged(call, answered(401)) == kind::refresh_auth));
}

BOOST_AUTO_TEST_CASE(a_404_in_the_platforms_words_means_gone) {
    BOOST_TEST((judged(call_kind::task_put, answered(404, "Job not found")) == kind::job_gone));
    BOOST_TEST((judged(call_kind::step_patch, answered(404, "Job step not found")) == kind::job_gone));
    BOOST_TEST((judged(call_kind::details_patch, answered(404, "Job not found")) == kind::job_gone));
    BOOST_TEST((judged(call_kind::read, answered(404, "Job not found")) == kind::job_gone));
    BOOST_TEST((judged(call_kind::create, answered(404, "Workspace not found")) == kind::give_up));
    BOOST_TEST((judged(call_kind::needed, answered(404, "Secret w/s not found")) == kind::give_up));
}

BOOST_AUTO_TEST_CASE(a_404_of_a_gateway_passes_by_itself) {
    BOOST_TEST((judged(call_kind::task_put, answered(404)) == kind::retry_backoff));
    BOOST_TEST((judged(call_kind::read, answered(404)) == kind::retry_backoff));
    BOOST_TEST((judged(call_kind::create, answered(404)) == kind::give_up));
    BOOST_TEST((judged(call_kind::needed, answered(404)) == kind::retry_backoff));
}

BOOST_AUTO_TEST_CASE(a_409_depends_on_what_was_asked) {
    BOOST_TEST((judged(call_kind::task_put, answered(409, "version mismatch")) == kind::retry_now));
    BOOST_TEST((judged(call_kind::details_patch, answered(409, "version mismatch")) == kind::retry_now));
    BOOST_TEST((judged(call_kind::step_patch, answered(409, "Invalid status transition")) == kind::reread));
    BOOST_TEST((judged(call_kind::read, answered(409)) == kind::give_up));
    BOOST_TEST((judged(call_kind::needed, answered(409)) == kind::give_up));
    BOOST_TEST((judged(call_kind::create, answered(409, "exists")) == kind::give_up));
}

BOOST_AUTO_TEST_CASE(a_422_drops_the_field_it_names) {
    auto const refused = [](std::string detail) {
        return ta::judge(call_kind::task_put, answered(422, std::move(detail)));
    };
    BOOST_TEST((refused(R"([{"loc":["body","error_details"],"msg":"bad"}])").what == kind::drop_field));
    BOOST_TEST(refused(R"([{"loc":["body","error_details"],"msg":"bad"}])").field ==
               optional_field::error_details);
    BOOST_TEST(refused(R"([{"loc":["body","error_stack"],"msg":"bad"}])").field ==
               optional_field::error_stack);
    BOOST_TEST(refused(R"([{"loc":["body","status_details","a"]}])").field == optional_field::status_details);
    BOOST_TEST(refused("error_stack is too long").field == optional_field::error_stack);
    BOOST_TEST(refused("my_error_stack and error_stack_limit").field == optional_field::all);
    BOOST_TEST(refused("task name is bad").field == optional_field::all);
    BOOST_TEST(refused("").field == optional_field::all);
}

BOOST_AUTO_TEST_CASE(a_422_on_anything_but_a_report_is_given_up) {
    BOOST_TEST((judged(call_kind::step_patch, answered(422, "x")) == kind::drop_field));
    BOOST_TEST((judged(call_kind::details_patch, answered(422, "x")) == kind::give_up));
    BOOST_TEST((judged(call_kind::read, answered(422, "x")) == kind::give_up));
    BOOST_TEST((judged(call_kind::create, answered(422, "x")) == kind::give_up));
}

constexpr ta::errc passing[] = {ta::errc::timed_out, ta::errc::connection_lost, ta::errc::bad_answer,
                                ta::errc::name_not_found, ta::errc::name_lookup_failed};
BOOST_AUTO_TEST_CASE(a_broken_line_is_tried_again) {
    for (auto const call : every_call) {
        for (auto const code : passing)
            BOOST_TEST((judged(call, broken(code)) == kind::retry_backoff));
    }
}

BOOST_AUTO_TEST_CASE(a_creation_that_may_have_arrived_is_not_repeated) {
    BOOST_TEST((judged(call_kind::create, broken(ta::errc::timed_out, true)) == kind::give_up));
    BOOST_TEST((judged(call_kind::task_put, broken(ta::errc::timed_out, true)) == kind::retry_backoff));
}

BOOST_AUTO_TEST_CASE(what_asking_again_cannot_mend_is_given_up) {
    for (auto const call : every_call) {
        BOOST_TEST((judged(call, broken(ta::errc::bad_input)) == kind::give_up));
        BOOST_TEST((judged(call, broken(ta::errc::answer_too_large)) == kind::give_up));
        BOOST_TEST((judged(call, broken(ta::errc::bad_document)) == kind::give_up));
    }
}

BOOST_AUTO_TEST_CASE(a_failure_is_described_for_a_person) {
    BOOST_TEST(ta::describe(answered(503)) == "HTTP 503");
    BOOST_TEST(ta::describe(answered(409, "stale")) == "HTTP 409: stale");
    BOOST_TEST(ta::describe(broken(ta::errc::timed_out)) == "the line broke");
    ta::call_outcome bare;
    bare.transport.code = ta::errc::timed_out;
    BOOST_TEST(ta::describe(bare) == "timed out");
}

BOOST_AUTO_TEST_SUITE_END()

#include "task_agent/logic/retry_schedule.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <string>
#include <vector>

namespace ta = task_agent;
using namespace std::chrono_literals;

namespace {

using kind = ta::retry_action::kind;
using ta::optional_field;

struct schedule_fixture {
    ta::time_point now{};
    ta::jitter random{11};

    ta::call_outcome answered(int status, std::string detail = {}) const {
        ta::call_outcome outcome;
        outcome.http_status = status;
        outcome.has_json_detail = !detail.empty();
        outcome.detail = std::move(detail);
        return outcome;
    }
    ta::call_outcome unreachable() const {
        ta::call_outcome outcome;
        outcome.transport = {ta::errc::connection_lost, "connection lost"};
        return outcome;
    }
    ta::retry_action feed(ta::retry_schedule& schedule, ta::call_outcome const& outcome) {
        return schedule.on_outcome(outcome, now, random);
    }
};

ta::retry_schedule for_task(bool is_final = false, bool known_gone = false) {
    return ta::retry_schedule({ta::call_kind::task_put, is_final, known_gone});
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(retry_schedule_tests, schedule_fixture)

BOOST_AUTO_TEST_CASE(success_ends_it) {
    auto s = for_task();
    BOOST_TEST((feed(s, answered(200)).what == kind::done));
}

BOOST_AUTO_TEST_CASE(the_back_off_doubles_from_250_ms_to_30_s_with_full_jitter) {
    ta::duration const limits[] = {250ms, 500ms, 1s, 2s, 4s, 8s, 16s, 30s, 30s, 30s};
    ta::duration longest[10] = {};
    ta::duration shortest[10];
    std::fill(std::begin(shortest), std::end(shortest), ta::duration(1h));
    for (int round = 0; round < 500; ++round) {
        auto s = for_task();
        for (int i = 0; i < 10; ++i) {
            auto const next = feed(s, i % 2 == 0 ? unreachable() : answered(503));
            BOOST_REQUIRE((next.what == kind::send_again));
            BOOST_REQUIRE((next.wait >= 0s && next.wait < limits[i]));
            longest[i] = std::max(longest[i], next.wait);
            shortest[i] = std::min(shortest[i], next.wait);
        }
    }
    for (int i = 0; i < 10; ++i) {
        BOOST_TEST((longest[i] > limits[i] * 9 / 10));
        BOOST_TEST((shortest[i] < limits[i] / 10));
    }
}

// contract 2, with the back-off's jitter on top: 250 ms at the first failure, 500 ms at the second, then 1 s
BOOST_AUTO_TEST_CASE(retry_after_is_honoured_up_to_30_s) {
    for (int const code : {408, 425, 429, 500, 503}) {
        auto s = for_task();
        auto outcome = answered(code);
        outcome.retry_after = 7s;
        auto wait = feed(s, outcome).wait;
        BOOST_TEST((wait >= 7s && wait < 7s + 250ms), code);
        outcome.retry_after = 3600s;
        wait = feed(s, outcome).wait;
        BOOST_TEST((wait >= 30s && wait < 30s + 500ms), code);
        outcome.retry_after = 0s;
        BOOST_TEST((feed(s, outcome).wait < 1s), code);
    }
}

// contract 2: connect errors, 408, 425, 429 and 5xx, each with the back-off from 250 ms on
BOOST_AUTO_TEST_CASE(every_passing_trouble_is_tried_again_with_back_off) {
    std::vector<ta::call_outcome> troubles = {unreachable()};
    for (int const code : {408, 425, 429, 500, 501, 502, 503, 504, 507, 599})
        troubles.push_back(answered(code, "busy"));
    for (auto const code : {ta::errc::timed_out, ta::errc::bad_answer, ta::errc::name_not_found}) {
        ta::call_outcome outcome;
        outcome.transport = {code, "no"};
        troubles.push_back(outcome);
    }
    for (auto const& trouble : troubles) {
        BOOST_TEST_CONTEXT(ta::describe(trouble)) {
            auto s = for_task();
            ta::duration limit = 250ms;
            for (int i = 0; i < 40; ++i) {
                auto const next = feed(s, trouble);
                BOOST_TEST((next.what == kind::send_again));
                BOOST_TEST((next.wait < limit));
                BOOST_TEST(next.sentence == ta::describe(trouble));
                limit = std::min<ta::duration>(limit * 2, 30s);
            }
        }
    }
}

// contract 2: "other 4xx: give up on that update", for the final one too, but for 401 and 403
BOOST_AUTO_TEST_CASE(what_will_not_pass_is_given_up_at_once) {
    for (bool const is_final : {false, true}) {
        for (int const code : {301, 307, 400, 402, 405, 406, 410, 411, 413, 415, 431, 451}) {
            auto s = for_task(is_final);
            auto const next = feed(s, answered(code, "no"));
            BOOST_TEST((next.what == kind::give_up), code);
            BOOST_TEST(next.sentence.find(std::to_string(code)) != std::string::npos, code);
        }
    }
}

BOOST_AUTO_TEST_CASE(a_conflict_is_repeated_five_times_at_once_and_then_with_back_off) {
    auto s = for_task();
    for (int i = 0; i < 5; ++i) {
        auto const next = feed(s, answered(409, "version"));
        BOOST_TEST((next.what == kind::send_again));
        BOOST_TEST((next.wait == 0s));
        BOOST_TEST(next.sentence == "");
    }
    ta::duration waited{};
    for (int i = 0; i < 5; ++i) {
        auto const next = feed(s, answered(409, "version"));
        BOOST_TEST((next.what == kind::send_again));
        BOOST_TEST(next.sentence == "HTTP 409: version");
        waited += next.wait;
    }
    BOOST_TEST((waited > 0s));
}

BOOST_AUTO_TEST_CASE(conflicts_count_in_a_row_only) {
    auto s = for_task();
    for (int i = 0; i < 5; ++i)
        feed(s, answered(409, "version"));
    feed(s, answered(503));
    BOOST_TEST((feed(s, answered(409, "version")).wait == 0s));
}

BOOST_AUTO_TEST_CASE(a_job_is_gone_when_the_platform_says_so_twice_ten_seconds_apart) {
    auto s = for_task();
    auto next = feed(s, answered(404, "Job not found"));
    BOOST_TEST((next.what == kind::send_again));
    BOOST_TEST((next.wait == 10s));
    now += 4s;  // asked too early: the rest of the ten seconds is waited out
    next = feed(s, answered(404, "Job not found"));
    BOOST_TEST((next.what == kind::send_again));
    BOOST_TEST((next.wait == 6s));
    now += 6s;
    next = feed(s, answered(404, "Job not found"));
    BOOST_TEST((next.what == kind::job_gone));
    BOOST_TEST(next.sentence == "HTTP 404: Job not found");
}

BOOST_AUTO_TEST_CASE(another_answer_in_between_starts_the_count_again) {
    auto s = for_task();
    feed(s, answered(404, "Job not found"));
    now += 10s;
    feed(s, answered(503));
    now += 1s;
    auto const next = feed(s, answered(404, "Job not found"));
    BOOST_TEST((next.what == kind::send_again));
    BOOST_TEST((next.wait == 10s));
}

BOOST_AUTO_TEST_CASE(a_gateways_404_never_counts) {
    auto s = for_task();
    for (int i = 0; i < 20; ++i) {
        now += 10s;
        BOOST_TEST((feed(s, answered(404)).what == kind::send_again));
    }
}

BOOST_AUTO_TEST_CASE(the_last_try_for_a_job_known_gone_ends_at_its_first_404) {
    auto s = for_task(true, true);
    BOOST_TEST((feed(s, answered(404, "Job not found")).what == kind::job_gone));
}

BOOST_AUTO_TEST_CASE(credentials_are_refreshed_once) {
    auto s = for_task();
    BOOST_TEST((feed(s, answered(401)).what == kind::refresh_auth));
    BOOST_TEST((feed(s, answered(401)).what == kind::give_up));
}

BOOST_AUTO_TEST_CASE(for_the_final_update_401_and_403_may_mend_themselves) {
    auto s = for_task(true);
    BOOST_TEST((feed(s, answered(401)).what == kind::refresh_auth));
    BOOST_TEST((feed(s, answered(401)).what == kind::send_again));
    BOOST_TEST((feed(s, answered(403)).what == kind::send_again));
    BOOST_TEST((feed(s, answered(400)).what == kind::give_up));
    auto ordinary = for_task();
    BOOST_TEST((feed(ordinary, answered(403)).what == kind::give_up));
}

BOOST_AUTO_TEST_CASE(refused_fields_go_one_by_one_and_the_bare_status_is_the_last_try) {
    auto s = for_task();
    auto next = feed(s, answered(422, "error_stack"));
    BOOST_TEST((next.what == kind::send_again));
    BOOST_TEST((next.drop == optional_field::error_stack));
    BOOST_TEST((next.wait == 0s));
    BOOST_TEST((feed(s, answered(422, "status_details")).drop == optional_field::status_details));
    BOOST_TEST((feed(s, answered(422, "error_stack")).drop == optional_field::all));
    next = feed(s, answered(422, "error_details"));
    BOOST_TEST((next.what == kind::give_up));
    BOOST_TEST((next.drop == optional_field::none));
}

BOOST_AUTO_TEST_CASE(a_conflict_on_a_step_is_read_again) {
    ta::retry_schedule s({ta::call_kind::step_patch});
    BOOST_TEST((feed(s, answered(409, "Invalid status transition")).what == kind::reread));
}

BOOST_AUTO_TEST_CASE(giving_up_says_why) {
    auto s = for_task();
    auto const next = feed(s, answered(400, "bad principal"));
    BOOST_TEST((next.what == kind::give_up));
    BOOST_TEST(next.sentence == "HTTP 400: bad principal");
}

BOOST_AUTO_TEST_SUITE_END()

#include "task_agent/logic/update_queue.hpp"

#include <boost/test/unit_test.hpp>

namespace ta = task_agent;
using namespace std::chrono_literals;
using kind = ta::update_queue::action::kind;

namespace {

ta::time_point const t0{1000s};

ta::task_update details(char const* key, char const* value) {
    ta::task_update u;
    u.status_details.emplace(key, value);
    return u;
}

ta::task_update final_update(ta::status s = ta::status::completed) {
    ta::task_update u;
    u.state = s;
    return u;
}

ta::call_outcome answer(int status) {
    ta::call_outcome o;
    o.http_status = status;
    return o;
}

ta::call_outcome no_connection() {
    ta::call_outcome o;
    o.transport = {ta::errc::connection_lost, "connection refused"};
    return o;
}

ta::call_outcome lost_on_its_way() {
    auto o = no_connection();
    o.may_have_arrived = true;
    return o;
}

ta::call_outcome gone() {
    auto o = answer(404);
    o.detail = "Job not found";
    o.has_json_detail = true;
    return o;
}

struct rig {
    ta::jitter random{7};
    ta::update_queue queue{random};

    ta::task_update sent(ta::time_point now) {
        auto a = queue.next(now);
        BOOST_REQUIRE((a.what == kind::send));
        return a.update;
    }
    // Follows the waits until something is sent; returns when.
    ta::time_point next_send(ta::time_point now, ta::task_update* update = nullptr) {
        for (int i = 0; i < 10; ++i) {
            auto a = queue.next(now);
            if (a.what == kind::send) {
                if (update) *update = a.update;
                return now;
            }
            BOOST_REQUIRE((a.what == kind::wait));
            BOOST_REQUIRE((a.until > now));
            now = a.until;
        }
        BOOST_FAIL("never sent");
        return now;
    }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(update_queue_tests)

BOOST_AUTO_TEST_CASE(nothing_is_sent_while_a_request_is_under_way) {
    rig r;
    r.queue.push(details("a", "1"));
    BOOST_TEST((r.sent(t0).state == ta::status::active));
    r.queue.push(details("b", "2"));
    r.queue.push_final(final_update(), t0 + 60s);
    BOOST_TEST((r.queue.next(t0 + 1h).what == kind::idle));
    BOOST_TEST(r.queue.is_in_flight());
}

BOOST_AUTO_TEST_CASE(newer_details_replace_older_unsent_ones_key_by_key) {
    rig r;
    r.queue.push(details("loss", "0.9"));
    (void)r.sent(t0);
    r.queue.push(details("loss", "0.8"));
    r.queue.push(details("step", "5"));
    r.queue.push(details("loss", "0.7"));
    (void)r.queue.on_outcome(answer(200), t0);
    auto const u = r.sent(t0 + 1s);
    BOOST_TEST(u.status_details.size() == 2U);
    BOOST_TEST(u.status_details.at("loss") == "0.7");
    BOOST_TEST(u.status_details.at("step") == "5");
    (void)r.queue.on_outcome(answer(200), t0 + 1s);
    BOOST_TEST((r.queue.next(t0 + 5s).what == kind::idle));
}

BOOST_AUTO_TEST_CASE(details_go_out_once_a_second_and_the_last_value_always_does) {
    rig r;
    int puts = 0;
    std::string last;
    for (auto t = t0; t < t0 + 10s; t += 10ms) {
        r.queue.push(details("step", std::to_string((t - t0) / 10ms).c_str()));
        if (auto a = r.queue.next(t); a.what == kind::send) {
            ++puts;
            last = a.update.status_details.at("step");
            (void)r.queue.on_outcome(answer(200), t);
        }
    }
    BOOST_TEST(puts == 10);
    ta::task_update u;
    r.next_send(t0 + 10s, &u);
    BOOST_TEST(u.status_details.at("step") == "999");
}

BOOST_AUTO_TEST_CASE(the_final_update_carries_what_was_unsent_and_does_not_wait_for_the_second) {
    rig r;
    r.queue.push(details("a", "1"));
    (void)r.sent(t0);
    (void)r.queue.on_outcome(answer(200), t0);
    r.queue.push(details("b", "2"));
    r.queue.push_final(final_update(ta::status::error), t0 + 60s);
    auto const u = r.sent(t0 + 1ms);
    BOOST_TEST((u.state == ta::status::error));
    BOOST_TEST(u.status_details.at("b") == "2");
    (void)r.queue.on_outcome(answer(200), t0 + 2ms);
    BOOST_TEST(r.queue.final_was_accepted());
    BOOST_TEST((r.queue.next(t0 + 2ms).what == kind::over));
}

// contract 3.4: no active is ever sent after a final status
BOOST_AUTO_TEST_CASE(nothing_follows_the_final_update) {
    rig r;
    r.queue.push_final(final_update(), t0 + 60s);
    r.queue.push(details("late", "1"));
    auto const u = r.sent(t0);
    BOOST_TEST((u.state == ta::status::completed));
    BOOST_TEST(u.status_details.empty());
    (void)r.queue.on_outcome(answer(200), t0);
    r.queue.push(details("later", "1"));
    r.queue.push_final(final_update(ta::status::error), t0 + 60s);
    BOOST_TEST((r.queue.next(t0 + 1s).what == kind::over));
}

BOOST_AUTO_TEST_CASE(an_active_update_that_failed_becomes_the_final_one_instead_of_following_it) {
    rig r;
    r.queue.push(details("a", "1"));
    (void)r.sent(t0);
    r.queue.push_final(final_update(), t0 + 60s);
    (void)r.queue.on_outcome(no_connection(), t0 + 1s);
    auto const u = r.sent(t0 + 1s);
    BOOST_TEST((u.state == ta::status::completed));
    BOOST_TEST(u.status_details.at("a") == "1");
}

BOOST_AUTO_TEST_CASE(an_outage_backs_off_says_so_once_and_loses_nothing) {
    rig r;
    r.queue.push(details("a", "1"));
    auto now = t0;
    int warnings = 0;
    for (int i = 0; i < 20; ++i) {
        auto const sent_at = r.next_send(now);
        BOOST_TEST((sent_at - now <= 30s));
        now = sent_at + 1ms;
        warnings += r.queue.on_outcome(no_connection(), now).has_value();
    }
    BOOST_TEST(warnings == 1);
    BOOST_TEST((now - t0 > 30s), "it really waits");
    ta::task_update u;
    r.next_send(now, &u);
    BOOST_TEST(u.status_details.at("a") == "1");
}

BOOST_AUTO_TEST_CASE(a_final_update_in_an_outage_is_tried_until_its_deadline_and_then_given_up) {
    rig r;
    r.queue.push_final(final_update(), t0 + 60s);
    auto now = t0;
    int tries = 0;
    for (;;) {
        auto const a = r.queue.next(now);
        if (a.what == kind::over) break;
        if (a.what == kind::wait) {
            BOOST_REQUIRE((a.until > now));
            now = a.until;
            continue;
        }
        BOOST_REQUIRE((a.what == kind::send));
        ++tries;
        now += 1ms;
        (void)r.queue.on_outcome(no_connection(), now);
    }
    BOOST_TEST(!r.queue.final_was_accepted());
    BOOST_TEST(tries >= 5);
    BOOST_TEST((now <= t0 + 60s));
    BOOST_TEST((now >= t0 + 59s), "the last chance is taken, not the time given away");
}

BOOST_AUTO_TEST_CASE(a_stop_that_comes_during_the_end_shortens_it_and_tries_at_once) {
    rig r;
    r.queue.push_final(final_update(), t0 + 60s);
    auto now = t0;
    for (int i = 0; i < 4; ++i) {
        now = r.next_send(now);
        (void)r.queue.on_outcome(no_connection(), now);
    }
    r.queue.shorten_final(now + 2s);
    r.queue.shorten_final(now + 30s);
    BOOST_TEST((r.next_send(now) == now));
    (void)r.queue.on_outcome(no_connection(), now + 1s);
    BOOST_TEST((r.queue.next(now + 2s).what == kind::over));
}

BOOST_AUTO_TEST_CASE(a_conflict_is_tried_again_at_once) {
    rig r;
    r.queue.push(details("a", "1"));
    (void)r.sent(t0);
    for (int i = 0; i < 5; ++i) {
        (void)r.queue.on_outcome(answer(409), t0);
        (void)r.sent(t0);
    }
    (void)r.queue.on_outcome(answer(200), t0);
    BOOST_TEST((r.queue.next(t0 + 5s).what == kind::idle));
}

BOOST_AUTO_TEST_CASE(a_field_that_the_server_refuses_is_dropped_and_the_status_kept) {
    rig r;
    auto u = final_update(ta::status::error);
    u.error_stack = "stack";
    u.error_details = "{}";
    r.queue.push_final(u, t0 + 60s);
    (void)r.sent(t0);
    auto refused = answer(422);
    refused.has_json_detail = true;
    refused.detail = R"([{"type":"x","loc":["body","error_stack"],"msg":"too long"}])";
    (void)r.queue.on_outcome(refused, t0);
    ta::task_update again;
    r.next_send(t0, &again);
    BOOST_TEST((again.state == ta::status::error));
    BOOST_TEST(again.error_stack == "");
    BOOST_TEST(again.error_details == "{}");
}

// contract 2: 404 counts twice, 10 s apart; then reporting stops, the final update is still tried once
BOOST_AUTO_TEST_CASE(a_deleted_job_stops_the_reports_but_the_end_is_still_tried_once) {
    rig r;
    r.queue.push(details("a", "1"));
    (void)r.sent(t0);
    (void)r.queue.on_outcome(gone(), t0);
    BOOST_TEST(!r.queue.job_is_gone());
    auto const again = r.next_send(t0);
    BOOST_TEST((again >= t0 + 10s));
    BOOST_TEST(r.queue.on_outcome(gone(), again).has_value());
    BOOST_TEST(r.queue.job_is_gone());
    r.queue.push(details("b", "1"));
    BOOST_TEST((r.queue.next(again + 1h).what == kind::idle));
    r.queue.push_final(final_update(), again + 60s);
    (void)r.sent(again);
    (void)r.queue.on_outcome(gone(), again);
    BOOST_TEST((r.queue.next(again).what == kind::over));
    BOOST_TEST(!r.queue.final_was_accepted());
}

BOOST_AUTO_TEST_CASE(an_update_that_is_refused_for_good_does_not_block_the_next) {
    rig r;
    r.queue.push(details("a", "1"));
    (void)r.sent(t0);
    BOOST_TEST(r.queue.on_outcome(answer(400), t0).has_value());
    r.queue.push(details("b", "2"));
    (void)r.next_send(t0);
    BOOST_TEST(!r.queue.on_outcome(answer(400), t0).has_value(), "the same refusal is said once");
    r.queue.push_final(final_update(), t0 + 60s);
    (void)r.next_send(t0);
    (void)r.queue.on_outcome(answer(200), t0);
    BOOST_TEST(r.queue.final_was_accepted());
}

// Up to the final update's acceptance, with an older one lost on its way before it.
void accept_final_in_doubt(rig& r, ta::call_outcome const& doubt) {
    r.queue.push(details("loss", "1"));
    (void)r.sent(t0);
    r.queue.push_final(final_update(), t0 + 60s);
    (void)r.queue.on_outcome(doubt, t0);
    (void)r.sent(t0);
    (void)r.queue.on_outcome(answer(200), t0);
}

BOOST_AUTO_TEST_CASE(a_run_without_doubt_reads_nothing_back) {
    rig r;
    accept_final_in_doubt(r, no_connection());
    BOOST_TEST((r.queue.next(t0).what == kind::over));
    BOOST_TEST(r.queue.final_was_accepted());
}

BOOST_AUTO_TEST_CASE(a_doubtful_request_is_answered_by_reading_back_after_the_final_update) {
    for (auto const& doubt : {lost_on_its_way(), answer(504), answer(502)}) {
        rig r;
        accept_final_in_doubt(r, doubt);
        BOOST_TEST((r.queue.next(t0).what == kind::read_back));
        BOOST_TEST((r.queue.next(t0).what == kind::idle), "until the driver has read");
        r.queue.on_read_back(true);
        BOOST_TEST((r.queue.next(t0).what == kind::over));
        BOOST_TEST(r.queue.final_was_accepted());
    }
}

// contract 2: repeated at once on a new connection, so the queue sees a success only
BOOST_AUTO_TEST_CASE(an_update_of_which_a_first_copy_was_lost_is_a_doubtful_one_too) {
    rig r;
    r.queue.push(details("loss", "1"));
    (void)r.sent(t0);
    auto repeated = answer(200);
    repeated.may_have_arrived = true;
    (void)r.queue.on_outcome(repeated, t0);
    r.queue.push_final(final_update(), t0 + 60s);
    (void)r.sent(t0);
    (void)r.queue.on_outcome(answer(200), t0);
    BOOST_TEST((r.queue.next(t0).what == kind::read_back));
}

BOOST_AUTO_TEST_CASE(what_came_in_behind_the_final_update_is_overwritten_three_times_at_most) {
    rig r;
    accept_final_in_doubt(r, lost_on_its_way());
    for (int again = 0; again < 3; ++again) {
        BOOST_TEST((r.queue.next(t0).what == kind::read_back));
        r.queue.on_read_back(false);
        auto const update = r.sent(t0);
        BOOST_TEST((update.state == ta::status::completed));
        BOOST_TEST(update.status_details.at("loss") == "1");
        (void)r.queue.on_outcome(answer(200), t0);
    }
    BOOST_TEST((r.queue.next(t0).what == kind::over));
    BOOST_TEST(r.queue.final_was_accepted());
}

BOOST_AUTO_TEST_CASE(a_reading_that_fails_and_a_time_that_is_over_end_it) {
    rig unread;
    accept_final_in_doubt(unread, lost_on_its_way());
    (void)unread.queue.next(t0);
    unread.queue.on_read_back(std::nullopt);
    BOOST_TEST((unread.queue.next(t0).what == kind::over));
    BOOST_TEST(unread.queue.final_was_accepted());

    rig late;
    accept_final_in_doubt(late, lost_on_its_way());
    BOOST_TEST((late.queue.next(t0 + 60s).what == kind::over));
    BOOST_TEST(late.queue.final_was_accepted());
}

BOOST_AUTO_TEST_CASE(an_end_that_was_overwritten_and_not_taken_again_is_not_accepted) {
    rig refused;
    accept_final_in_doubt(refused, lost_on_its_way());
    (void)refused.queue.next(t0);
    refused.queue.on_read_back(false);
    (void)refused.sent(t0);
    (void)refused.queue.on_outcome(answer(400), t0);
    BOOST_TEST((refused.queue.next(t0).what == kind::over));
    BOOST_TEST((refused.queue.final_fate() == ta::delivery::refused));

    rig late;
    accept_final_in_doubt(late, lost_on_its_way());
    (void)late.queue.next(t0);
    late.queue.on_read_back(false);
    BOOST_TEST((late.queue.next(t0 + 60s).what == kind::over));
    BOOST_TEST((late.queue.final_fate() == ta::delivery::given_up), "a later agent may deliver it");
}

BOOST_AUTO_TEST_CASE(an_abandoned_task_gets_nothing_more_whatever_was_waiting_or_comes) {
    rig r;
    r.queue.push(details("loss", "1"));
    (void)r.sent(t0);
    r.queue.push(details("loss", "2"));
    r.queue.abandon();
    (void)r.queue.on_outcome(no_connection(), t0);
    BOOST_TEST((r.queue.next(t0).what == kind::over));
    r.queue.push(details("loss", "3"));
    r.queue.push_final(final_update(), t0 + 60s);
    BOOST_TEST((r.queue.next(t0 + 30s).what == kind::over));
    BOOST_TEST(!r.queue.final_was_accepted());
}

// The journal tells by it whether a later agent may try again.
BOOST_AUTO_TEST_CASE(the_fate_of_the_end_tells_a_refusal_from_a_lack_of_time) {
    auto const fate_after = [](ta::call_outcome const& outcome) {
        rig r;
        r.queue.push_final(final_update(), t0 + 1s);
        auto now = t0;
        for (int i = 0; i < 100 && !r.queue.is_over(); ++i) {
            auto const a = r.queue.next(now);
            if (a.what == kind::wait) now = a.until;
            if (a.what == kind::send) (void)r.queue.on_outcome(outcome, now);
        }
        BOOST_REQUIRE(r.queue.is_over());
        return r.queue.final_fate();
    };
    BOOST_TEST((fate_after(answer(200)) == ta::delivery::accepted));
    BOOST_TEST((fate_after(answer(400)) == ta::delivery::refused));
    BOOST_TEST((fate_after(answer(422)) == ta::delivery::refused));
    BOOST_TEST((fate_after(answer(503)) == ta::delivery::given_up));
    BOOST_TEST((fate_after(answer(403)) == ta::delivery::given_up));
    BOOST_TEST((fate_after(no_connection()) == ta::delivery::given_up));

    rig r;  // gone needs two answers, ten seconds apart
    r.queue.push_final(final_update(), t0 + 60s);
    (void)r.sent(t0);
    (void)r.queue.on_outcome(gone(), t0);
    auto const again = r.next_send(t0);
    (void)r.queue.on_outcome(gone(), again);
    BOOST_TEST((r.queue.final_fate() == ta::delivery::refused));

    rig late;  // no time was left even to try
    late.queue.push_final(final_update(), t0);
    BOOST_TEST((late.queue.next(t0).what == kind::over));
    BOOST_TEST((late.queue.final_fate() == ta::delivery::given_up));
}

BOOST_AUTO_TEST_CASE(details_that_were_refused_for_who_we_are_go_with_the_next_update) {
    for (int const status : {401, 403}) {
        rig r;
        r.queue.push(details("loss", "1"));
        auto now = t0;
        for (int tries = 0; tries < 3 && r.queue.next(now).what == kind::send; ++tries)
            (void)r.queue.on_outcome(answer(status), now);
        BOOST_TEST((r.queue.next(now + 60s).what == kind::idle), "not again by itself");
        r.queue.push(details("epoch", "2"));
        auto const next = r.sent(now + 60s);
        BOOST_TEST(next.status_details.at("loss") == "1");
        BOOST_TEST(next.status_details.at("epoch") == "2");
    }
}

BOOST_AUTO_TEST_CASE(in_doubt_the_end_says_the_last_value_of_every_detail_again) {
    for (bool const in_doubt : {true, false}) {
        rig r;
        r.queue.push(details("loss", "1"));
        (void)r.sent(t0);
        (void)r.queue.on_outcome(in_doubt ? lost_on_its_way() : no_connection(), t0);
        auto const again = r.next_send(t0);
        (void)r.queue.on_outcome(answer(200), again);
        r.queue.push(details("loss", "2"));
        auto const last = r.next_send(again);
        (void)r.queue.on_outcome(answer(200), last);
        r.queue.push_final(final_update(), last + 60s);
        auto const end = r.sent(last);
        BOOST_TEST(end.status_details.contains("loss") == in_doubt);
        if (in_doubt) BOOST_TEST(end.status_details.at("loss") == "2");
    }
}

BOOST_AUTO_TEST_CASE(a_back_off_that_would_end_in_the_last_moment_ends_half_a_second_before_it) {
    // whatever the jitter: the last try has time for an answer
    for (std::uint64_t seed = 0; seed < 200; ++seed) {
        ta::jitter random(seed);
        ta::update_queue queue(random);
        auto const deadline = t0 + 20s;
        queue.push_final(final_update(), deadline);
        auto const chance = deadline - 500ms;
        auto now = t0;
        while (!queue.is_over()) {
            auto const a = queue.next(now);
            if (a.what == kind::wait) {
                BOOST_TEST((now >= chance || a.until <= chance), "seed " << seed);
                now = a.until;
            }
            if (a.what == kind::send) (void)queue.on_outcome(answer(503), now);
        }
    }
}

BOOST_AUTO_TEST_SUITE_END()

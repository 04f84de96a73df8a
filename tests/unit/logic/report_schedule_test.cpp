#include "task_agent/logic/report_schedule.hpp"

#include <boost/test/unit_test.hpp>

namespace ta = task_agent;
using namespace std::chrono_literals;
using kind = ta::update_queue::action::kind;

namespace {

ta::time_point const t0{1000s};

ta::task_update with_key(std::string const& key) {
    ta::task_update update;
    update.status_details.emplace(key, "1");
    return update;
}

void accept(ta::report_schedule& schedule, ta::time_point now) {
    schedule.on_sent(now);
    ta::call_outcome outcome;
    outcome.http_status = 200;
    BOOST_TEST(!schedule.on_outcome(outcome, now));
}

}  // namespace

BOOST_AUTO_TEST_SUITE(report_schedule_tests)

BOOST_AUTO_TEST_CASE(a_heartbeat_is_sent_when_it_is_due_and_waited_for_until_then) {
    ta::jitter random(1);
    ta::report_schedule schedule(t0, true, random);
    auto const waiting = schedule.next(t0);
    BOOST_TEST((waiting.what == kind::wait));
    BOOST_TEST((waiting.until >= t0 + 13500ms && waiting.until <= t0 + 16500ms));
    BOOST_TEST((schedule.next(waiting.until).what == kind::send));
}

// contract 3.2, --heartbeat=progress
BOOST_AUTO_TEST_CASE(held_heartbeats_are_not_sent_however_late_it_is_and_what_is_pushed_still_goes) {
    ta::jitter random(1);
    ta::report_schedule schedule(t0, true, random);
    schedule.hold_heartbeats(true);
    BOOST_TEST((schedule.next(t0 + 1h).what == kind::idle));
    schedule.push(with_key("error_report"));
    auto const sent = schedule.next(t0 + 1h);
    BOOST_TEST((sent.what == kind::send));
    BOOST_TEST(sent.update.status_details.contains("error_report"));
    accept(schedule, t0 + 1h);
    BOOST_TEST((schedule.next(t0 + 2h).what == kind::idle));
}

BOOST_AUTO_TEST_CASE(heartbeats_that_are_let_go_are_due_at_once) {
    ta::jitter random(1);
    ta::report_schedule schedule(t0, true, random);
    schedule.hold_heartbeats(true);
    BOOST_TEST((schedule.next(t0 + 1h).what == kind::idle));
    schedule.hold_heartbeats(false);
    BOOST_TEST((schedule.next(t0 + 1h).what == kind::send));
}

BOOST_AUTO_TEST_CASE(the_end_goes_out_while_heartbeats_are_held) {
    ta::jitter random(1);
    ta::report_schedule schedule(t0, true, random);
    schedule.hold_heartbeats(true);
    BOOST_TEST(!schedule.push_final(with_key("last"), t0 + 60s, t0));
    BOOST_TEST((schedule.next(t0).what == kind::send));
    accept(schedule, t0);
    BOOST_TEST((schedule.next(t0).what == kind::over));
}

BOOST_AUTO_TEST_SUITE_END()

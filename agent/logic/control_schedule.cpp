#include "task_agent/logic/control_schedule.hpp"

#include <algorithm>

namespace task_agent {
namespace {

using namespace std::chrono_literals;

constexpr duration between_readings = 60s;
// Of a whole list that failed, and of polls with a long interval.
constexpr duration first_retry = 1s;
constexpr duration longest_wait_for_poll = 30s;
constexpr duration longest_retry_after = 30s;
constexpr double share_of_jitter = 0.1;

// Somewhere between the usual wait and one that doubles with each failure.
duration backed_off(duration usual, duration longest, unsigned failures, jitter& random) {
    longest = std::max(usual, longest);
    duration limit = usual;
    for (unsigned i = 0; i < failures && limit < longest; ++i)
        limit *= 2;
    return usual + random.up_to(std::min(limit, longest) - usual);
}

}  // namespace

control_schedule::control_schedule(time_point start, duration interval, jitter& random)
    : interval_(interval), random_(&random), whole_{start, 0}, poll_{start, 0} {
    if (polls()) poll_.due = start + random.around(interval_, share_of_jitter);
}

control_schedule::due_look control_schedule::next() const noexcept {
    if (!polls() || whole_.due <= poll_.due) return {look::whole, whole_.due};
    return {look::poll, poll_.due};
}

void control_schedule::on_success(look what, time_point now) {
    if (what == look::whole) {
        whole_ = {now + random_->around(between_readings, share_of_jitter), 0};
    } else if (poll_.failures > 0 && whole_.failures > 0) {
        // the platform is back
        whole_ = {now, 0};
    }
    // the whole list tells what a poll would
    if (!polls()) return;
    poll_ = {now + random_->around(interval_, share_of_jitter), 0};
}

void control_schedule::on_failure(look what, std::optional<std::chrono::seconds> retry_after,
                                  time_point now) {
    if (what == look::whole) {
        whole_.due = now + backed_off(first_retry, between_readings, ++whole_.failures, *random_);
    } else {
        poll_.due = now + backed_off(interval_, longest_wait_for_poll, ++poll_.failures, *random_);
    }
    if (!retry_after) return;
    // never before the server's time, and behind it apart: it told the same one to everybody
    auto const held = std::min<duration>(*retry_after, longest_retry_after);
    auto const apart = random_->up_to(polls() ? interval_ : first_retry);
    whole_.due = std::max(whole_.due, now + held + apart);
    if (polls()) poll_.due = std::max(poll_.due, now + held + apart);
}

}  // namespace task_agent

#include "task_agent/logic/retry_schedule.hpp"

#include <algorithm>

namespace task_agent {
namespace {

using namespace std::chrono_literals;
using kind = retry_action::kind;

constexpr duration first_limit = 250ms;
constexpr duration last_limit = 30s;
constexpr duration between_gone = 10s;
constexpr unsigned conflicts_at_once = 5;

retry_action action(kind what, duration wait = {}) {
    retry_action a;
    a.what = what;
    a.wait = wait;
    return a;
}

duration backoff_limit(unsigned failures) {
    duration limit = first_limit;
    for (unsigned i = 0; i < failures && limit < last_limit; ++i)
        limit *= 2;
    return std::min(limit, last_limit);
}

}  // namespace

retry_action retry_schedule::on_outcome(call_outcome const& outcome, time_point now, jitter& random) {
    auto v = judge(options_.call, outcome);
    // both count only in a row: anything else in between tells of another trouble
    if (v.what != verdict::kind::retry_now) conflicts_ = 0;
    if (v.what != verdict::kind::job_gone) first_gone_.reset();

    retry_action next;
    switch (v.what) {
        case verdict::kind::accepted:
            return next;
        case verdict::kind::retry_now:
            // tasks of one job contend for one row: part of a good day, and nothing to say
            if (++conflicts_ <= conflicts_at_once) return action(kind::send_again);
            next = back_off(outcome, random);
            break;
        case verdict::kind::retry_backoff:
            next = back_off(outcome, random);
            break;
        case verdict::kind::reread:
            next = action(kind::reread);
            break;
        case verdict::kind::refresh_auth:
            next = on_unauthorized(outcome, random);
            break;
        case verdict::kind::drop_field:
            next = on_refused_field(v.field);
            break;
        case verdict::kind::job_gone:
            next = on_gone(now);
            break;
        case verdict::kind::give_up:
            next = options_.is_final && outcome.http_status == 403 ? back_off(outcome, random)
                                                                   : action(kind::give_up);
            break;
    }
    next.sentence = std::move(v.sentence);
    return next;
}

retry_action retry_schedule::back_off(call_outcome const& outcome, jitter& random) {
    duration wait = random.up_to(backoff_limit(failures_++));
    // never before the server's time, and behind it apart: it told the same one to everybody
    if (outcome.retry_after) wait += std::min<duration>(*outcome.retry_after, last_limit);
    return action(kind::send_again, wait);
}

// Twice, ten seconds apart: a job that is being created again is not gone.
retry_action retry_schedule::on_gone(time_point now) {
    if (options_.job_is_known_gone) return action(kind::job_gone);
    if (!first_gone_) {
        first_gone_ = now;
        return action(kind::send_again, between_gone);
    }
    duration const apart = now - *first_gone_;
    return apart >= between_gone ? action(kind::job_gone) : action(kind::send_again, between_gone - apart);
}

retry_action retry_schedule::on_unauthorized(call_outcome const& outcome, jitter& random) {
    if (!refreshed_) {
        refreshed_ = true;
        return action(kind::refresh_auth);
    }
    return options_.is_final ? back_off(outcome, random) : action(kind::give_up);
}

// Refused again for a field that is not there any more: the answer means something else, so only the bare
// status is left to try, once.
retry_action retry_schedule::on_refused_field(optional_field field) {
    if (dropped_.contains(optional_field::all)) return action(kind::give_up);
    if (dropped_.contains(field)) field = optional_field::all;
    dropped_.insert(field);
    auto again = action(kind::send_again);
    again.drop = field;
    return again;
}

}  // namespace task_agent

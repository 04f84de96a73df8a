// When to try a call again, and when to stop (contract 2).
//
// One object for one call from its first try to its end. Feed it every outcome; it says what to do next. It
// knows no budget: the caller stops when its own time is over. Pure: time and randomness come in. One thread
// at a time.
#pragma once

#include "task_agent/base/clock.hpp"
#include "task_agent/base/jitter.hpp"
#include "task_agent/logic/http_verdict.hpp"

#include <optional>
#include <set>
#include <string>

namespace task_agent {

struct retry_action {
    enum class kind {
        done,          // accepted
        send_again,    // after `wait`, without `drop`
        refresh_auth,  // get new credentials, then send again at once
        reread,        // see verdict
        job_gone,      // stop reporting for good
        give_up,       // this call failed; `sentence` says why
    };
    kind what = kind::done;
    duration wait{};
    optional_field drop = optional_field::none;
    std::string sentence;  // why, for a person; empty where all is well
};

class retry_schedule {
public:
    struct options {
        call_kind call = call_kind::task_put;
        // the final update: 401 and 403 may mend themselves within its budget
        bool is_final = false;
        // an earlier call was told that the job is gone: one 404 is enough
        bool job_is_known_gone = false;
    };

    explicit retry_schedule(options o) noexcept : options_(o) {}

    [[nodiscard]] retry_action on_outcome(call_outcome const& outcome, time_point now, jitter& random);

private:
    retry_action back_off(call_outcome const& outcome, jitter& random);
    retry_action on_gone(time_point now);
    retry_action on_unauthorized(call_outcome const& outcome, jitter& random);
    retry_action on_refused_field(optional_field field);

    options options_;
    unsigned failures_ = 0;   // that led to a back-off
    unsigned conflicts_ = 0;  // in a row
    bool refreshed_ = false;
    std::optional<time_point> first_gone_;
    std::set<optional_field> dropped_;
};

}  // namespace task_agent

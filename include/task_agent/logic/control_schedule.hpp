// When the platform is asked for the step, and how (contract 9): the whole list at the start and every 60 s,
// in between a small poll every interval, 10 % jitter.
//
// A look that fails is made again later and later, 30 s apart at most for polls, 60 s for the whole list,
// each at a random moment, so that a fleet does not come back at once; a Retry-After holds both (contract 2:
// up to 30 s). The two fail apart: a list that is too much for the platform does not keep an agent from
// noticing a cancel. When a poll succeeds after failures, the whole list that is missing is due at once.
//
// Pure: the driver makes the look that next() names and tells how it went. One thread at a time.
#pragma once

#include "task_agent/base/clock.hpp"
#include "task_agent/base/jitter.hpp"

#include <chrono>
#include <optional>

namespace task_agent {

class control_schedule {
public:
    enum class look { whole, poll };
    struct due_look {
        look what = look::whole;
        time_point at{};
    };

    // `interval` 0 = no polls. `random` is borrowed and outlives this.
    control_schedule(time_point start, duration interval, jitter& random);

    [[nodiscard]] due_look next() const noexcept;
    void on_success(look what, time_point now);
    // `retry_after` as the platform gave it, if it did.
    void on_failure(look what, std::optional<std::chrono::seconds> retry_after, time_point now);

private:
    struct kind {
        time_point due{};
        unsigned failures = 0;  // in a row
    };

    [[nodiscard]] bool polls() const noexcept { return interval_ > duration::zero(); }

    duration interval_;
    jitter* random_;
    kind whole_;
    kind poll_;
};

}  // namespace task_agent

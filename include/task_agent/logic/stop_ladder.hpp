// The stop ladder: signal, SIGCONT, wait for the grace, SIGKILL (contract 4). Pure: the driver sends what it
// is told to and comes back at deadline().
//
// Once begun it neither restarts nor gets longer: a further stop signal is forwarded, and a third SIGINT, or
// a SIGTERM more than 2 s after the last rung began, goes to SIGKILL at once.
#pragma once

#include "task_agent/base/clock.hpp"

#include <optional>
#include <vector>

namespace task_agent {

class stop_ladder {
public:
    explicit stop_ladder(duration grace) noexcept : grace_(grace) {}

    // What to send to the group, in order.
    using signals = std::vector<int>;

    // Begins with `signal` (SIGTERM when the platform asked). Nothing when it was begun before.
    [[nodiscard]] signals begin(int signal, time_point now);
    // A further signal from outside while the ladder stands.
    [[nodiscard]] signals on_signal(int signal, time_point now);
    [[nodiscard]] signals on_time(time_point now);

    [[nodiscard]] bool has_begun() const noexcept { return began_.has_value(); }
    [[nodiscard]] bool has_killed() const noexcept { return killed_; }
    [[nodiscard]] std::optional<time_point> began() const noexcept { return began_; }
    // When on_time wants to be called; nothing before the beginning and after SIGKILL.
    [[nodiscard]] std::optional<time_point> deadline() const noexcept;

private:
    [[nodiscard]] signals kill();

    duration grace_;
    std::optional<time_point> began_;
    int interrupts_ = 0;
    bool killed_ = false;
};

}  // namespace task_agent

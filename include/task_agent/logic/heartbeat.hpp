// When the next heartbeat is due (contract 3.2): a third of the step's staleness timeout within 1 to 60 s,
// else 15 s, 10 % jitter. Anything accepted by the platform counts as one. Pure.
#pragma once

#include "task_agent/base/clock.hpp"
#include "task_agent/base/jitter.hpp"

#include <chrono>
#include <optional>

namespace task_agent {

[[nodiscard]] duration heartbeat_interval(std::optional<std::chrono::seconds> staleness_timeout) noexcept;

class heartbeat {
public:
    // `j` is borrowed and outlives this.
    heartbeat(time_point start, jitter& j) : jitter_(&j), last_(start) { plan(); }

    void on_staleness_timeout(std::optional<std::chrono::seconds> timeout);
    // An update left for the platform, whatever it carried.
    void on_update(time_point now);

    [[nodiscard]] time_point due() const noexcept { return due_; }
    // Without jitter, as the payload states it.
    [[nodiscard]] duration interval() const noexcept { return interval_; }

private:
    void plan();

    jitter* jitter_;
    duration interval_ = heartbeat_interval(std::nullopt);
    time_point last_;
    time_point due_;
};

}  // namespace task_agent

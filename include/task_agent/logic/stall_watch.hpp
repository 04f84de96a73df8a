// When a workload counts as stalled: nothing has moved for a time (contract 3.2, 9).
//
// What moves it is output, a report of the workload, and where that is asked for the CPU time it uses. A
// stall is told once, and its end once; then the next may come. Without a limit nothing is ever a stall.
// Pure: the driver says what it saw move, and looks at due().
#pragma once

#include "task_agent/base/clock.hpp"

#include <optional>
#include <string_view>

namespace task_agent {

enum class movement { start, output, report, cpu };

[[nodiscard]] std::string_view to_text(movement what) noexcept;

class stall_watch {
public:
    enum class change { none, stalled, recovered };

    // `looks_at_cpu`: whoever drives it has to sample, and looks more often.
    stall_watch(time_point start, bool looks_at_cpu) noexcept
        : looks_at_cpu_(looks_at_cpu), moved_at_(start), looked_at_(start) {}

    // Nothing: unlimited.
    void set_limit(std::optional<duration> limit) noexcept { limit_ = limit; }
    // Older than what is known already: no news.
    void on_movement(movement what, time_point when) noexcept;
    // The CPU time that the workload has used up to now. It moves when that was at least a hundredth of one
    // CPU since the last sample: a thread that only looks at a clock now and then does not.
    void on_cpu_time(duration used, time_point now) noexcept;
    // What came up to `when` was our own doing, and is no movement.
    void disregard(time_point when) noexcept { disregarded_ = when; }

    [[nodiscard]] change look(time_point now) noexcept;
    // When to look next; the end of time without a limit.
    [[nodiscard]] time_point due() const noexcept;

    [[nodiscard]] bool is_stalled() const noexcept { return is_stalled_; }
    [[nodiscard]] std::optional<duration> limit() const noexcept { return limit_; }
    [[nodiscard]] movement last() const noexcept { return last_; }
    [[nodiscard]] time_point moved_at() const noexcept { return moved_at_; }

private:
    bool looks_at_cpu_;
    std::optional<duration> limit_;
    movement last_ = movement::start;
    time_point moved_at_;
    time_point looked_at_;
    time_point disregarded_{};
    std::optional<duration> cpu_used_;
    time_point sampled_at_{};
    bool is_stalled_ = false;
};

}  // namespace task_agent

// The stop ladder: a signal and SIGCONT for each rung, the rung's wait, SIGKILL after the last (contract 4).
// Pure: the driver sends what it is told to and comes back at deadline().
//
// Once begun it neither restarts nor gets longer: a further stop signal is forwarded, and a third SIGINT, or
// a SIGTERM more than 2 s after the last rung began, goes to SIGKILL at once. The first stop signal from
// outside is never a further one, also when the platform or a time limit began the ladder before it.
//
// Before it, the workload may be asked to end by itself: one signal, and SIGKILL when that time is over, if
// there is one (a pause that is left to the workload, contract 9). Whatever else stops the run begins the
// ladder as if nobody had asked.
//
// Five seconds after SIGKILL it gives up: what still lives then cannot be killed.
#pragma once

#include "task_agent/base/clock.hpp"
#include "task_agent/core/stop_rung.hpp"

#include <cstddef>
#include <optional>
#include <utility>
#include <vector>

namespace task_agent {

class stop_ladder {
public:
    // At least one rung.
    explicit stop_ladder(std::vector<stop_rung> rungs) : rungs_(std::move(rungs)) {}

    // What to send to the group, in order.
    using signals = std::vector<int>;

    enum class cause {
        signal,  // a stop signal was received
        order,   // the platform asked, or a time limit passed
    };

    // Asks; SIGKILL is due after `patience`, or never without one. Nothing when the ladder was begun before.
    [[nodiscard]] signals ask(int signal, std::optional<duration> patience, time_point now);
    // Begins; `signal` is the one received, else SIGTERM. Nothing when it was begun before.
    [[nodiscard]] signals begin(int signal, cause why, time_point now);
    // A further signal from outside while the ladder stands.
    [[nodiscard]] signals on_signal(int signal, time_point now);
    // The workload has saved what it has to: there is nothing more to wait for before the next signal. Behind
    // the last one it keeps its time.
    [[nodiscard]] signals on_saved(time_point now);
    [[nodiscard]] signals on_time(time_point now);
    // SIGKILL is due at `kill_by` at the latest; the waits from now on are cut in proportion, so that every
    // rung still comes. Never makes the ladder longer.
    void shorten(time_point kill_by, time_point now);

    // Not by asking.
    [[nodiscard]] bool has_begun() const noexcept { return began_; }
    [[nodiscard]] bool has_killed() const noexcept { return killed_at_.has_value(); }
    [[nodiscard]] bool has_given_up() const noexcept { return gave_up_; }
    // When on_time wants to be called; nothing before the beginning and after the ladder has given up.
    [[nodiscard]] std::optional<time_point> deadline() const noexcept;

private:
    [[nodiscard]] signals climb(std::size_t rung, time_point now);
    [[nodiscard]] signals kill(time_point now);
    [[nodiscard]] bool is_on_last() const noexcept { return rung_ + 1 == rungs_.size(); }

    std::vector<stop_rung> rungs_;
    std::size_t rung_ = 0;
    time_point rung_began_{};
    std::optional<time_point> asked_until_;
    std::optional<time_point> killed_at_;
    int interrupts_ = 0;
    bool began_ = false;
    bool was_asked_ = false;  // a stop signal has come from outside
    bool gave_up_ = false;
};

// How long the ladder takes until SIGKILL, when nothing shortens it.
[[nodiscard]] duration length_of(std::vector<stop_rung> const& rungs) noexcept;

}  // namespace task_agent

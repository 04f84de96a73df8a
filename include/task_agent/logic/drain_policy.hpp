// The end of the output (contract 4, "At exit"): the workload's first process has ended, but descendants may
// live on and hold the pipes.
//
//   waiting   until both streams ended or were silent for 250 ms, 5 s at most
//   stopping  SIGTERM went to the leftovers; keep pumping until they are gone, 2 s at most
//   killed    SIGKILL went to them; until they are gone, 5 s at most (what outlives SIGKILL waits in the
//   kernel) taking    what the pipes hold is read and written, however slow the reader; within the stop
//   budget, if any done
//
// With leftovers that are to be left, waiting is followed by taking (--leftovers=leave).
//
// Pure: the driver reports what it sees and performs the actions; each action is given once.
#pragma once

#include "task_agent/base/clock.hpp"

#include <array>
#include <optional>

namespace task_agent {

// What a pump is doing.
struct stream_state {
    bool ended = false;  // end of file, or the pump gave up
    std::optional<time_point>
        idle_since;  // waits for input with an empty pipe since then; nothing while it writes
};

struct drain_view {
    std::array<stream_state, 2> streams;
    bool leftovers_alive = false;  // descendants other than the first process
};

enum class drain_action {
    none,
    terminate_leftovers,
    kill_leftovers,
    take_rest,  // tell the pumps to read what the pipes hold and end
    abandon,    // the budget is gone: tell the pumps to stop writing and count what is lost
    finished,
};

class drain_policy {
public:
    // `budget_end`: when everything has to be over; nothing when no stop is under way.
    drain_policy(time_point exit_time, std::optional<time_point> budget_end,
                 bool leave_leftovers = false) noexcept
        : since_(exit_time), budget_end_(budget_end), leave_leftovers_(leave_leftovers) {}

    // Call again at once after each action but none, and after `none` when something changed or wake() has
    // come.
    [[nodiscard]] drain_action step(drain_view const& view, time_point now);
    // The latest time at which step() wants to be called again.
    [[nodiscard]] time_point wake(drain_view const& view, time_point now) const;
    void shorten(time_point budget_end) noexcept;
    // Leftovers were still there when the whole time after SIGKILL had passed.
    [[nodiscard]] bool was_outlived() const noexcept { return outlived_kill_; }

private:
    enum class phase { waiting, stopping, killed, taking, abandoned, done };

    [[nodiscard]] drain_action after_leftovers(drain_view const& view, time_point now);
    [[nodiscard]] drain_action enter(phase next, time_point now, drain_action action);

    phase phase_ = phase::waiting;
    time_point since_;
    std::optional<time_point> budget_end_;
    bool leave_leftovers_ = false;
    bool outlived_kill_ = false;
};

}  // namespace task_agent

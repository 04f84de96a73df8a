// What is sent of a task and when (contract 3): the queue of its updates, the heartbeats between them, and
// the end.
//
// Pure: the driver (run/reporter, and the simulation in tests/simulation) does what next() says, tells what
// became of it, and ends a request that is under way when it is told to. One thread at a time.
#pragma once

#include "task_agent/base/clock.hpp"
#include "task_agent/base/jitter.hpp"
#include "task_agent/logic/heartbeat.hpp"
#include "task_agent/logic/update_queue.hpp"

#include <chrono>
#include <optional>
#include <string>

namespace task_agent {

class report_schedule {
public:
    // `beats`: heartbeats are sent until the end. `random` is borrowed and outlives this.
    report_schedule(time_point start, bool beats, jitter& random)
        : queue_(random), heartbeat_(start, random), beats_(beats) {}

    void push(task_update update) { queue_.push(std::move(update)); }

    // Ends the heartbeats. Returned: when a request that is under way has to be ended. It may still finish,
    // but not on more than half of the time that is left.
    [[nodiscard]] std::optional<time_point> push_final(task_update update, time_point deadline,
                                                       time_point now);
    // A stop came meanwhile. Returned: likewise, for a request of the end too, and for reading it back.
    [[nodiscard]] std::optional<time_point> shorten_final(time_point deadline);
    void abandon() noexcept { queue_.abandon(); }
    void on_staleness_timeout(std::optional<std::chrono::seconds> timeout) {
        heartbeat_.on_staleness_timeout(timeout);
    }

    // No heartbeats for as long as the workload does not move (contract 3.2, --heartbeat=progress); what is
    // pushed still goes.
    void hold_heartbeats(bool held) noexcept { is_held_ = held; }

    // Never idle while heartbeats are sent: then it waits for the next one at the latest.
    [[nodiscard]] update_queue::action next(time_point now);
    // The update that next() gave leaves.
    void on_sent(time_point now) { heartbeat_.on_update(now); }
    [[nodiscard]] std::optional<std::string> on_outcome(call_outcome const& outcome, time_point now) {
        return queue_.on_outcome(outcome, now);
    }
    void on_read_back(std::optional<bool> holds_final) { queue_.on_read_back(holds_final); }

    // Of the end, once it was pushed: no request of it goes on for longer.
    [[nodiscard]] std::optional<time_point> const& deadline() const noexcept { return final_deadline_; }
    [[nodiscard]] duration interval() const noexcept { return heartbeat_.interval(); }
    [[nodiscard]] update_queue const& queue() const noexcept { return queue_; }

private:
    update_queue queue_;
    heartbeat heartbeat_;
    bool beats_;
    bool is_held_ = false;
    std::optional<time_point> final_deadline_;
};

}  // namespace task_agent

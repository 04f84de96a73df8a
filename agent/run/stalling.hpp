// Watches whether the workload moves, gathers the evidence when it does not, reports it, and stops the run
// where that is asked for (contract 3.2, 9). Control thread.
#pragma once

#include "task_state.hpp"

namespace task_agent {

// Takes what has moved up to now into account.
void note_movement(task_state& s);

// As the key `agent` tells it.
[[nodiscard]] activity activity_of(task_state& s);

// The step was read: its staleness timeout is the limit where --stall-timeout is none.
void on_staleness_timeout(task_state& s, std::optional<std::chrono::seconds> timeout);

// From the start of the workload to its end, or to a stop.
[[nodiscard]] boost::asio::awaitable<void> watch_for_stalls(task_state& s);

// With the last update: a stall that the workload got out of by ending well is none any more.
void settle_stall(task_state const& s, task_update& last);

}  // namespace task_agent

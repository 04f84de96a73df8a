// What the end of a run has to know before it can be judged: whether an agent around us reports, whether the
// attempt is still ours, and whether it was the platform that stopped us (contract 2, 9). Control thread.
#pragma once

#include "task_state.hpp"

namespace task_agent {

// Until something changed; whoever waits looks at its own condition again.
[[nodiscard]] boost::asio::awaitable<void> next_change(task_state& s);

// A short run ends before it knows whether it reports at all.
[[nodiscard]] boost::asio::awaitable<void> settle_outer(task_state& s);

// Is the task still ours to write? Not asked where the time is short. A workload that has read `pausing` by
// itself is told apart here as well.
[[nodiscard]] boost::asio::awaitable<void> check_attempt(task_state& s);

// Was it the platform that stopped us? The answer was asked for when the signal came. No order counts after
// it.
[[nodiscard]] boost::asio::awaitable<void> settle_order(task_state& s);

}  // namespace task_agent

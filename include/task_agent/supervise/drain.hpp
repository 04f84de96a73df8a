// Performs the end of the output: what logic/drain_policy decides (contract 4, "At exit").
//
// Runs between the end of the workload's first process and its reaping, so that its group can be signalled
// safely. Other leftovers are children of this process by then (it is a subreaper or PID 1): only we can reap
// them, so their numbers cannot be reused under us either. Their own children appear here as soon as they are
// gone.
//
// Control thread; the child, the pumps and the executor outlive it.
#pragma once

#include "task_agent/logic/drain_policy.hpp"
#include "task_agent/supervise/child.hpp"
#include "task_agent/supervise/pump.hpp"

#include <boost/asio/awaitable.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>

#include <sys/types.h>

#include <array>
#include <optional>
#include <vector>

namespace task_agent {

class drain {
public:
    // A pump may be null: its stream was closed from the start. `not_ours`: children that were there before
    // the workload.
    drain(boost::asio::io_context& io, child& first, std::array<pump*, 2> pumps, std::vector<pid_t> not_ours,
          drain_policy policy);

    // Until both pumps have ended and the leftovers are gone, as far as the policy waits for them.
    [[nodiscard]] boost::asio::awaitable<void> run();

    // Something changed: a pump ended, a child died.
    void wake() noexcept { timer_.cancel(); }
    // A stop came while we drain.
    void shorten(time_point budget_end) noexcept;
    // After run(): leftovers that lived on although SIGKILL had its full time.
    [[nodiscard]] std::vector<pid_t> survivors();

private:
    [[nodiscard]] drain_view look();
    [[nodiscard]] std::vector<pid_t> leftovers();
    void perform(drain_action action);
    void signal_leftovers();
    [[nodiscard]] bool pumps_settled() noexcept;

    child* first_;
    std::array<pump*, 2> pumps_;
    std::vector<pid_t> not_ours_;
    drain_policy policy_;
    boost::asio::steady_timer timer_;
    int leftover_signal_ = 0;  // what leftovers get, also those that show up later; 0 = nothing yet
    std::vector<pid_t> signalled_;
};

// Reaps every child of this process that has ended, but for `first`, whose verdict belongs to somebody else.
// Call on SIGCHLD: orphans of the workload come to us.
void reap_orphans(pid_t first);

}  // namespace task_agent

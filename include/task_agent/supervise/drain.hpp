// Performs the end of the output: what logic/drain_policy decides (contract 4, "At exit").
//
// Runs between the end of the workload's first process and its reaping, so that its group can be signalled
// safely.
//
// Control thread; the tree, the pumps and the executor outlive it.
#pragma once

#include "task_agent/logic/drain_policy.hpp"
#include "task_agent/supervise/pump.hpp"
#include "task_agent/supervise/workload_tree.hpp"

#include <boost/asio/awaitable.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>

#include <sys/types.h>

#include <array>
#include <vector>

namespace task_agent {

class drain {
public:
    // A pump may be null: its stream was closed from the start.
    drain(boost::asio::io_context& io, workload_tree& tree, std::array<pump*, 2> pumps, drain_policy policy);

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
    void perform(drain_action action);
    [[nodiscard]] bool pumps_settled() noexcept;

    workload_tree* tree_;
    std::array<pump*, 2> pumps_;
    drain_policy policy_;
    boost::asio::steady_timer timer_;
    bool is_terminating_ = false;  // also whoever shows up later
};

}  // namespace task_agent

// Writes the step's own status, for a run that owns its step (--own-step; contract, calls): otherwise only a
// controller may (platform-facts 4.7).
//
// Control thread. What it borrows outlives it.
#pragma once

#include "task_agent/base/jitter.hpp"
#include "task_agent/base/log.hpp"
#include "task_agent/core/task_update.hpp"
#include "task_agent/platform/jobs_client.hpp"
#include "task_agent/run/control.hpp"

#include <boost/asio/awaitable.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>

namespace task_agent {

class step_owner {
public:
    step_owner(boost::asio::io_context& io, jobs_client& client, control& reader, jitter& random,
               logger const& log);

    // Until the platform accepted it, has moved on by itself, or `deadline` has come. A step that is being
    // cancelled or paused takes only the matching end (platform-facts 3.1), so a conflict is answered by
    // reading it.
    [[nodiscard]] boost::asio::awaitable<bool> report(status state, json_text error_details,
                                                      time_point deadline);

private:
    [[nodiscard]] boost::asio::awaitable<status> state_after_conflict(status wanted, time_point deadline);

    jobs_client* client_;
    control* reader_;
    jitter* random_;
    logger log_;
    boost::asio::steady_timer timer_;
};

}  // namespace task_agent

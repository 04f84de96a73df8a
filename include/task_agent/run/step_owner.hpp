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

#include <string>

namespace task_agent {

class step_owner {
public:
    step_owner(boost::asio::io_context& io, jobs_client& client, control& reader, jitter& random,
               logger const& log);

    // `wanted`: active, or how the run has ended. Until the platform accepted it, has moved on by itself,
    // `deadline` has come, or a later call takes its place. A conflict is answered by reading the step, and
    // from there by the legal way (logic/step_moves). `job_is_known_gone`: one 404 is enough.
    [[nodiscard]] boost::asio::awaitable<bool> report(status wanted, json_text error_details,
                                                      time_point deadline, bool job_is_known_gone = false);
    // Nothing more is written.
    void abandon() noexcept;

private:
    void say(std::string const& why);

    jobs_client* client_;
    control* reader_;
    jitter* random_;
    logger log_;
    boost::asio::steady_timer timer_;
    unsigned newest_ = 0;  // number of the last call of report()
};

}  // namespace task_agent

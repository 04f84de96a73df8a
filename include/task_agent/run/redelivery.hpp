// Sends the end that an earlier agent could not: the reporter with that one update and no heartbeat, hence
// with the same rules for trying again (contract 2, 6).
//
// Control thread. What it borrows outlives it.
#pragma once

#include "task_agent/base/jitter.hpp"
#include "task_agent/base/log.hpp"
#include "task_agent/core/journal_record.hpp"
#include "task_agent/platform/jobs_client.hpp"
#include "task_agent/run/reporter.hpp"

#include <boost/asio/awaitable.hpp>
#include <boost/asio/io_context.hpp>

#include <optional>
#include <utility>

namespace task_agent {

class redelivery {
public:
    // `id`: the task whose ends are sent.
    redelivery(boost::asio::io_context& io, jobs_client& client, identity id, jitter& random,
               logger const& log)
        : io_(&io), client_(&client), id_(std::move(id)), random_(&random), log_(log) {}

    // One at a time.
    [[nodiscard]] boost::asio::awaitable<delivery> send(task_update update, time_point deadline);

    // From now on there is something more urgent: all of this ends by `deadline`.
    void hurry(time_point deadline);

private:
    boost::asio::io_context* io_;
    jobs_client* client_;
    identity id_;
    jitter* random_;
    logger log_;
    std::optional<reporter> under_way_;
    time_point latest_ = time_point::max();
};

}  // namespace task_agent

// Tells the platform about this task: drives the update queue and the heartbeat over one connection (contract
// 3).
//
// Control thread. The client, the jitter and the log outlive it; run() must have returned before it goes.
#pragma once

#include "task_agent/base/jitter.hpp"
#include "task_agent/base/log.hpp"
#include "task_agent/core/identity.hpp"
#include "task_agent/core/task_update.hpp"
#include "task_agent/logic/report_schedule.hpp"
#include "task_agent/platform/jobs_client.hpp"

#include <boost/asio/awaitable.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>

#include <chrono>
#include <cstdint>
#include <functional>
#include <optional>

namespace task_agent {

class reporter {
public:
    // The `agent` object for the update that is about to leave, and its sequence number. An empty function:
    // each goes as it was pushed, and there is no heartbeat (an earlier agent's end, see run/redelivery).
    struct agent_document {
        json_text text;
        std::uint64_t seq = 0;
    };
    using agent_key = std::function<agent_document(time_point now, duration interval)>;

    reporter(boost::asio::io_context& io, jobs_client& client, identity id, jitter& random, logger const& log,
             agent_key agent);

    // Until the final update was accepted or given up.
    [[nodiscard]] boost::asio::awaitable<void> run();

    void push(task_update update);
    // Ends the heartbeats. What is under way may still finish, but not on more than half of the time that is
    // left.
    void push_final(task_update update, time_point deadline);
    // A newer attempt has taken over: run() ends soon, and nothing more is sent.
    void abandon();
    // A stop came meanwhile: the end has less time, and so has a request of it that is under way.
    void shorten_final(time_point deadline);
    void on_staleness_timeout(std::optional<std::chrono::seconds> timeout);
    // No heartbeats while the workload stalls, for whoever wants them to stand for progress.
    void hold_heartbeats(bool held);

    [[nodiscard]] bool final_was_accepted() const noexcept { return schedule_.queue().final_was_accepted(); }
    [[nodiscard]] duration heartbeat_interval() const noexcept { return schedule_.interval(); }
    [[nodiscard]] delivery final_fate() const noexcept { return schedule_.queue().final_fate(); }
    [[nodiscard]] bool job_is_gone() const noexcept { return schedule_.queue().job_is_gone(); }

private:
    [[nodiscard]] boost::asio::awaitable<void> send(task_update update);
    [[nodiscard]] boost::asio::awaitable<void> read_back();
    void wake() noexcept { timer_.cancel(); }
    void close_at(std::optional<time_point> when);

    jobs_client* client_;
    identity id_;
    logger log_;
    agent_key agent_;
    report_schedule schedule_;
    boost::asio::steady_timer timer_;
    boost::asio::steady_timer patience_;  // with an older update under way when the end came
    status sent_state_ = status::active;  // of the update sent last, with its number
    std::uint64_t sent_seq_ = 0;
};

}  // namespace task_agent

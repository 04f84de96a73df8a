// What the platform wants of this run: reads the step, polls for stop orders (contract 9).
//
// Reading the step is one unfiltered List Steps, at the start and every 60 s; in between a filtered one asks
// only for cancelling and pausing steps, so that the usual answer is an empty page. A platform that does not
// answer changes nothing.
//
// Control thread. The client, the jitter and the log outlive it; run() must have returned before it goes.
#pragma once

#include "task_agent/base/jitter.hpp"
#include "task_agent/base/log.hpp"
#include "task_agent/core/identity.hpp"
#include "task_agent/core/step.hpp"
#include "task_agent/logic/control_policy.hpp"
#include "task_agent/platform/jobs_client.hpp"

#include <boost/asio/awaitable.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>

#include <functional>
#include <optional>

namespace task_agent {

class control {
public:
    struct listener {
        std::function<void(step_item const&)> on_step;  // each time the step was read
        std::function<void(stop_order)> on_order;       // never with none
        std::function<void()> on_superseded;            // once: a newer attempt has taken over
    };

    // `interval` 0 = no polls between the readings.
    control(boost::asio::io_context& io, jobs_client& client, identity id, duration interval, jitter& random,
            logger const& log, listener to);

    // Until stop().
    [[nodiscard]] boost::asio::awaitable<void> run();
    // After an order was told, or when the end has come.
    void stop() noexcept;

    // The step as it is now; nothing when it cannot be told in time, or belongs to a newer attempt.
    [[nodiscard]] boost::asio::awaitable<std::optional<step_item>> read_step(time_point until);
    // Once more before the end, unless that was just done: is the attempt still ours?
    [[nodiscard]] boost::asio::awaitable<void> look_once_more(time_point until);

private:
    [[nodiscard]] boost::asio::awaitable<bool> read_and_tell();
    [[nodiscard]] boost::asio::awaitable<std::optional<step_item>> find_step(time_point until);
    [[nodiscard]] boost::asio::awaitable<void> poll();
    void supersede();
    void tell(step_item const& step);

    jobs_client* client_;
    identity id_;
    duration interval_;
    jitter* random_;
    logger log_;
    listener to_;
    boost::asio::steady_timer timer_;
    boost::asio::steady_timer read_;  // a condition variable: cancelled when a reading has ended
    std::optional<time_point> last_reading_;
    int readings_under_way_ = 0;
    bool superseded_ = false;
    bool stopped_ = false;
};

}  // namespace task_agent

// What the platform wants of this run: reads the step, polls for stop orders (contract 9).
//
// Reading the step is one unfiltered List Steps; in between a filtered one asks only for cancelling and
// pausing steps, so that the usual answer is an empty page, however many tasks the step has. When each is due
// is logic/control_schedule's business. Both go over the client's second connection: an update never waits
// for them. A platform that does not answer changes nothing.
//
// Control thread. The client, the jitter and the log outlive it; run() must have returned before it goes.
#pragma once

#include "task_agent/base/jitter.hpp"
#include "task_agent/base/log.hpp"
#include "task_agent/core/identity.hpp"
#include "task_agent/core/step.hpp"
#include "task_agent/logic/control_policy.hpp"
#include "task_agent/logic/control_schedule.hpp"
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
        // Never with none. A pause may be followed by a cancel, a cancel by nothing.
        std::function<void(stop_order, step_item const&)> on_order;
        std::function<void()> on_superseded;  // once: a newer attempt has taken over
        std::function<bool()> job_is_gone;    // then nobody asks for its step any more
    };

    // `interval` 0 = no polls between the readings.
    control(boost::asio::io_context& io, jobs_client& client, identity id, duration interval, jitter& random,
            logger const& log, listener to);

    // Until stop().
    [[nodiscard]] boost::asio::awaitable<void> run();
    // After a cancel was told, or when the end has come. A poll that is under way is given up.
    void stop() noexcept;

    // The step as it is now; nothing when it cannot be told in time, or belongs to a newer attempt.
    [[nodiscard]] boost::asio::awaitable<std::optional<step_item>> read_step(time_point until);
    // The same, and whatever else is under way is given up for it: it may be what hangs, and was asked before
    // now.
    [[nodiscard]] boost::asio::awaitable<std::optional<step_item>> read_step_at_once(time_point until);
    // Once more before the end: is the attempt still ours? Not when that was just read, unless `in_any_case`.
    [[nodiscard]] boost::asio::awaitable<std::optional<step_item>> look_once_more(time_point until,
                                                                                  bool in_any_case);

private:
    struct reading {
        std::optional<step_item> step;
        call_outcome outcome;  // of the last page
    };

    [[nodiscard]] boost::asio::awaitable<void> look(control_schedule::look what);
    [[nodiscard]] boost::asio::awaitable<reading> read(time_point until);
    [[nodiscard]] boost::asio::awaitable<reading> find_step(time_point until);
    [[nodiscard]] boost::asio::awaitable<answer<step_page>> poll();
    void give_up_looks() noexcept;
    void note_failure(control_schedule::look what, call_outcome const& outcome);
    void supersede();
    void tell(step_item const& step);

    jobs_client* client_;
    identity id_;
    logger log_;
    listener to_;
    control_schedule schedule_;
    boost::asio::steady_timer timer_;
    boost::asio::steady_timer read_;  // a condition variable: cancelled when a reading has ended
    std::optional<time_point> last_reading_;
    int readings_under_way_ = 0;
    bool is_polling_ = false;
    stop_order told_ = stop_order::none;
    bool superseded_ = false;
    bool stopped_ = false;
};

}  // namespace task_agent

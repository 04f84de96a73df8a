#include "task_agent/run/step_owner.hpp"

#include "task_agent/logic/retry_schedule.hpp"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/use_awaitable.hpp>

namespace task_agent {

namespace asio = boost::asio;

step_owner::step_owner(asio::io_context& io, jobs_client& client, control& reader, jitter& random,
                       logger const& log)
    : client_(&client), reader_(&reader), random_(&random), log_(log), timer_(io) {}

asio::awaitable<bool> step_owner::report(status state, json_text error_details, time_point deadline) {
    retry_schedule::options options;
    options.call = call_kind::step_patch;
    options.is_final = is_terminal(state);
    retry_schedule schedule(options);
    for (bool reread = false;;) {
        detail_map no_details;
        auto const outcome = co_await client_->patch_step_status(state, no_details, error_details, deadline);
        auto const now = steady_clock::now();
        auto const todo = schedule.on_outcome(outcome, now, *random_);
        duration wait = todo.wait;
        switch (todo.what) {
            case retry_action::kind::done:
                co_return true;
            case retry_action::kind::job_gone:
            case retry_action::kind::give_up:
                log_.warn("cannot write the status of the step: " + todo.sentence);
                co_return false;
            case retry_action::kind::reread: {
                status const next = co_await state_after_conflict(state, deadline);
                if (next == state || reread) co_return false;  // it has ended without us
                state = next;
                reread = true;
                break;
            }
            case retry_action::kind::refresh_auth:
            case retry_action::kind::send_again:
                if (todo.drop == optional_field::error_details || todo.drop == optional_field::all)
                    error_details.clear();
                break;
        }
        if (now + wait >= deadline) co_return false;
        timer_.expires_after(wait);
        auto const token = asio::as_tuple(asio::use_awaitable);
        auto [ec] = co_await timer_.async_wait(token);
        (void)ec;
    }
}

asio::awaitable<status> step_owner::state_after_conflict(status wanted, time_point deadline) {
    auto const step = co_await reader_->read_step(deadline);
    if (!step || !is_terminal(wanted)) co_return wanted;
    auto const current = parse_status(step->status_word);
    if (current == status::cancelling) co_return status::cancelled;
    if (current == status::pausing) co_return status::paused;
    co_return wanted;
}

}  // namespace task_agent

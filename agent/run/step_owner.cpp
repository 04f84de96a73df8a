#include "task_agent/run/step_owner.hpp"

#include "task_agent/logic/retry_schedule.hpp"
#include "task_agent/logic/step_moves.hpp"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/use_awaitable.hpp>

namespace task_agent {

namespace asio = boost::asio;

namespace {

// A conflict is a move that is not legal from where the step is, or somebody else's write in between.
constexpr int most_rereads = 5;

}  // namespace

step_owner::step_owner(asio::io_context& io, jobs_client& client, control& reader, jitter& random,
                       logger const& log)
    : client_(&client), reader_(&reader), random_(&random), log_(log), timer_(io) {}

asio::awaitable<bool> step_owner::report(status wanted, json_text error_details, time_point deadline,
                                         bool job_is_known_gone) {
    auto const order = ++newest_;
    timer_.cancel();
    retry_schedule::options options;
    options.call = call_kind::step_patch;
    options.is_final = wanted != status::active;
    options.job_is_known_gone = job_is_known_gone;
    retry_schedule schedule(options);
    json_text const nothing;
    status next = wanted;
    for (int rereads = 0;;) {
        detail_map no_details;
        json_text const& details = next == status::error ? error_details : nothing;
        auto const outcome = co_await client_->patch_step_status(next, no_details, details, deadline);
        if (order != newest_) co_return false;
        auto const now = steady_clock::now();
        auto const todo = schedule.on_outcome(outcome, now, *random_);
        duration wait = todo.wait;
        switch (todo.what) {
            case retry_action::kind::done: {
                auto const more = next_move(next, wanted);
                if (!more) co_return next == wanted;
                next = *more;
                break;
            }
            case retry_action::kind::job_gone:
            case retry_action::kind::give_up:
                say(todo.sentence);
                co_return false;
            case retry_action::kind::reread: {
                auto const step = co_await reader_->read_step(deadline);
                if (order != newest_ || rereads++ == most_rereads) co_return false;
                auto const current = step ? parse_status(step->status_word) : std::nullopt;
                if (current == wanted) co_return true;
                auto const move = current ? next_move(*current, wanted) : std::optional(wanted);
                if (!move) co_return false;  // it has ended without us, or is about to
                next = *move;
                break;
            }
            case retry_action::kind::refresh_auth:
                client_->renew_credentials();
                break;
            case retry_action::kind::send_again:
                if (todo.drop == optional_field::error_details || todo.drop == optional_field::all)
                    error_details.clear();
                break;
        }
        if (now + wait >= deadline) {
            say(todo.sentence);
            co_return false;
        }
        timer_.expires_after(wait);
        auto const token = asio::as_tuple(asio::use_awaitable);
        auto [ec] = co_await timer_.async_wait(token);
        (void)ec;
        if (order != newest_) co_return false;
    }
}

void step_owner::abandon() noexcept {
    ++newest_;
    timer_.cancel();
}

void step_owner::say(std::string const& why) {
    if (!why.empty()) log_.warn("cannot write the status of the step: " + why);
}

}  // namespace task_agent

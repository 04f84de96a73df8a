#include "task_agent/run/start_fetch.hpp"

#include "task_agent/base/duration_text.hpp"
#include "task_agent/logic/retry_schedule.hpp"

#include <fmt/format.h>

#include <utility>

namespace task_agent {
namespace {

error failed(std::string const& what, std::string const& why) {
    return error{errc::bad_answer, fmt::format("cannot get {}: {}", what, why)};
}

}  // namespace

start_fetch::start_fetch(boost::asio::io_context& io, jitter& random, logger const& log, time_point until,
                         duration limit)
    : random_(&random), log_(log), until_(until), limit_(limit), timer_(io) {}

awaitable<result<std::string>> start_fetch::secret(secrets_client& from, secret_reference which) {
    close_ = [&from] { from.close(); };
    single_try const ask = [this, &from, which] { return from.value(which, until_); };
    auto const what = fmt::format("the secret {}/{} for {} from {}", which.workspace, which.name,
                                  which.variable, from.server().text());
    return until_there(what, ask);
}

awaitable<result<json_text>> start_fetch::step_config(jobs_client& from, identity id) {
    close_ = [&from] { from.close(); };
    single_try const ask = [this, &from] { return from.step_config(until_); };
    return until_there(fmt::format("the config of step {} of job {}/{}", id.step, id.workspace, id.job), ask);
}

awaitable<result<std::string>> start_fetch::until_there(std::string what, single_try ask) {
    retry_schedule::options options;
    options.call = call_kind::needed;
    retry_schedule schedule(options);
    for (;;) {
        auto got = co_await ask();
        if (is_cancelled_) co_return failed(what, "the start was stopped");
        if (got.value) co_return std::move(*got.value);
        auto const now = steady_clock::now();
        auto const todo = schedule.on_outcome(got.outcome, now, *random_);
        // new credentials have been tried already where there can be any: the clients do that themselves
        if (todo.what != retry_action::kind::send_again) co_return failed(what, todo.sentence);
        if (now + todo.wait >= until_)
            co_return failed(fmt::format("{} within {}", what, to_text(limit_)), todo.sentence);
        say_once(what, todo.sentence);
        timer_.expires_after(todo.wait);
        auto [ec] = co_await timer_.async_wait(use_await);
        if (ec || is_cancelled_) co_return failed(what, "the start was stopped");
    }
}

void start_fetch::cancel() noexcept {
    is_cancelled_ = true;
    timer_.cancel();
    if (close_) close_();
}

// A start that takes long should not look like a workload that hangs.
void start_fetch::say_once(std::string const& what, std::string const& why) {
    if (std::exchange(has_warned_, true)) return;
    log_.warn(fmt::format("the start waits for {}: {}", what, why));
}

}  // namespace task_agent

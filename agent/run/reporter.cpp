#include "task_agent/run/reporter.hpp"

#include "task_agent/logic/read_back.hpp"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <utility>

namespace task_agent {

namespace asio = boost::asio;

reporter::reporter(asio::io_context& io, jobs_client& client, identity id, jitter& random, logger const& log,
                   agent_key agent)
    : client_(&client),
      id_(std::move(id)),
      log_(log),
      agent_(std::move(agent)),
      schedule_(steady_clock::now(), bool(agent_), random),
      timer_(io),
      patience_(io) {}

asio::awaitable<void> reporter::run() {
    for (;;) {
        auto todo = schedule_.next(steady_clock::now());
        switch (todo.what) {
            case update_queue::action::kind::over:
                co_return;
            case update_queue::action::kind::send:
                if (todo.refresh_auth) client_->renew_credentials();
                co_await send(std::move(todo.update));
                continue;
            case update_queue::action::kind::read_back:
                co_await read_back();
                continue;
            case update_queue::action::kind::idle:
                todo.until = time_point::max();
                break;
            case update_queue::action::kind::wait:
                break;
        }
        timer_.expires_at(todo.until);
        auto const token = asio::as_tuple(asio::use_awaitable);
        auto [ec] = co_await timer_.async_wait(token);
        (void)ec;  // in time or woken by a push: look again
    }
}

asio::awaitable<void> reporter::send(task_update update) {
    auto const now = steady_clock::now();
    sent_state_ = update.state;
    if (agent_) {
        auto document = agent_(now, schedule_.interval());
        sent_seq_ = document.seq;
        update.status_details.insert_or_assign("agent", std::move(document.text));
    }
    schedule_.on_sent(now);
    auto const outcome = co_await client_->put_task(std::move(update), schedule_.deadline());
    patience_.cancel();
    bool const was_gone = job_is_gone();
    auto const sentence = schedule_.on_outcome(outcome, steady_clock::now());
    if (sentence) log_.warn("cannot report to the platform: " + *sentence);
    if (job_is_gone() && !was_gone)
        log_.warn("the job is not there any more: nothing but the end is still reported");
}

asio::awaitable<void> reporter::read_back() {
    auto const answer = co_await client_->job_status(id_.job, schedule_.deadline());
    std::optional<bool> holds_final;
    if (auto const* stored = answer.value ? find_task(*answer.value, id_) : nullptr)
        holds_final = holds(*stored, sent_state_, sent_seq_);
    if (holds_final == false) log_.info("an older update came in behind the final one, which is sent again");
    schedule_.on_read_back(holds_final);
}

void reporter::push(task_update update) {
    schedule_.push(std::move(update));
    wake();
}

void reporter::push_final(task_update update, time_point deadline) {
    close_at(schedule_.push_final(std::move(update), deadline, steady_clock::now()));
    wake();
}

void reporter::close_at(std::optional<time_point> when) {
    if (!when) return;
    patience_.expires_at(*when);
    patience_.async_wait([this](boost::system::error_code ec) {
        if (!ec) client_->close();
    });
}

void reporter::abandon() {
    schedule_.abandon();
    client_->close();
    wake();
}

void reporter::shorten_final(time_point deadline) {
    close_at(schedule_.shorten_final(deadline));
    wake();
}

void reporter::on_staleness_timeout(std::optional<std::chrono::seconds> timeout) {
    schedule_.on_staleness_timeout(timeout);
    wake();
}

void reporter::hold_heartbeats(bool held) {
    schedule_.hold_heartbeats(held);
    wake();
}

}  // namespace task_agent

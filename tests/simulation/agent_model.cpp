#include "agent_model.hpp"

#include "task_agent/core/status.hpp"
#include "task_agent/logic/read_back.hpp"

#include <algorithm>

namespace simulation {
namespace {

using namespace std::chrono_literals;
using kind = task_agent::update_queue::action::kind;
using task_agent::call_outcome;
using task_agent::status;
using task_agent::task_update;

// Contract 2: request 10 s, back-off up to 30 s, Retry-After up to 30 s, and a heartbeat's jitter of a tenth.
constexpr duration request_limit = 10s;
constexpr duration longest_backoff = 30s;
constexpr duration longest_retry_after = 30s;
constexpr duration between_gone = 10s;

}  // namespace

agent_model::agent_model(virtual_time& time, server_model& server, findings& to, std::uint64_t& numbers,
                         bool beats, planted bug)
    : time_(&time),
      server_(&server),
      to_(&to),
      numbers_(&numbers),
      beats_(beats),
      bug_(bug),
      random_(time.bits()),
      schedule_(time.now(), beats, random_) {
    step();
}

void agent_model::push(char const* key, int value) {
    if (dead_) return;
    time_->note(std::string("reports ") + key + " " + std::to_string(value));
    if (bug_ == planted::lost_last_value && under_way_ > 0) return;
    task_update update;
    update.status_details.emplace(key, std::to_string(value));
    schedule_.push(update);
    if (bug_ == planted::overlap && under_way_ > 0 && !is_reading_) send(update);
    step();
}

void agent_model::push_active() {
    if (dead_) return;
    schedule_.push(task_update());
    step();
}

void agent_model::on_staleness_timeout(std::chrono::seconds timeout) {
    if (dead_) return;
    schedule_.on_staleness_timeout(timeout);
    step();
}

void agent_model::end(task_update final_update, time_point deadline, journal_model* journal) {
    if (dead_) return;
    time_->note("ends with " + std::string(task_agent::to_text(final_update.state)));
    journal_ = journal;
    if (journal_) journal_->final_update = final_update;
    close_at(schedule_.push_final(std::move(final_update), deadline, time_->now()));
    step();
}

void agent_model::shorten(time_point deadline) {
    if (dead_) return;
    close_at(schedule_.shorten_final(deadline));
    step();
}

void agent_model::abandon() {
    if (dead_) return;
    time_->note("superseded");
    schedule_.abandon();
    was_abandoned_ = true;
    ++requests_;  // the client's connections are closed
    under_way_ = 0;
    step();
}

void agent_model::die() {
    time_->note("killed");
    dead_ = true;
}

void agent_model::step() {
    if (dead_ || over_at_) return;
    // asked also while a request is under way: it must not say "send" then
    auto todo = schedule_.next(time_->now());
    switch (todo.what) {
        case kind::over:
            over_at_ = time_->now();
            time_->note("over");
            if (schedule_.deadline() && time_->now() > *schedule_.deadline())
                complain("the end took longer than its time");
            if (journal_ && fate() != task_agent::delivery::given_up) journal_->is_settled = true;
            if (bug_ == planted::active_after_final && was_accepted() && time_->chance(0.2)) {
                task_update again;
                send(again);
            }
            return;
        case kind::send:
            send(std::move(todo.update));
            return;
        case kind::read_back:
            read_back();
            return;
        case kind::idle:
            if (beats_ && under_way_ == 0 && !schedule_.deadline() && !job_is_gone())
                complain("no heartbeat is planned");
            return;
        case kind::wait:
            break;
    }
    auto until = todo.until;
    if (bug_ == planted::long_wait) until = time_->now() + (until - time_->now()) * 3;
    if (under_way_ == 0) check_wait(until);
    time_->at(until, [this, wake = ++wakes_] {
        if (wake == wakes_) step();
    });
}

void agent_model::send(task_update update) {
    if (bug_ == planted::wrong_order && stale_ && !schedule_.deadline()) {
        for (auto const& [key, value] : stale_->status_details)
            update.status_details.insert_or_assign(key, value);
        stale_.reset();
    }
    check_sending(update);
    sent_state_ = update.state;
    sent_number_ = ++*numbers_;
    update.status_details.insert_or_assign("agent", std::to_string(sent_number_));
    sent_ = update;
    in_flight_is_final_ = update.state != status::active;
    final_was_sent_ = final_was_sent_ || in_flight_is_final_;
    last_sent_ = time_->now();
    if (in_flight_is_final_) last_look_ = time_->now();
    schedule_.on_sent(time_->now());
    ++to_->requests;
    ++under_way_;
    time_->note("sends " + std::to_string(sent_number_) + " " +
                std::string(task_agent::to_text(update.state)));
    auto limit = time_->now() + request_limit;
    if (schedule_.deadline()) limit = std::min(limit, *schedule_.deadline());
    auto const reply = server_->put(update, std::max(limit, time_->now()));
    time_->at(reply.at, [this, request = ++requests_, outcome = reply.outcome, limit] {
        on_reply(request, outcome, limit);
    });
}

void agent_model::on_reply(std::uint64_t request, call_outcome const& outcome, time_point limit) {
    if (dead_ || request != requests_ || under_way_ == 0) return;
    if (time_->now() > limit) complain("a request took longer than its time");
    time_->note("is told " +
                (outcome.http_status ? std::to_string(outcome.http_status) : outcome.transport.text));
    under_way_ = 0;
    if (bug_ == planted::wrong_order && !outcome.is_success()) stale_ = sent_;
    last_success_ = outcome.is_success() ? std::optional(time_->now()) : std::nullopt;
    last_outcome_ = outcome;
    (void)schedule_.on_outcome(outcome, time_->now());
    step();
}

void agent_model::read_back() {
    ++to_->requests;
    ++under_way_;
    is_reading_ = true;
    auto limit = time_->now() + request_limit;
    if (schedule_.deadline()) limit = std::min(limit, *schedule_.deadline());
    auto const got = server_->read(std::max(limit, time_->now()));
    // what is stored when the server answers is what counts
    if (got.task) last_look_ = time_->now();
    time_->at(got.at, [this, got, request = ++requests_] {
        if (dead_ || request != requests_) return;
        std::optional<bool> holds;
        if (got.task) holds = task_agent::holds(*got.task, sent_state_, sent_number_);
        on_reading(holds);
    });
}

void agent_model::on_reading(std::optional<bool> holds) {
    ++requests_;
    under_way_ = 0;
    is_reading_ = false;
    time_->note(!holds   ? "cannot read back"
                : *holds ? "reads back: all is well"
                         : "reads back: something older");
    schedule_.on_read_back(holds);
    step();
}

// What is under way ends then; whether it comes in is anybody's guess.
void agent_model::close_at(std::optional<time_point> when) {
    if (!when) return;
    time_->at(*when, [this, request = requests_] {
        if (dead_ || request != requests_ || under_way_ == 0) return;
        if (is_reading_) return on_reading(std::nullopt);
        call_outcome closed;
        closed.transport = {task_agent::errc::connection_lost, "closed"};
        closed.may_have_arrived = true;
        ++requests_;
        auto const now_is = time_->now();
        under_way_ = 1;
        on_reply(requests_, closed, now_is);
    });
}

void agent_model::check_wait(time_point until) {
    auto const wait = until - time_->now();
    auto longest = longest_backoff;
    if (last_outcome_ && last_outcome_->retry_after) longest += longest_retry_after;
    if (last_outcome_ && last_outcome_->has_json_detail && last_outcome_->http_status == 404)
        longest = between_gone;
    if (last_success_ || !last_outcome_)
        longest = std::chrono::duration_cast<duration>(schedule_.interval() * 1.1);
    // given up: the next heartbeat says it all again
    if (beats_) longest = std::max(longest, std::chrono::duration_cast<duration>(schedule_.interval() * 1.1));
    if (wait > longest) complain("a wait longer than the contract allows");
    if (schedule_.deadline() && until > *schedule_.deadline()) complain("a wait beyond the end's time");
}

void agent_model::check_sending(task_update const& update) {
    auto const now = time_->now();
    if (under_way_ > 0) complain("two requests at once");
    if (was_abandoned_) complain("sent although superseded");
    if (final_was_sent_ && update.state == status::active) complain("active after the final status");
    if (last_success_ && last_sent_ && update.state == status::active && now - *last_sent_ < 1s)
        complain("more than one update a second");
    auto const beat = std::chrono::duration_cast<duration>(schedule_.interval() * 1.1);
    if (last_success_ && now - *last_success_ > beat) complain("a heartbeat came late");
}

void agent_model::complain(std::string const& what) {
    time_->note("WRONG: " + what);
    to_->wrong.push_back(what);
}

}  // namespace simulation

#include "task_agent/logic/update_queue.hpp"

#include <algorithm>
#include <utility>

namespace task_agent {
namespace {

using namespace std::chrono_literals;

constexpr auto between_updates = 1s;
// A back-off that would end after the deadline of the final update ends this much before it instead.
constexpr auto last_chance = 500ms;
// Contract 3: a late duplicate of an older request is answered this often.
constexpr int most_puts_again = 3;

// `newer` wins, key by key.
void merge(task_update& older, task_update newer) {
    older.state = newer.state;
    for (auto& [key, value] : newer.status_details)
        older.status_details.insert_or_assign(key, std::move(value));
    if (!newer.error_details.empty()) older.error_details = std::move(newer.error_details);
    if (!newer.error_stack.empty()) older.error_stack = std::move(newer.error_stack);
}

// Sent, and nobody knows whether it was or will be applied. A gateway's word tells nothing of the server
// behind it.
bool may_come_in_late(call_outcome const& outcome) noexcept {
    return outcome.may_have_arrived || outcome.http_status == 502 || outcome.http_status == 504;
}

void drop(task_update& update, optional_field field) {
    bool const all = field == optional_field::all;
    if (all || field == optional_field::status_details) update.status_details.clear();
    if (all || field == optional_field::error_details) update.error_details.clear();
    if (all || field == optional_field::error_stack) update.error_stack.clear();
}

}  // namespace

void update_queue::push(task_update update) {
    if (final_pushed_ || job_gone_) return;
    add(std::move(update));
}

void update_queue::add(task_update newer) {
    for (auto const& [key, value] : newer.status_details)
        last_values_.insert_or_assign(key, value);
    // never more than one of the two is there
    auto older = waiting_ ? std::exchange(waiting_, std::nullopt) : std::exchange(carried_, std::nullopt);
    if (older) {
        merge(*older, std::move(newer));
        waiting_ = std::move(older);
    } else {
        waiting_ = std::move(newer);
    }
}

void update_queue::push_final(task_update update, time_point deadline) {
    if (final_pushed_) return;
    add(std::move(update));
    final_pushed_ = true;
    final_deadline_ = deadline;
    // what was backing off carries the end now: it is tried at once, with a schedule of its own
    not_before_.reset();
    if (!in_flight_) schedule_.reset();
}

void update_queue::abandon() noexcept {
    final_pushed_ = true;
    end(delivery::superseded);
}

void update_queue::shorten_final(time_point deadline) noexcept {
    if (!final_pushed_ || deadline >= final_deadline_) return;
    final_deadline_ = deadline;
    not_before_.reset();
}

update_queue::action update_queue::next(time_point now) {
    action a;
    if (over_) {
        a.what = action::kind::over;
        return a;
    }
    if (in_flight_ || reading_ == reading::under_way) return a;
    if (!waiting_ && reading_ == reading::none) return a;
    if (final_pushed_ && now >= final_deadline_) {
        end(delivery::given_up);
        a.what = action::kind::over;
        return a;
    }
    if (reading_ == reading::due) {
        reading_ = reading::under_way;
        a.what = action::kind::read_back;
        return a;
    }
    if (not_before_ && now < *not_before_) {
        a.what = action::kind::wait;
        a.until = *not_before_;
        return a;
    }
    in_flight_ = std::exchange(waiting_, std::nullopt);
    in_flight_is_final_ = final_pushed_;
    // an older update may have come in behind what was sent since, and put its values back
    if (in_flight_is_final_ && in_doubt_) {
        for (auto const& [key, value] : last_values_)
            in_flight_->status_details.insert_or_assign(key, value);
    }
    if (in_flight_is_final_) final_ = in_flight_;
    // the limit is on details; the end does not wait behind it
    not_before_ = final_pushed_ ? std::nullopt : std::optional(now + between_updates);
    a.what = action::kind::send;
    a.update = *in_flight_;
    a.refresh_auth = std::exchange(refresh_auth_, false);
    return a;
}

std::optional<std::string> update_queue::on_outcome(call_outcome const& outcome, time_point now) {
    if (over_ || !in_flight_) return std::nullopt;
    in_doubt_ = in_doubt_ || may_come_in_late(outcome);
    auto const todo = schedule().on_outcome(outcome, now, *random_);
    switch (todo.what) {
        case retry_action::kind::done:
            said_.clear();
            in_flight_.reset();
            schedule_.reset();
            if (in_flight_is_final_) on_final_accepted();
            return std::nullopt;
        case retry_action::kind::refresh_auth:
            refresh_auth_ = true;
            return on_send_again(todo, now);
        case retry_action::kind::send_again:
            return on_send_again(todo, now);
        case retry_action::kind::job_gone:
            job_gone_ = true;
            in_flight_.reset();
            schedule_.reset();
            // the end is still tried once
            if (in_flight_is_final_) end(delivery::refused);
            if (!final_pushed_) waiting_.reset();
            return todo.sentence;
        case retry_action::kind::reread:  // only a step's PATCH is answered so
        case retry_action::kind::give_up:
            if (outcome.http_status == 401 || outcome.http_status == 403) carry(std::move(*in_flight_));
            in_flight_.reset();
            schedule_.reset();
            if (in_flight_is_final_) end(delivery::refused);
            return say_once(todo.sentence);
    }
    return std::nullopt;
}

std::optional<std::string> update_queue::on_send_again(retry_action const& todo, time_point now) {
    auto update = *std::exchange(in_flight_, std::nullopt);
    drop(update, todo.drop);
    if (todo.drop == optional_field::status_details || todo.drop == optional_field::all) last_values_.clear();
    put_back(std::move(update));
    // the end was pushed while an older update was under way: it need not wait for that one's back-off
    if (final_pushed_ && !in_flight_is_final_) {
        schedule_.reset();
        not_before_.reset();
        return say_once(todo.sentence);
    }
    auto until = now + todo.wait;
    auto const chance = final_deadline_ - last_chance;
    if (final_pushed_ && until > chance) {
        if (now < chance) {
            until = chance;
        } else if (until >= final_deadline_) {
            end(delivery::given_up);
            return say_once(todo.sentence);
        }
    }
    not_before_ = until;
    return say_once(todo.sentence);
}

// Refused for who we are, which may be mended: not tried again by itself, but the next update brings its
// details.
void update_queue::carry(task_update older) {
    if (waiting_) {
        put_back(std::move(older));
    } else {
        carried_ = std::move(older);
    }
}

// The update comes back from a failed try; whatever was pushed meanwhile is newer.
void update_queue::put_back(task_update older) {
    if (waiting_) merge(older, std::move(*waiting_));
    waiting_ = std::move(older);
}

retry_schedule& update_queue::schedule() {
    if (!schedule_) {
        retry_schedule::options o;
        o.call = call_kind::task_put;
        o.is_final = in_flight_is_final_;
        o.job_is_known_gone = job_gone_;
        schedule_.emplace(o);
    }
    return *schedule_;
}

void update_queue::on_final_accepted() noexcept {
    was_accepted_ = true;
    if (!in_doubt_ || puts_again_ == most_puts_again) return end(delivery::accepted);
    reading_ = reading::due;
}

void update_queue::on_read_back(std::optional<bool> holds_final) {
    if (reading_ != reading::under_way) return;
    reading_ = reading::none;
    // unread is no reason to put again: it was accepted, and an answer may not come at all
    if (holds_final.value_or(true)) return end(delivery::accepted);
    // it is not there any more: unless it gets there again, a later agent has to deliver it
    was_accepted_ = false;
    ++puts_again_;
    waiting_ = final_;
}

void update_queue::end(delivery fate) noexcept {
    over_ = true;
    // what the platform has taken it keeps, whatever became of a repeat
    fate_ = was_accepted_ ? delivery::accepted : fate;
    waiting_.reset();
    final_.reset();
}

// An outage is one warning, not one a heartbeat.
std::optional<std::string> update_queue::say_once(std::string sentence) {
    if (sentence.empty() || sentence == said_) return std::nullopt;
    said_ = sentence;
    return sentence;
}

}  // namespace task_agent

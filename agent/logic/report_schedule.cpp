#include "task_agent/logic/report_schedule.hpp"

#include <algorithm>
#include <utility>

namespace task_agent {

std::optional<time_point> report_schedule::push_final(task_update update, time_point deadline,
                                                      time_point now) {
    bool const must_wait = queue_.is_in_flight();
    queue_.push_final(std::move(update), deadline);
    final_deadline_ = deadline;
    if (!must_wait) return std::nullopt;
    return now + (deadline - now) / 2;
}

std::optional<time_point> report_schedule::shorten_final(time_point deadline) {
    if (!final_deadline_ || deadline >= *final_deadline_) return std::nullopt;
    final_deadline_ = deadline;
    queue_.shorten_final(deadline);
    if (!queue_.is_in_flight() && !queue_.is_reading()) return std::nullopt;
    return deadline;
}

update_queue::action report_schedule::next(time_point now) {
    using kind = update_queue::action::kind;
    bool const beating =
        beats_ && !is_held_ && !final_deadline_ && !queue_.job_is_gone() && !queue_.is_over();
    if (beating && now >= heartbeat_.due()) {
        queue_.push(task_update());
        heartbeat_.on_update(now);
    }
    auto todo = queue_.next(now);
    if (!beating || (todo.what != kind::idle && todo.what != kind::wait)) return todo;
    todo.until = todo.what == kind::wait ? std::min(todo.until, heartbeat_.due()) : heartbeat_.due();
    todo.what = kind::wait;
    return todo;
}

}  // namespace task_agent

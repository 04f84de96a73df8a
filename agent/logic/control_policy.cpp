#include "task_agent/logic/control_policy.hpp"

namespace task_agent {

pause_terms pause_terms_of(step_item const& step, api_family family) noexcept {
    pause_terms terms;
    terms.is_cooperative =
        family == api_family::nhx || step.pause_deadline.has_value() || step.has_pause_requested_at;
    terms.deadline = step.pause_deadline;
    return terms;
}

std::vector<status> stop_request_statuses() {
    return {status::cancelling, status::pausing};
}

step_item const* find_own_step(std::vector<step_item> const& items, identity const& id) noexcept {
    for (auto const& item : items) {
        if (item.name != id.step) continue;
        if (!id.attempt_id.empty() && !item.attempt_id.empty() && item.attempt_id != id.attempt_id) continue;
        return &item;
    }
    return nullptr;
}

bool is_superseded(step_item const& newest, step_item const& own) noexcept {
    return !newest.attempt_id.empty() && !own.attempt_id.empty() && newest.attempt_id != own.attempt_id;
}

stop_order order_of(step_item const& step) noexcept {
    auto const known = parse_status(step.status_word);
    if (!known) return stop_order::none;
    if (*known == status::cancelling || is_terminal(*known)) return stop_order::cancel;
    if (*known == status::pausing) return stop_order::pause;
    return stop_order::none;
}

}  // namespace task_agent

#include "server_model.hpp"

#include "task_agent/core/status.hpp"

#include <algorithm>
#include <array>

namespace simulation {

using namespace std::chrono_literals;
using task_agent::call_outcome;
using task_agent::task_update;

std::uint64_t number_of(task_update const& update) {
    auto const agent = update.status_details.find("agent");
    return agent == update.status_details.end() ? 0 : std::stoull(agent->second);
}

bool server_model::is_down() const {
    return time_->now() >= habits_.down_from && time_->now() < habits_.down_until;
}

server_model::reply server_model::put(task_update const& update, time_point limit) {
    auto const now = time_->now();
    auto const quick = time_->between(1ms, 40ms);
    bool const is_deleted = now >= habits_.deleted_at;
    if (now < habits_.well_from) {
        if (is_down()) return lost(limit, time_->chance(0.3), "down");
        if (!is_deleted && time_->chance(habits_.trouble)) {
            ++faults_;
            switch (time_->below(9)) {
                case 0:
                    return lost(std::min(limit, now + time_->between(1ms, 5s)), false, "refused");
                case 1:
                    return lost(limit, true, "lost on its way");
                case 2:
                    apply_at(now + quick, update);
                    return lost(std::min(limit, now + 2 * quick), true, "applied, then reset");
                case 3:  // the late duplicate
                    apply_at(now + time_->between(0s, 40s), update);
                    return lost(std::min(limit, now + time_->between(1ms, 10s)), true, "delayed");
                case 4: {
                    constexpr std::array statuses = {408, 425, 429, 500, 503};
                    auto said = answered(statuses[time_->below(statuses.size())], quick, limit);
                    if (time_->chance(0.4)) said.outcome.retry_after = std::chrono::seconds(time_->below(60));
                    return said;
                }
                case 5:  // a gateway gave up, the server behind it may not have
                    if (time_->chance(0.5)) apply_at(now + time_->between(0s, 20s), update);
                    return answered(time_->chance(0.5) ? 502 : 504, quick, limit);
                case 6:
                    return answered(409, quick, limit, "version mismatch");
                case 7:
                    return answered(401, quick, limit);
                case 8:
                    return answered(404, quick, limit);  // a gateway without its routes: no JSON
            }
        }
    }
    if (is_deleted) return answered(404, quick, limit, "Job not found");
    if (habits_.refuses_stacks && !update.error_stack.empty())
        return answered(422, quick, limit, "error_stack is too long");
    apply_at(now + quick, update);
    // slow at times, even where all is well
    return answered(
        200, quick + (now < habits_.well_from && time_->chance(0.05) ? time_->between(0s, 12s) : 0s), limit);
}

server_model::reading server_model::read(time_point limit) {
    auto const now = time_->now();
    bool const is_trouble = now < habits_.well_from && (is_down() || time_->chance(habits_.trouble / 3));
    reading r;
    if (is_trouble || now >= habits_.deleted_at) {
        r.at = is_trouble ? limit : std::min(limit, now + 20ms);
        return r;
    }
    r.at = std::min(limit, now + 20ms);
    r.task.emplace();
    if (stored_.state) r.task->status_word = task_agent::to_text(*stored_.state);
    auto const agent = stored_.details.find("agent");
    if (agent != stored_.details.end()) r.task->agent_seq = std::stoull(agent->second);
    return r;
}

void server_model::apply_at(time_point when, task_update const& update) {
    time_->at(when, [this, update] { apply(update); });
}

void server_model::apply(task_update const& update) {
    if (time_->now() >= habits_.deleted_at) return;
    auto const number = number_of(update);
    if (number < newest_) last_late_ = time_->now();
    newest_ = std::max(newest_, number);
    stored_.state = update.state;
    for (auto const& [key, value] : update.status_details)
        stored_.details.insert_or_assign(key, value);
    stored_.has_stack = stored_.has_stack || !update.error_stack.empty();
    time_->note("server applies " + std::to_string(number) + " " +
                std::string(task_agent::to_text(update.state)));
}

server_model::reply server_model::lost(time_point when, bool may_have_arrived, char const* what) {
    reply r;
    r.at = when;
    r.outcome.transport = {task_agent::errc::connection_lost, what};
    r.outcome.may_have_arrived = may_have_arrived;
    return r;
}

server_model::reply server_model::answered(int status, duration after, time_point limit, char const* detail) {
    if (time_->now() + after > limit) return lost(limit, true, "timed out");
    reply r;
    r.at = time_->now() + after;
    r.outcome.http_status = status;
    if (detail) {
        r.outcome.detail = detail;
        r.outcome.has_json_detail = true;
    }
    return r;
}

}  // namespace simulation

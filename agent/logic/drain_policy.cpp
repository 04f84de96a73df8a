#include "task_agent/logic/drain_policy.hpp"

#include <algorithm>

namespace task_agent {
namespace {

using namespace std::chrono_literals;

constexpr auto silence = 250ms;
constexpr auto longest_wait = 5s;
constexpr auto leftovers_grace = 2s;
// Contract 1: what has not ended by then is unkillable.
constexpr auto after_kill = 5s;
// Dying takes a moment; it is granted even when the budget is over, so that no dying process is left to
// somebody else.
constexpr auto moment_to_die = 100ms;
// How often to look for leftovers that are gone while the pipes are silent: nothing else tells.
constexpr auto glance = 20ms;

bool both_ended(drain_view const& view) {
    return view.streams[0].ended && view.streams[1].ended;
}

bool is_quiet(stream_state const& s, time_point now) {
    return s.ended || (s.idle_since && now - *s.idle_since >= silence);
}

}  // namespace

drain_action drain_policy::step(drain_view const& view, time_point now) {
    bool const out_of_budget = budget_end_ && now >= *budget_end_;
    switch (phase_) {
        case phase::waiting: {
            bool const quiet = is_quiet(view.streams[0], now) && is_quiet(view.streams[1], now);
            if (!quiet && now - since_ < longest_wait && !out_of_budget) return drain_action::none;
            if (leave_leftovers_ || !view.leftovers_alive) return after_leftovers(view, now);
            if (out_of_budget) return enter(phase::killed, now, drain_action::kill_leftovers);
            return enter(phase::stopping, now, drain_action::terminate_leftovers);
        }
        case phase::stopping:
            if (!view.leftovers_alive) return after_leftovers(view, now);
            if (now - since_ < leftovers_grace && !out_of_budget) return drain_action::none;
            return enter(phase::killed, now, drain_action::kill_leftovers);
        case phase::killed:
            if (view.leftovers_alive && now - since_ < (out_of_budget ? moment_to_die : after_kill))
                return drain_action::none;
            outlived_kill_ = view.leftovers_alive && now - since_ >= after_kill;
            return after_leftovers(view, now);
        case phase::taking:
            if (both_ended(view)) return enter(phase::done, now, drain_action::finished);
            if (!out_of_budget) return drain_action::none;
            return enter(phase::abandoned, now, drain_action::abandon);
        case phase::abandoned:
            if (!both_ended(view)) return drain_action::none;
            return enter(phase::done, now, drain_action::finished);
        case phase::done:
            return drain_action::finished;
    }
    return drain_action::none;
}

drain_action drain_policy::after_leftovers(drain_view const& view, time_point now) {
    if (both_ended(view)) return enter(phase::done, now, drain_action::finished);
    return enter(phase::taking, now, drain_action::take_rest);
}

drain_action drain_policy::enter(phase next, time_point now, drain_action action) {
    phase_ = next;
    since_ = now;
    return action;
}

time_point drain_policy::wake(drain_view const& view, time_point now) const {
    time_point t = now + 1h;
    switch (phase_) {
        case phase::waiting: {
            t = since_ + longest_wait;
            time_point quiet = now;
            for (auto const& s : view.streams) {
                if (s.ended) continue;
                quiet = std::max(quiet, s.idle_since ? *s.idle_since + silence : now + silence);
            }
            t = std::min(t, quiet);
            break;
        }
        case phase::stopping:
            t = std::min(since_ + leftovers_grace, now + glance);
            break;
        case phase::killed:
            t = std::min(since_ + after_kill, now + glance);
            break;
        case phase::taking:
            break;
        case phase::abandoned:
            t = now + glance;
            break;
        case phase::done:
            return now;
    }
    if (budget_end_ && *budget_end_ > now) t = std::min(t, *budget_end_);
    return std::max(t, now);
}

void drain_policy::shorten(time_point budget_end) noexcept {
    if (!budget_end_ || budget_end < *budget_end_) budget_end_ = budget_end;
}

}  // namespace task_agent

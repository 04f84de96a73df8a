#include "task_agent/logic/stop_plan.hpp"

#include "task_agent/base/duration_text.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace task_agent {
namespace {

using namespace std::chrono_literals;

// What each part behind the ladder needs: a name lookup, a handshake and a PUT; reading at most a megabyte of
// kept lines; what the pipes hold. Of a short budget they get a share instead.
constexpr duration for_final_update = 600ms;
constexpr duration for_diagnosis = 150ms;
constexpr duration for_drain = 750ms;

}  // namespace

stop_plan plan_stop(stop_wishes const& wishes) noexcept {
    stop_plan plan;
    plan.checkpoint = wishes.ladder;
    if (!wishes.budget) return plan;
    duration const budget = *wishes.budget;
    duration const final_part = wishes.reports ? std::min(for_final_update, budget / 4) : duration::zero();
    plan.logs = budget;
    plan.final_update = budget;
    plan.report = budget - final_part;
    plan.drain = *plan.report - std::min(for_diagnosis, budget / 16);
    plan.checkpoint = std::min(wishes.ladder, *plan.drain - std::min(for_drain, budget / 8));
    return plan;
}

std::string describe(stop_plan const& plan, stop_wishes const& wishes) {
    if (!wishes.budget) {
        return fmt::format("the stop has no budget: SIGKILL after {}, final update for {} at most",
                           to_text(plan.checkpoint), to_text(wishes.final_timeout));
    }
    return fmt::format(
        "the stop has {}: SIGKILL after {}, output until {}, diagnosis until {}, final update until {}, logs "
        "with what is left",
        to_text(*wishes.budget), to_text(plan.checkpoint), to_text(*plan.drain), to_text(*plan.report),
        to_text(*plan.final_update));
}

}  // namespace task_agent

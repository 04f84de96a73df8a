#include "task_agent/devserver/fault_plan.hpp"

#include <algorithm>
#include <utility>

namespace task_agent::devserver {
namespace {

bool fits(call_pattern const& wanted, observed_call const& call) noexcept {
    if (!wanted.name.empty()) return wanted.name == call.name;
    return wanted.method == call.method && call.path.starts_with(wanted.path_start);
}

bool fits(update_pattern const& wanted, observed_call const& call) noexcept {
    if (!call.update) return false;
    switch (wanted.what) {
        case update_pattern::kind::first:
            return !call.task_exists;
        case update_pattern::kind::heartbeat:
            return call.task_exists && *call.update == status::active;
        case update_pattern::kind::final:
            return is_terminal(*call.update) || *call.update == status::paused;
        case update_pattern::kind::status:
            return *call.update == wanted.wanted;
    }
    return false;
}

template <class Pattern>
bool fits_one(std::vector<Pattern> const& patterns, observed_call const& call) noexcept {
    return patterns.empty() ||
           std::any_of(patterns.begin(), patterns.end(), [&](auto const& p) { return fits(p, call); });
}

}  // namespace

bool selects(fault_spec const& spec, observed_call const& call) noexcept {
    return fits_one(spec.calls, call) && fits_one(spec.updates, call);
}

fault_plan::fault_plan(std::vector<fault_spec> specs, time_point start, jitter random)
    : start_(start), random_(random) {
    for (auto& spec : specs)
        rules_.push_back({std::move(spec)});
}

std::optional<planned_fault> fault_plan::choose(observed_call const& call, time_point now) {
    for (rule& r : rules_) {
        if (!applies(r, call, now - start_)) continue;
        ++r.done;
        auto const& action = r.spec.action;
        return planned_fault{action, action.shortest + random_.up_to(action.longest - action.shortest),
                             r.spec.text};
    }
    return std::nullopt;
}

bool fault_plan::applies(rule& r, observed_call const& call, duration since_start) {
    auto const& spec = r.spec;
    if (!selects(spec, call) || since_start < spec.from) return false;
    if (spec.length && since_start >= spec.from + *spec.length) return false;
    if (r.seen++ < spec.skip) return false;
    if (spec.count && r.done >= *spec.count) return false;
    return spec.share >= 1 || random_.unit() < spec.share;
}

}  // namespace task_agent::devserver

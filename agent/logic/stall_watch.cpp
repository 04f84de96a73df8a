#include "task_agent/logic/stall_watch.hpp"

#include <algorithm>
#include <utility>

namespace task_agent {
namespace {

using namespace std::chrono_literals;

// Of one CPU, since the last sample.
constexpr int least_share = 100;
// How soon the end of a stall is noticed, and how far CPU samples are apart at most.
constexpr duration while_stalled = 1s;
constexpr duration between_samples = 5s;

}  // namespace

std::string_view to_text(movement what) noexcept {
    switch (what) {
        case movement::start:
            return "start";
        case movement::output:
            return "output";
        case movement::report:
            return "report";
        case movement::cpu:
            return "cpu";
    }
    return "?";
}

void stall_watch::on_movement(movement what, time_point when) noexcept {
    if (when <= moved_at_ || when <= disregarded_) return;
    moved_at_ = when;
    last_ = what;
}

void stall_watch::on_cpu_time(duration used, time_point now) noexcept {
    auto const before = std::exchange(cpu_used_, used);
    auto const since = now - std::exchange(sampled_at_, now);
    if (before && (used - *before) * least_share >= since) on_movement(movement::cpu, now);
}

stall_watch::change stall_watch::look(time_point now) noexcept {
    looked_at_ = now;
    bool const is_still = limit_ && now - moved_at_ >= *limit_;
    if (is_still == is_stalled_) return change::none;
    is_stalled_ = is_still;
    return is_still ? change::stalled : change::recovered;
}

time_point stall_watch::due() const noexcept {
    if (!limit_) return time_point::max();
    if (is_stalled_) return looked_at_ + std::min(while_stalled, *limit_);
    auto due = moved_at_ + *limit_;
    if (looks_at_cpu_) due = std::min(due, looked_at_ + std::min<duration>(between_samples, *limit_ / 3));
    return due;
}

}  // namespace task_agent

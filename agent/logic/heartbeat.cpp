#include "task_agent/logic/heartbeat.hpp"

#include <algorithm>

namespace task_agent {

using namespace std::chrono_literals;

duration heartbeat_interval(std::optional<std::chrono::seconds> staleness_timeout) noexcept {
    if (!staleness_timeout || *staleness_timeout <= 0s) return 15s;
    return std::clamp<duration>(duration(*staleness_timeout) / 3, 1s, 60s);
}

void heartbeat::on_staleness_timeout(std::optional<std::chrono::seconds> timeout) {
    auto const next = heartbeat_interval(timeout);
    if (next == interval_) return;
    interval_ = next;
    plan();
}

void heartbeat::on_update(time_point now) {
    last_ = now;
    plan();
}

void heartbeat::plan() {
    due_ = last_ + jitter_->around(interval_, 0.1);
}

}  // namespace task_agent

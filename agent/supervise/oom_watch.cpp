#include "task_agent/supervise/oom_watch.hpp"

namespace task_agent {

void oom_watch::begin() {
    cgroup_ = os::memory_cgroup::find(root_);
    if (cgroup_) kills_before_ = cgroup_->kills().value_or(0);
}

std::optional<oom_watch::mark> oom_watch::beginning() const {
    auto const folder = cgroup_ ? cgroup_->counting_folder() : std::nullopt;
    if (!folder) return std::nullopt;
    return mark{*folder, kills_before_};
}

std::uint64_t oom_watch::kills() const {
    auto const now = cgroup_ ? cgroup_->kills() : std::nullopt;
    return now && *now > kills_before_ ? *now - kills_before_ : 0;
}

memory_facts oom_watch::end() const {
    memory_facts facts;
    if (!cgroup_) return facts;
    facts.kills = kills();
    auto const usage = cgroup_->read_usage();
    facts.peak_bytes = usage.peak_bytes;
    facts.limit_bytes = usage.limit_bytes;
    return facts;
}

}  // namespace task_agent

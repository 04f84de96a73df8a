// The key `agent` of status_details: what makes every heartbeat differ from the one before, because an
// unchanged document does not refresh updated_at (contract 3.2, platform-facts 3.2). Control thread.
#pragma once

#include "task_agent/base/clock.hpp"
#include "task_agent/core/exit_status.hpp"
#include "task_agent/core/task_update.hpp"
#include "task_agent/logic/stall_watch.hpp"

#include <sys/types.h>

#include <cstdint>
#include <optional>
#include <string>

namespace task_agent {

// Whether the workload moves, and by what it does: so that a person sees why heartbeats stopped
// (contract 3.2).
struct activity {
    time_point last_output{};
    movement moved_by = movement::start;
    time_point moved_at{};
    bool is_stalled = false;
    bool beats_on_progress = false;           // --heartbeat=progress
    std::uint64_t skipped_reports = 0;        // lines of the status file
    std::optional<time_point> saved_at = {};  // a checkpoint, as the workload has told
};

class agent_status {
public:
    explicit agent_status(time_point start);

    void on_workload_started(pid_t pid) noexcept { pid_ = pid; }
    // The end: from now on the workload's numbers stay as they were, and how it really ended is said here
    // even where the final status is the platform's own wish (platform-facts 4.2).
    void on_workload_ended(exit_status how) noexcept {
        pid_.reset();
        exit_ = how;
    }

    // The object as it is now, with the next sequence number.
    [[nodiscard]] json_text next(time_point now, duration interval, activity const& workload);
    // Of the object made last.
    [[nodiscard]] std::uint64_t sequence() const noexcept { return sequence_; }
    [[nodiscard]] std::string const& host() const noexcept { return host_; }

private:
    time_point start_;
    std::string host_;
    std::optional<int> rank_;
    std::optional<pid_t> pid_;
    std::optional<exit_status> exit_;
    std::uint64_t sequence_ = 0;
    std::uint64_t rss_bytes_ = 0;
    double cpu_seconds_ = 0;
};

}  // namespace task_agent

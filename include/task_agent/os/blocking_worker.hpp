// One thread for calls that may block without an end: fsync on a file server that has gone, a probe of /proc
// (architecture, rule 2). Whoever hands work over goes on at once.
//
// The thread is started by the first job. Jobs run one at a time, in the order they were handed over. A job
// that takes longer than the patience can be given up: its thread is left to the kernel, which alone can end
// the call, and what was queued behind it is dropped; the next job gets a new thread.
//
// Any thread may call, one at a time; jobs must not throw and must own what they touch: one that was given up
// goes on after this object.
#pragma once

#include "task_agent/base/clock.hpp"

#include <chrono>
#include <functional>
#include <memory>
#include <optional>

namespace task_agent::os {

class blocking_worker {
public:
    using job = std::function<void()>;
    static constexpr duration default_patience = std::chrono::seconds(5);

    explicit blocking_worker(duration patience = default_patience) : patience_(patience) {}
    blocking_worker(blocking_worker const&) = delete;
    blocking_worker& operator=(blocking_worker const&) = delete;
    // Waits for what is queued, except behind a job that is over its time: that is given up.
    ~blocking_worker();

    // False when no thread could be started.
    [[nodiscard]] bool submit(job work);

    // When the job under way will have had its time; nothing when there is none.
    [[nodiscard]] std::optional<time_point> due() const;
    // Gives up a job that is over its time; true when there was one.
    bool give_up_overdue(time_point now);

private:
    struct line;

    [[nodiscard]] bool start_thread();

    duration patience_;
    std::shared_ptr<line> line_;  // shared with its thread
};

}  // namespace task_agent::os

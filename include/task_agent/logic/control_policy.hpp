// What the step's state on the platform means for this run (contract 9, platform-facts 3.8). Pure.
//
// List Steps spans all attempts and, filtered, may hold other steps: only an item with our step name and,
// where both sides know it, our attempt counts. A status word that is not known is no stop request.
#pragma once

#include "task_agent/base/clock.hpp"
#include "task_agent/core/identity.hpp"
#include "task_agent/core/status.hpp"
#include "task_agent/core/step.hpp"

#include <optional>
#include <vector>

namespace task_agent {

enum class stop_order {
    none,
    cancel,  // cancelling, or terminal on the platform while the workload still runs
    pause,
};

// Who makes a pause come about (platform-facts 4.3).
struct pause_terms {
    bool is_cooperative = false;       // the workload, which may take its time; else whoever stops it
    std::optional<duration> deadline;  // how long it may, where that is known
};

[[nodiscard]] pause_terms pause_terms_of(step_item const& step, api_family family) noexcept;

// What the poll asks for: two values, because a single one fails (platform-facts 3.8, trap).
[[nodiscard]] std::vector<status> stop_request_statuses();

// Our step among the items, or nothing. Of several attempts that may be ours the first counts: lists come
// with the newest first.
[[nodiscard]] step_item const* find_own_step(std::vector<step_item> const& items,
                                             identity const& id) noexcept;

// Whether a newer attempt of the job has taken over. `newest` is the newest item of the whole list, `own` our
// own step in it: a job that was run again has both, and only an attempt that the platform itself shows as
// ours can be superseded.
[[nodiscard]] bool is_superseded(step_item const& newest, step_item const& own) noexcept;

[[nodiscard]] stop_order order_of(step_item const& step) noexcept;

}  // namespace task_agent

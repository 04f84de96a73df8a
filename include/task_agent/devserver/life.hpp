// What the API's writes do to the rows: the life of jobs, steps and tasks (platform-facts 3.3 to 3.5, 4.1).
//
// A row's updated_at moves only when the row really changed (platform-facts 3.2). Functions over a store; its
// thread.
#pragma once

#include "task_agent/devserver/job_store.hpp"

#include <optional>
#include <string>

namespace task_agent::devserver {

struct step_change {
    status to = status::created;
    json::object status_details;  // empty = untouched
    json::object error_details;   // empty = untouched
};

// A PUT that leaves the status out means pending, it does not mean "as it was" (platform-facts 3.5). Empty
// details and an empty stack = untouched.
struct task_change {
    status to = status::pending;
    json::object status_details;
    json::object error_details;
    std::string error_stack;
};

// A status that may not follow the present one.
struct illegal_transition {
    status from;
    status to;
    std::string step_id;
};

// Writes the step and carries the outcome on to the attempt; nothing is written when the transition is
// refused.
[[nodiscard]] std::optional<illegal_transition> change_step(job_store& store, step_place const& place,
                                                            step_change const& change, actor const& by);

// Creates the task or writes over it, without any transition check, and merges its status details into the
// job's.
task_row& put_task(job_store& store, step_place const& place, std::string const& name,
                   task_change const& change, actor const& by);

void merge_job_details(job_store& store, job_row& job, json::object const& patch, actor const& by);

// All steps still created: the first one is cancelled at once; else the first one that is not at its end
// becomes cancelling; none left: nothing happens, and that is no error.
[[nodiscard]] std::optional<illegal_transition> cancel_job(job_store& store, job_row& job, actor const& by);

// The first step that may be paused becomes pausing; none: nothing happens. A step that has a pause deadline
// is told when that was, as later servers do (platform-facts 4.3).
void pause_job(job_store& store, job_row& job, actor const& by);

// A paused step becomes resuming; none: nothing happens.
void resume_job(job_store& store, job_row& job, actor const& by);

// A job that has ended begins a new attempt with its first step; else nothing happens. The old attempt stays,
// and only List Steps still shows it.
void rerun_job(job_store& store, job_row& job, actor const& by);

// The step's entry in the attempt's platform_spec. Null when there is none.
[[nodiscard]] json::object const* find_step_spec(attempt_row const& attempt, std::string_view step_name);

// The config a step entity is created with: the spec's, plus the key that only the entity has
// (platform-facts 1.1).
[[nodiscard]] json::object entity_config(json::object const& step_spec);

}  // namespace task_agent::devserver

#include "task_agent/devserver/life.hpp"

#include "task_agent/devserver/rules.hpp"
#include "task_agent/devserver/views.hpp"

#include <boost/json/array.hpp>

#include <algorithm>
#include <utility>

namespace task_agent::devserver {
namespace {

json::array const& steps_of(attempt_row const& attempt) {
    return attempt.platform_spec.at("steps").as_array();
}

std::string_view name_of(json::value const& step_spec) {
    return step_spec.at("name").as_string();
}

// The next entry of the spec, or null after the last.
json::object const* next_step_spec(attempt_row const& attempt, std::string_view step_name) {
    json::array const& steps = steps_of(attempt);
    auto const here = std::find_if(steps.begin(), steps.end(),
                                   [&](json::value const& spec) { return name_of(spec) == step_name; });
    if (here == steps.end() || here + 1 == steps.end()) return nullptr;
    return &(here + 1)->as_object();
}

// Idempotent: a repeated "completed" finds the next step there already.
void start_next_step(job_store& store, attempt_row& attempt, json::object const& spec, actor const& by) {
    std::string_view const name = spec.at("name").as_string();
    bool const exists = std::any_of(attempt.steps.begin(), attempt.steps.end(),
                                    [&](step_row const& s) { return s.name == name; });
    if (!exists) store.add_step(attempt, std::string(name), entity_config(spec), by);
}

// The status that the step's one asks of its attempt; nothing = none.
std::optional<status> wanted_of_attempt(job_store& store, attempt_row& attempt, step_row const& step,
                                        actor const& by) {
    switch (step.state) {
        case status::created:
            return std::nullopt;
        case status::pending:
            if (step.name != name_of(steps_of(attempt).front())) return std::nullopt;
            return status::pending;
        case status::completed:
            if (json::object const* next = next_step_spec(attempt, step.name)) {
                start_next_step(store, attempt, *next, by);
                return std::nullopt;
            }
            return status::completed;
        case status::active:
        case status::cancelling:
        case status::cancelled:
        case status::pausing:
        case status::paused:
        case status::resuming:
        case status::error:
            return step.state;
    }
    return std::nullopt;
}

pause_kind pause_of(attempt_row const& attempt, std::string_view step_name) {
    auto const* spec = find_step_spec(attempt, step_name);
    auto const* lifecycle = spec ? spec->if_contains("lifecycle") : nullptr;
    auto const* fields = lifecycle ? lifecycle->if_object() : nullptr;
    auto const* deadline = fields ? fields->if_contains("pause_deadline_seconds") : nullptr;
    bool const has_time = deadline && deadline->is_number() && deadline->to_number<double>() > 0;
    return has_time ? pause_kind::cooperative : pause_kind::plain;
}

// platform-facts 3.3: what users see as the job's status. A change the attempt may not make is skipped
// without a word.
void propagate(job_store& store, attempt_row& attempt, step_row const& step, actor const& by) {
    auto const wanted = wanted_of_attempt(store, attempt, step, by);
    if (!wanted || *wanted == attempt.state) return;
    if (!may_follow(attempt.state, *wanted, pause_of(attempt, step.name))) return;
    attempt.state = *wanted;
    if (*wanted == status::error) attempt.error_details = step.error_details;
    store.touch(attempt, by);
}

}  // namespace

json::object const* find_step_spec(attempt_row const& attempt, std::string_view step_name) {
    for (json::value const& spec : steps_of(attempt)) {
        if (name_of(spec) == step_name) return &spec.as_object();
    }
    return nullptr;
}

json::object entity_config(json::object const& step_spec) {
    json::object config;
    if (auto const* given = step_spec.if_contains("config"); given && given->is_object())
        config = given->as_object();
    config["_step_spec_name"] = step_spec.at("name");
    return config;
}

std::optional<illegal_transition> change_step(job_store& store, step_place const& place,
                                              step_change const& change, actor const& by) {
    step_row& step = *place.step;
    if (!may_follow(step.state, change.to, pause_of(*place.attempt, step.name)))
        return illegal_transition{step.state, change.to, step.id};
    bool changed = std::exchange(step.state, change.to) != change.to;
    changed |= merge_details(step.status_details, change.status_details);
    changed |= replace_details(step.error_details, change.error_details);
    if (changed) store.touch(step, by);
    // also after a write that changed nothing: the attempt may have been behind
    propagate(store, *place.attempt, step, by);
    return std::nullopt;
}

task_row& put_task(job_store& store, step_place const& place, std::string const& name,
                   task_change const& change, actor const& by) {
    task_row* task = store.find_task(*place.step, name);
    if (!task) {
        task_row fresh;
        fresh.name = name;
        fresh.state = change.to;
        fresh.status_details = change.status_details;
        fresh.error_details = change.error_details;
        if (!change.error_stack.empty()) fresh.error_stack = change.error_stack;
        task = &store.add_task(*place.step, std::move(fresh), by);
    } else {
        bool changed = std::exchange(task->state, change.to) != change.to;
        changed |= merge_details(task->status_details, change.status_details);
        changed |= replace_details(task->error_details, change.error_details);
        if (!change.error_stack.empty() && task->error_stack != change.error_stack) {
            task->error_stack = change.error_stack;
            changed = true;
        }
        // two principals writing the same thing in turns do change the row (platform-facts 3.2)
        if (changed || task->updated_by != by) store.touch(*task, by);
    }
    merge_job_details(store, *place.job, change.status_details, by);
    return *task;
}

void merge_job_details(job_store& store, job_row& job, json::object const& patch, actor const& by) {
    if (merge_details(job.newest().status_details, patch)) store.touch(job.newest(), by);
}

std::optional<illegal_transition> cancel_job(job_store& store, job_row& job, actor const& by) {
    attempt_row& attempt = job.newest();
    auto& steps = attempt.steps;
    bool const none_begun =
        std::all_of(steps.begin(), steps.end(), [](step_row const& s) { return s.state == status::created; });
    auto const target =
        std::find_if(steps.begin(), steps.end(), [](step_row const& s) { return !is_terminal(s.state); });
    if (target == steps.end()) return std::nullopt;
    step_change change;
    change.to = none_begun ? status::cancelled : status::cancelling;
    return change_step(store, step_place{&job, &attempt, &*target}, change, by);
}

void pause_job(job_store& store, job_row& job, actor const& by) {
    attempt_row& attempt = job.newest();
    auto const may_pause = [](step_row const& s) {
        return s.state == status::created || s.state == status::pending || s.state == status::active;
    };
    auto const target = std::find_if(attempt.steps.begin(), attempt.steps.end(), may_pause);
    if (target == attempt.steps.end()) return;
    step_change change;
    change.to = status::pausing;
    if (pause_of(attempt, target->name) == pause_kind::cooperative)
        change.status_details["pause_requested_at"] = naive_utc(store.now());
    (void)change_step(store, step_place{&job, &attempt, &*target}, change, by);
}

void resume_job(job_store& store, job_row& job, actor const& by) {
    attempt_row& attempt = job.newest();
    auto const target = std::find_if(attempt.steps.begin(), attempt.steps.end(),
                                     [](step_row const& s) { return s.state == status::paused; });
    if (target == attempt.steps.end()) return;
    step_change change;
    change.to = status::resuming;
    (void)change_step(store, step_place{&job, &attempt, &*target}, change, by);
}

void rerun_job(job_store& store, job_row& job, actor const& by) {
    if (!is_terminal(job.newest().state)) return;
    attempt_row& fresh = store.add_attempt(job, by);
    auto const& first = steps_of(fresh).front().as_object();
    store.add_step(fresh, std::string(name_of(first)), entity_config(first), by);
}

}  // namespace task_agent::devserver

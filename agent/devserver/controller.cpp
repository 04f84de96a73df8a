#include "task_agent/devserver/controller.hpp"

#include "task_agent/devserver/controller_words.hpp"
#include "task_agent/devserver/life.hpp"

#include <boost/json/array.hpp>

#include <utility>

namespace task_agent::devserver {
namespace {

// platform-facts 2.1: services name themselves so.
actor const controller = "service:jobs";

json::value const* find(json::value const* in, std::string_view key) {
    auto const* const fields = in ? in->if_object() : nullptr;
    return fields ? fields->if_contains(key) : nullptr;
}

std::optional<std::int64_t> number(json::value const* value) {
    if (value && value->is_int64()) return value->get_int64();
    if (value && value->is_uint64()) return static_cast<std::int64_t>(value->get_uint64());
    return std::nullopt;
}

// Nothing while it runs. An agent ends with 0 after a stop that the platform asked for (contract 1), and with
// the workload's code otherwise; the controller of a failed task that has no code sees the commonest one.
std::optional<int> exit_code_of(task_row const& task) {
    if (task.state == status::error) {
        auto code = number(find(task.status_details.if_contains("agent"), "exit_code"));
        if (!code) code = number(task.error_details.if_contains("exit_code"));
        return static_cast<int>(code && *code != 0 ? *code : 1);
    }
    if (is_terminal(task.state) || task.state == status::paused) return 0;
    return std::nullopt;
}

std::vector<std::string> output_of(task_row const& task) {
    auto const* lines = task.error_details.if_contains("last_output");
    if (!lines) {
        auto const* const report = task.status_details.if_contains("error_report");
        lines = find(find(report, "details"), "last_output");
    }
    std::vector<std::string> output;
    if (!lines || !lines->is_array()) return output;
    for (json::value const& line : lines->get_array()) {
        if (line.is_string()) output.emplace_back(line.get_string());
    }
    return output;
}

// The scheduler serves the first two, the reconciler the others (platform-facts 0).
bool is_served(status step_state, status task_state) noexcept {
    switch (step_state) {
        case status::resuming:  // what an earlier container left says nothing of the new one
            return task_state == status::active;
        case status::created:
        case status::pending:
        case status::active:
        case status::cancelling:
        case status::pausing:
            return true;
        default:
            return false;
    }
}

void reconcile_step(job_store& store, backend by, step_place const& place) {
    step_row& step = *place.step;
    if (step.tasks.empty()) return;  // nobody has started anything
    task_row const& task = step.tasks.back();
    if (!is_served(step.state, task.state)) return;
    observed_run run;
    run.workspace = place.job->workspace;
    run.job = place.job->name;
    run.attempt_id = place.attempt->id;
    run.step = step.name;
    run.task = task.name;
    run.step_state = step.state;
    run.exit_code = exit_code_of(task);
    run.pid = number(find(task.status_details.if_contains("agent"), "pid")).value_or(0);
    run.at = store.now();
    run.output = output_of(task);
    // created to active in one step, where the scheduler would come by in between
    status const verdict = verdict_of(by, step.state, run.exit_code);
    auto words = words_of(by, run, verdict);

    task_change task_write;
    task_write.to = verdict;
    task_write.status_details = words.status_details;
    task_write.error_details = words.error_details;
    task_write.error_stack = std::move(words.error_stack);
    put_task(store, place, run.task, task_write, controller);
    step_change step_write;
    step_write.to = verdict;
    step_write.status_details = std::move(words.status_details);
    step_write.error_details = std::move(words.error_details);
    // created may not be completed at once (platform-facts 3.1)
    if (step.state == status::created) {
        step_change begun;
        begun.to = status::active;
        (void)change_step(store, place, begun, controller);
    }
    // a transition that is refused is the controller's to log, and it comes again
    (void)change_step(store, place, step_write, controller);
}

}  // namespace

std::optional<backend> parse_backend(std::string_view word) noexcept {
    if (word == "docker") return backend::docker;
    if (word == "k8s") return backend::k8s;
    if (word == "subprocess") return backend::subprocess;
    return std::nullopt;
}

void reconcile(job_store& store, backend by) {
    for (job_row const& shown : store.jobs()) {
        job_row* const job = store.find_job(shown.workspace, shown.name);
        attempt_row& attempt = job->newest();
        // a step that completes may add the next one behind it
        for (std::size_t i = 0; i < attempt.steps.size(); ++i)
            reconcile_step(store, by, {job, &attempt, &attempt.steps[i]});
    }
}

}  // namespace task_agent::devserver

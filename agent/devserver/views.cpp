#include "task_agent/devserver/views.hpp"

#include "task_agent/devserver/life.hpp"

#include <boost/json/array.hpp>
#include <fmt/format.h>

#include <ctime>
#include <utility>

namespace task_agent::devserver {
namespace {

template <class T>
json::value or_null(std::optional<T> const& value) {
    return value ? json::value(*value) : json::value();
}

void add_times(json::object& view, row const& shown) {
    view["created_at"] = naive_utc(shown.created_at);
    view["updated_at"] = naive_utc(shown.updated_at);
}

// Keys that every entity begins and ends with.
json::object entity_head(row const& shown, std::string_view parent, std::string_view parent_key) {
    return {{"id", shown.id}, {"entity_id", shown.id}, {"parent", parent}, {parent_key, parent}};
}

void add_entity_tail(json::object& view, row const& shown) {
    view["created_at"] = naive_utc(shown.created_at);
    view["created_by"] = or_null(shown.created_by);
    view["updated_at"] = naive_utc(shown.updated_at);
    view["updated_by"] = or_null(shown.updated_by);
}

json::object task_status_view(task_row const& task) {
    json::object view{{"id", task.id},
                      {"name", task.name},
                      {"status", to_text(task.state)},
                      {"status_details", task.status_details},
                      {"error_details", task.error_details},
                      {"error_stack", or_null(task.error_stack)}};
    add_times(view, task);
    return view;
}

json::object step_status_view(step_row const& step) {
    json::array tasks;
    for (task_row const& task : step.tasks)
        tasks.push_back(task_status_view(task));
    json::object view{{"id", step.id},
                      {"name", step.name},
                      {"status", to_text(step.state)},
                      {"status_details", step.status_details},
                      {"error_details", step.error_details.value_or(json::object())},
                      {"tasks", std::move(tasks)}};
    add_times(view, step);
    return view;
}

}  // namespace

std::string naive_utc(instant t) {
    auto const whole = std::chrono::floor<std::chrono::seconds>(t);
    auto const fraction = (t - whole).count();
    std::time_t const seconds = wall_clock::to_time_t(whole);
    std::tm parts{};
    gmtime_r(&seconds, &parts);
    auto text = fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}", parts.tm_year + 1900, parts.tm_mon + 1,
                            parts.tm_mday, parts.tm_hour, parts.tm_min, parts.tm_sec);
    if (fraction != 0) text += fmt::format(".{:06}", fraction);
    return text;
}

json::object job_view(job_row const& job) {
    attempt_row const& attempt = job.newest();
    json::object view{{"id", job.id},
                      {"attempt_id", attempt.id},
                      {"name", job.name},
                      {"workspace", job.workspace},
                      {"project", or_null(job.project)},
                      {"description", or_null(job.description)},
                      {"source", job.source},
                      {"spec", job.spec},
                      {"platform_spec", job.platform_spec},
                      {"fileset", job.fileset},
                      {"status", to_text(attempt.state)},
                      {"status_details", attempt.status_details},
                      {"error_details", or_null(attempt.error_details)}};
    add_times(view, job);
    view["ownership"] = job.ownership;
    view["custom_fields"] = job.custom_fields;
    return view;
}

json::object step_view(step_row const& step, attempt_row const& attempt, job_row const& job) {
    json::object view = entity_head(step, attempt.id, "attempt_id");
    view["name"] = step.name;
    view["workspace"] = job.workspace;
    view["project"] = or_null(job.project);
    view["config"] = step.config;
    view["status"] = to_text(step.state);
    view["status_details"] = step.status_details;
    view["error_details"] = or_null(step.error_details);
    add_entity_tail(view, step);
    return view;
}

json::object task_view(task_row const& task, step_row const& step, job_row const& job) {
    json::object view = entity_head(task, step.id, "step_id");
    view["name"] = task.name;
    view["workspace"] = job.workspace;
    view["project"] = or_null(job.project);
    view["status"] = to_text(task.state);
    view["status_details"] = task.status_details;
    view["error_details"] = task.error_details;
    view["error_stack"] = or_null(task.error_stack);
    add_entity_tail(view, task);
    return view;
}

json::object status_view(job_row const& job) {
    attempt_row const& attempt = job.newest();
    json::array steps;
    for (step_row const& step : attempt.steps)
        steps.push_back(step_status_view(step));
    json::object view{{"id", job.id},
                      {"name", job.name},
                      {"status", to_text(attempt.state)},
                      {"status_details", attempt.status_details},
                      {"error_details", or_null(attempt.error_details)},
                      {"steps", std::move(steps)}};
    add_times(view, job);
    return view;
}

json::object step_item_view(step_row const& step, attempt_row const& attempt, job_row const& job,
                            bool for_service) {
    json::object view{{"id", step.id},
                      {"job", job.name},
                      {"attempt_id", attempt.id},
                      {"fileset", job.fileset},
                      {"workspace", job.workspace},
                      {"name", step.name}};
    if (json::object const* spec = find_step_spec(attempt, step.name)) view["step_spec"] = *spec;
    view["status"] = to_text(step.state);
    view["status_details"] = step.status_details;
    if (step.error_details) view["error_details"] = *step.error_details;
    if (for_service && job.auth_context) view["auth_context"] = *job.auth_context;
    add_times(view, step);
    return view;
}

json::object without_nulls(json::object fields) {
    json::object kept;
    for (auto& member : fields) {
        if (!member.value().is_null()) kept.emplace(member.key(), std::move(member.value()));
    }
    return kept;
}

}  // namespace task_agent::devserver

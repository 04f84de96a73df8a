#include "task_agent/devserver/routes.hpp"

#include "task_agent/devserver/body.hpp"
#include "task_agent/devserver/filter.hpp"
#include "task_agent/devserver/job_request.hpp"
#include "task_agent/devserver/life.hpp"
#include "task_agent/devserver/names.hpp"
#include "task_agent/devserver/page.hpp"
#include "task_agent/devserver/principal.hpp"
#include "task_agent/devserver/query.hpp"
#include "task_agent/devserver/views.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>

namespace task_agent::devserver {
namespace {

// A request that found its route. `args` are the path's variable segments, workspace first.
struct call {
    job_store& store;
    request const& asked;
    query_list query;
    std::vector<std::string> args;
    principal who;
};

answer no_job() {
    return detail_answer(404, "Job not found");
}
answer no_step() {
    return detail_answer(404, "Job step not found");
}
answer no_task() {
    return detail_answer(404, "Job task not found");
}

// Python prints an enum by its class and member name here, not by its word (platform-facts 3.3).
std::string enum_name(status s) {
    std::string name = "PlatformJobStatus.";
    for (char const c : to_text(s))
        name += static_cast<char>(c - 'a' + 'A');
    return name;
}

answer refused(illegal_transition const& no) {
    return detail_answer(409, fmt::format("Invalid status transition from {} to {} for step {}",
                                          enum_name(no.from), enum_name(no.to), no.step_id));
}

json::object details_or_empty(json::object const* given) {
    return given ? *given : json::object();
}

answer create_job(call& c) {
    problems wrong;
    auto const body = read_object_body(c.asked, body_kind::model, wrong);
    if (!body) return wrong.to_answer();
    auto job = parse_job(*body, wrong);
    if (!job) return wrong.to_answer();
    job->workspace = c.args[0];
    if (job->name.empty()) {
        do {
            job->name = c.store.new_name(name_prefix(job->source));
        } while (c.store.find_job(job->workspace, job->name));
    } else if (c.store.find_job(job->workspace, job->name)) {
        return detail_answer(409, fmt::format("Job with name '{}' already exists in workspace '{}'.",
                                              job->name, job->workspace));
    }
    job->fileset = "job-fileset-" + job->name;
    job->auth_context = c.who.auth_context;
    job_row& added = c.store.add_job(std::move(*job), c.who.id);
    auto const& first = added.platform_spec.at("steps").as_array().front().as_object();
    c.store.add_step(added.newest(), std::string(first.at("name").as_string()), entity_config(first),
                     c.who.id);
    return json_answer(201, job_view(added));
}

// The list calls' common frame; `filter` is left out when nothing was asked for.
answer page_answer(json::array data, page_request const& asked, std::size_t total, json::object filter) {
    auto const on_page = data.size();
    json::object page{
        {"data", std::move(data)}, {"pagination", pagination(asked, on_page, total)}, {"sort", asked.sort}};
    if (!filter.empty()) page["filter"] = std::move(filter);
    return json_answer(200, page);
}

bool workspace_fits(std::string_view asked, job_row const& job) {
    return asked == "-" || asked == job.workspace;
}

template <class T>
bool fits(std::optional<T> const& asked, T const& actual) {
    return !asked || *asked == actual;
}

answer list_jobs(call& c) {
    auto parsed = parse_jobs_filter(c.query);
    if (auto* const failed = std::get_if<answer>(&parsed)) return std::move(*failed);
    auto const& filter = std::get<jobs_filter>(parsed);
    problems wrong;
    auto const asked = parse_page(c.query, {1, 10, "-created_at"}, wrong);
    if (wrong.any()) return wrong.to_answer();
    std::vector<job_row const*> found;
    for (job_row const& job : c.store.jobs()) {
        if (workspace_fits(c.args[0], job) && selects(filter.statuses, job.newest().state) &&
            fits(filter.name, job.name) && fits(filter.source, job.source) &&
            (!filter.project || filter.project == job.project))
            found.push_back(&job);
    }
    sort_rows(found, asked.sort, [](job_row const* job) -> row const& { return *job; });
    json::array data;
    for (job_row const* job : cut_page(found, asked))
        data.push_back(without_nulls(job_view(*job)));
    return page_answer(std::move(data), asked, found.size(), filter.given);
}

answer get_job(call& c) {
    job_row const* const job = c.store.find_job(c.args[0], c.args[1]);
    return job ? json_answer(200, job_view(*job)) : no_job();
}

answer cancel(call& c) {
    job_row* const job = c.store.find_job(c.args[0], c.args[1]);
    if (!job) return no_job();
    if (auto const no = cancel_job(c.store, *job, c.who.id)) return refused(*no);
    return json_answer(200, job_view(*job));
}

answer get_status(call& c) {
    job_row const* const job = c.store.find_job(c.args[0], c.args[1]);
    return job ? json_answer(200, status_view(*job)) : no_job();
}

answer patch_job_details(call& c) {
    problems wrong;
    auto const patch = read_object_body(c.asked, body_kind::map, wrong);
    if (!patch) return wrong.to_answer();
    job_row* const job = c.store.find_job(c.args[0], c.args[1]);
    if (!job) return no_job();
    merge_job_details(c.store, *job, *patch, c.who.id);
    return json_answer(200, nullptr);
}

struct step_entry {
    job_row const* job;
    attempt_row const* attempt;
    step_row const* step;
};

// Spans all attempts, old ones too; a job that does not exist is an empty list, not a 404.
std::vector<step_entry> find_steps(job_store const& store, std::string_view workspace,
                                   steps_filter const& filter) {
    std::vector<step_entry> found;
    for (job_row const& job : store.jobs()) {
        if (!workspace_fits(workspace, job) || !fits(filter.source, job.source)) continue;
        if (filter.job && *filter.job != "-" && *filter.job != job.name) continue;
        for (attempt_row const& attempt : job.attempts) {
            for (step_row const& step : attempt.steps) {
                if (selects(filter.statuses, step.state)) found.push_back({&job, &attempt, &step});
            }
        }
    }
    return found;
}

answer list_steps(call& c) {
    auto parsed = parse_steps_filter(c.query);
    if (auto* const failed = std::get_if<answer>(&parsed)) return std::move(*failed);
    auto filter = std::get<steps_filter>(std::move(parsed));
    problems wrong;
    auto const asked = parse_page(c.query, {1, 25, "created_at"}, wrong);
    if (wrong.any()) return wrong.to_answer();
    // the path's job wins over filter[job]
    if (c.args[1] != "-") filter.job = c.args[1];
    auto found = find_steps(c.store, c.args[0], filter);
    sort_rows(found, asked.sort, [](step_entry const& entry) -> row const& { return *entry.step; });
    json::array data;
    for (step_entry const& entry : cut_page(found, asked))
        data.push_back(step_item_view(*entry.step, *entry.attempt, *entry.job, c.who.is_service));
    return page_answer(std::move(data), asked, found.size(), echo(filter));
}

answer get_step(call& c) {
    auto const place = c.store.find_step(c.args[0], c.args[1], c.args[2]);
    return place ? json_answer(200, step_view(*place->step, *place->attempt, *place->job)) : no_step();
}

answer patch_step(call& c) {
    problems wrong;
    auto const body = read_object_body(c.asked, body_kind::model, wrong);
    if (!body) return wrong.to_answer();
    body_part const fields{{"body"}, *body};
    step_change change;
    change.to = status_field(fields, "status", presence::required, wrong).value_or(status::created);
    change.status_details =
        details_or_empty(object_field(fields, "status_details", presence::nullable, wrong));
    change.error_details = details_or_empty(object_field(fields, "error_details", presence::nullable, wrong));
    if (wrong.any()) return wrong.to_answer();
    auto const place = c.store.find_step(c.args[0], c.args[1], c.args[2]);
    if (!place) return no_step();
    if (auto const no = change_step(c.store, *place, change, c.who.id)) return refused(*no);
    return json_answer(200, step_view(*place->step, *place->attempt, *place->job));
}

answer list_tasks(call& c) {
    auto const place = c.store.find_step(c.args[0], c.args[1], c.args[2]);
    if (!place) return c.store.find_job(c.args[0], c.args[1]) ? no_step() : no_job();
    json::array data;
    for (task_row const& task : place->step->tasks) {
        if (data.size() == 1000)
            break;  // the store's page, and nobody asks for the next (platform-facts 3.8)
        data.push_back(task_view(task, *place->step, *place->job));
    }
    return json_answer(200, json::object{{"data", std::move(data)}});
}

answer get_task(call& c) {
    auto const place = c.store.find_step(c.args[0], c.args[1], c.args[2]);
    if (!place) return no_step();
    task_row const* const task = c.store.find_task(*place->step, c.args[3]);
    return task ? json_answer(200, task_view(*task, *place->step, *place->job)) : no_task();
}

answer put_task_route(call& c) {
    problems wrong;
    auto const body = read_object_body(c.asked, body_kind::model, wrong);
    if (!body) return wrong.to_answer();
    body_part const fields{{"body"}, *body};
    task_change change;
    change.to = status_field(fields, "status", presence::optional, wrong).value_or(status::pending);
    change.status_details =
        details_or_empty(object_field(fields, "status_details", presence::nullable, wrong));
    change.error_details = details_or_empty(object_field(fields, "error_details", presence::nullable, wrong));
    change.error_stack = text_field(fields, "error_stack", presence::nullable, wrong).value_or("");
    if (wrong.any()) return wrong.to_answer();
    auto const place = c.store.find_step(c.args[0], c.args[1], c.args[2]);
    if (!place) return no_step();
    std::string const& name = c.args[3];
    if (!c.store.find_task(*place->step, name) && !is_entity_name(name))
        return detail_answer(422, bad_name_text("task", name));
    return json_answer(
        200, task_view(put_task(c.store, *place, name, change, c.who.id), *place->step, *place->job));
}

struct route {
    std::string_view method;
    std::string_view pattern;  // "*" is one segment of any text
    answer (*handle)(call&);
};

constexpr route table[] = {
    {"POST", "/apis/jobs/v2/workspaces/*/jobs", create_job},
    {"GET", "/apis/jobs/v2/workspaces/*/jobs", list_jobs},
    {"GET", "/apis/jobs/v2/workspaces/*/jobs/*", get_job},
    {"POST", "/apis/jobs/v2/workspaces/*/jobs/*/cancel", cancel},
    {"GET", "/apis/jobs/v2/workspaces/*/jobs/*/status", get_status},
    {"PATCH", "/apis/jobs/v2/workspaces/*/jobs/*/status-details", patch_job_details},
    {"GET", "/apis/jobs/v2/workspaces/*/jobs/*/steps", list_steps},
    {"GET", "/apis/jobs/v2/workspaces/*/jobs/*/steps/*", get_step},
    {"PATCH", "/apis/jobs/v2/workspaces/*/jobs/*/steps/*/status", patch_step},
    {"GET", "/apis/jobs/v2/workspaces/*/jobs/*/steps/*/tasks", list_tasks},
    {"PUT", "/apis/jobs/v2/workspaces/*/jobs/*/steps/*/tasks/*", put_task_route},
    {"GET", "/apis/jobs/v2/workspaces/*/jobs/*/steps/*/tasks/*", get_task},
};

// The text in the places of the pattern's stars; an empty segment fits nothing.
std::optional<std::vector<std::string>> match(std::string_view pattern, std::string_view path) {
    std::vector<std::string> args;
    while (true) {
        auto const pattern_end = std::min(pattern.find('/', 1), pattern.size());
        auto const path_end = std::min(path.find('/', 1), path.size());
        std::string_view const wanted = pattern.substr(0, pattern_end);
        std::string_view const given = path.substr(0, path_end);
        if (wanted == "/*" && given.size() > 1) {
            args.emplace_back(given.substr(1));
        } else if (wanted != given) {
            return std::nullopt;
        }
        pattern.remove_prefix(pattern_end);
        path.remove_prefix(path_end);
        if (pattern.empty() && path.empty()) return args;
        if (pattern.empty() || path.empty()) return std::nullopt;
    }
}

bool is_known_path(std::string_view path) {
    return std::any_of(std::begin(table), std::end(table),
                       [&](route const& r) { return match(r.pattern, path).has_value(); });
}

// A path that only a slash at the end keeps from a route is redirected, body and all, as Starlette does.
std::optional<answer> slash_redirect(request const& asked, target_parts const& parts) {
    if (parts.path.size() < 2 || !parts.path.ends_with('/')) return std::nullopt;
    auto const bare_size = parts.path.find_last_not_of('/') + 1;
    if (!is_known_path(std::string_view(parts.path).substr(0, bare_size))) return std::nullopt;
    std::string_view encoded_path = asked.target;
    encoded_path = encoded_path.substr(0, encoded_path.find('?'));
    encoded_path = encoded_path.substr(0, encoded_path.find_last_not_of('/') + 1);
    std::string location = encoded_path.starts_with('/')
                               ? fmt::format("http://{}{}", asked.header("host"), encoded_path)
                               : std::string(encoded_path);
    if (!parts.raw_query.empty()) location += "?" + parts.raw_query;
    answer redirect;
    redirect.status = 307;
    redirect.content_type.clear();
    redirect.headers.emplace_back("location", std::move(location));
    return redirect;
}

}  // namespace

answer handle(job_store& store, request const& asked) {
    target_parts parts = split_target(asked.target);
    std::string_view allowed;
    for (route const& candidate : table) {
        auto args = match(candidate.pattern, parts.path);
        if (!args) continue;
        if (candidate.method != asked.method) {
            // only the first route of a path is named, as Starlette does
            if (allowed.empty()) allowed = candidate.method;
            continue;
        }
        call c{store, asked, std::move(parts.query), std::move(*args), principal_of(asked)};
        return candidate.handle(c);
    }
    if (!allowed.empty()) {
        answer result = detail_answer(405, "Method Not Allowed");
        result.headers.emplace_back("allow", allowed);
        return result;
    }
    if (auto redirect = slash_redirect(asked, parts)) return std::move(*redirect);
    return detail_answer(404, "Not Found");
}

answer post_job(job_store& store, std::string_view workspace, std::string_view body) {
    request asked;
    asked.method = "POST";
    asked.target = fmt::format("/apis/jobs/v2/workspaces/{}/jobs", workspace);
    asked.body = body;
    return handle(store, asked);
}

}  // namespace task_agent::devserver

#include "task_agent/devserver/body.hpp"
#include "task_agent/devserver/filter.hpp"
#include "task_agent/devserver/job_request.hpp"
#include "task_agent/devserver/life.hpp"
#include "task_agent/devserver/names.hpp"
#include "task_agent/devserver/page.hpp"
#include "task_agent/devserver/route_call.hpp"
#include "task_agent/devserver/views.hpp"

#include <fmt/format.h>

#include <utility>

namespace task_agent::devserver {
namespace {

// pause, resume and rerun: what does not fit the job's state is no error, and changes nothing
// (platform-facts 4.1).
answer act_on_job(route_call& c, void (*act)(job_store&, job_row&, actor const&)) {
    job_row* const job = c.store.find_job(c.args[0], c.args[1]);
    if (!job) return no_job();
    act(c.store, *job, c.who.id);
    return json_answer(200, job_view(*job));
}

}  // namespace

answer create_job(route_call& c) {
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

answer list_jobs(route_call& c) {
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

answer get_job(route_call& c) {
    job_row const* const job = c.store.find_job(c.args[0], c.args[1]);
    return job ? json_answer(200, job_view(*job)) : no_job();
}

answer cancel_job(route_call& c) {
    job_row* const job = c.store.find_job(c.args[0], c.args[1]);
    if (!job) return no_job();
    if (auto const no = cancel_job(c.store, *job, c.who.id)) return refused(*no);
    return json_answer(200, job_view(*job));
}

answer pause_job(route_call& c) {
    return act_on_job(c, &pause_job);
}

answer resume_job(route_call& c) {
    return act_on_job(c, &resume_job);
}

answer rerun_job(route_call& c) {
    return act_on_job(c, &rerun_job);
}

// Later servers' (platform-facts 3.5): only what has ended can be deleted.
answer delete_job(route_call& c) {
    job_row const* const job = c.store.find_job(c.args[0], c.args[1]);
    if (!job) return no_job();
    if (!is_terminal(job->newest().state))
        return detail_answer(409, fmt::format("Job '{}' has not ended and cannot be deleted.", job->name));
    c.store.remove_job(*job);
    answer deleted;
    deleted.status = 204;
    deleted.content_type.clear();
    return deleted;
}

answer get_status(route_call& c) {
    job_row const* const job = c.store.find_job(c.args[0], c.args[1]);
    return job ? json_answer(200, status_view(*job)) : no_job();
}

answer patch_job_details(route_call& c) {
    problems wrong;
    auto const patch = read_object_body(c.asked, body_kind::map, wrong);
    if (!patch) return wrong.to_answer();
    job_row* const job = c.store.find_job(c.args[0], c.args[1]);
    if (!job) return no_job();
    merge_job_details(c.store, *job, *patch, c.who.id);
    return json_answer(200, nullptr);
}

}  // namespace task_agent::devserver

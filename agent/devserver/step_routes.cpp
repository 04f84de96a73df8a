#include "task_agent/devserver/body.hpp"
#include "task_agent/devserver/filter.hpp"
#include "task_agent/devserver/life.hpp"
#include "task_agent/devserver/page.hpp"
#include "task_agent/devserver/route_call.hpp"
#include "task_agent/devserver/views.hpp"

#include <utility>
#include <vector>

namespace task_agent::devserver {

namespace {

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

}  // namespace

answer list_steps(route_call& c) {
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

answer get_step(route_call& c) {
    auto const place = c.store.find_step(c.args[0], c.args[1], c.args[2]);
    return place ? json_answer(200, step_view(*place->step, *place->attempt, *place->job)) : no_step();
}

answer patch_step(route_call& c) {
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

}  // namespace task_agent::devserver

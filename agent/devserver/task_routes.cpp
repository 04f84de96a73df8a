#include "task_agent/devserver/body.hpp"
#include "task_agent/devserver/life.hpp"
#include "task_agent/devserver/names.hpp"
#include "task_agent/devserver/route_call.hpp"
#include "task_agent/devserver/views.hpp"

namespace task_agent::devserver {

answer list_tasks(route_call& c) {
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

answer get_task(route_call& c) {
    auto const place = c.store.find_step(c.args[0], c.args[1], c.args[2]);
    if (!place) return no_step();
    task_row const* const task = c.store.find_task(*place->step, c.args[3]);
    return task ? json_answer(200, task_view(*task, *place->step, *place->job)) : no_task();
}

answer put_task(route_call& c) {
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

}  // namespace task_agent::devserver

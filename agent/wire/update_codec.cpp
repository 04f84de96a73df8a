#include "task_agent/wire/update_codec.hpp"

#include "task_agent/wire/json_value.hpp"

namespace task_agent {
namespace {

json_object status_body(status state, detail_map const& status_details, json_text const& error_details) {
    json_object body;
    body.add("status", json_string(to_text(state)));
    if (!status_details.empty()) body.add("status_details", encode_details(status_details));
    if (!error_details.empty()) body.add("error_details", error_details);
    return body;
}

}  // namespace

std::string encode_update(task_update const& update) {
    auto body = status_body(update.state, update.status_details, update.error_details);
    if (!update.error_stack.empty()) body.add("error_stack", json_string(update.error_stack));
    return body.text();
}

std::string encode_step_status(status state, detail_map const& status_details,
                               json_text const& error_details) {
    return status_body(state, status_details, error_details).text();
}

}  // namespace task_agent

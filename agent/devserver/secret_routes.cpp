// The value of a secret goes to services only, whoever they act for (platform-facts 2.2). Whether that one
// may read it is left out: here everybody may.
#include "task_agent/devserver/route_call.hpp"

#include <fmt/format.h>

namespace task_agent::devserver {

answer access_secret(route_call& c) {
    // a token cannot be looked into here, and counts as a service's
    bool const has_token = c.asked.header("authorization").starts_with("Bearer ");
    if (!c.who.id && !has_token) return detail_answer(401, "Authentication required");
    if (c.who.id && !c.who.id->starts_with("service:")) return detail_answer(403, "Forbidden");
    auto const& workspace = c.args[0];
    auto const& name = c.args[1];
    auto const* const value = c.store.find_secret(workspace, name);
    if (!value) return detail_answer(404, fmt::format("Secret {}/{} not found", workspace, name));
    return json_answer(200, json::object{{"name", name}, {"workspace", workspace}, {"value", *value}});
}

}  // namespace task_agent::devserver

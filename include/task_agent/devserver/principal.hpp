// Who makes a request, by its X-NMP-Principal-* or X-NHX-Principal-* headers (platform-facts 2.1). Nothing is
// checked: the dev-server stands for a platform with authentication off. Secrets alone it keeps as one with
// authentication on would (secret_routes.cpp).
#pragma once

#include "task_agent/devserver/message.hpp"
#include "task_agent/devserver/rows.hpp"

#include <optional>

namespace task_agent::devserver {

struct principal {
    actor id;
    bool is_service = false;                   // the effective identity is a service (platform-facts 2.2)
    std::optional<json::object> auth_context;  // kept with a job the principal creates
};

[[nodiscard]] principal principal_of(request const& asked);

}  // namespace task_agent::devserver

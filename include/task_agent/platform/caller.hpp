// Who is calling, as headers (platform-facts 2.1): a service that may act on behalf of the job's creator.
// Pure.
#pragma once

#include "task_agent/core/identity.hpp"
#include "task_agent/core/principal.hpp"
#include "task_agent/net/http_message.hpp"

#include <optional>
#include <vector>

namespace task_agent {

// X-NMP-... or X-NHX-..., after the family; without `creator` the service speaks for itself.
[[nodiscard]] std::vector<net::http_header> caller_headers(api_family family,
                                                           std::optional<principal> const& creator);

}  // namespace task_agent

// Bodies of the calls that report (platform-facts 3.3 to 3.5). Any thread.
#pragma once

#include "task_agent/core/task_update.hpp"

#include <string>

namespace task_agent {

// The task PUT. The status is always there: the server reads a missing one as `pending`. Empty fields stay
// out, because the server cannot clear them anyway.
[[nodiscard]] std::string encode_update(task_update const& update);

// The PATCH of a step's status.
[[nodiscard]] std::string encode_step_status(status state, detail_map const& status_details,
                                             json_text const& error_details);

}  // namespace task_agent

// The answer to GET .../jobs/{job}/status (platform-facts 3.7). Any thread.
#pragma once

#include "task_agent/base/error.hpp"
#include "task_agent/core/step.hpp"

#include <string_view>

namespace task_agent {

// errc::bad_answer when it is no JSON object. Missing fields are empty.
[[nodiscard]] result<job_tree> parse_job_status(std::string_view body);

}  // namespace task_agent

// error_details of contract 3 from what is known about a failure. Any thread.
#pragma once

#include "task_agent/core/failure.hpp"
#include "task_agent/core/task_update.hpp"

namespace task_agent {

// A JSON object; keys only as they apply. The stack is not in it: it travels as error_stack.
[[nodiscard]] json_text encode_failure(failure_report const& report);

}  // namespace task_agent

// The workload's channel, both sides (contract 8.1): GET /v1/task and POST /v1/error-report. Any thread.
#pragma once

#include "task_agent/base/error.hpp"
#include "task_agent/core/identity.hpp"
#include "task_agent/core/nested_report.hpp"

#include <string_view>

namespace task_agent {

[[nodiscard]] json_text encode_task(identity const& id);
// errc::bad_answer where it is no JSON object. Missing names are empty.
[[nodiscard]] result<identity> parse_task(std::string_view body);

[[nodiscard]] json_text encode_nested_report(nested_report const& report);
// errc::bad_input with a sentence where it is not one, details that are no object included.
[[nodiscard]] result<nested_report> parse_nested_report(std::string_view body);

}  // namespace task_agent

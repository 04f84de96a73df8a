// The final update of a task, from its verdict and the report about a failure (contract 3).
#pragma once

#include "task_agent/core/failure.hpp"
#include "task_agent/core/nested_report.hpp"
#include "task_agent/core/task_update.hpp"

#include <optional>

namespace task_agent {

// The key error_report of status_details: error_details and the innermost part of the stack. Controllers
// replace error_details and error_stack, but merge status_details (platform-facts 7.1).
[[nodiscard]] json_text make_error_report(json_text const& details, std::string const& stack);

// `nested`: what an agent inside the workload has told of the same failure; it stood nearer.
[[nodiscard]] task_update make_final_update(status state, std::optional<failure_report> const& report,
                                            nested_report const* nested = nullptr);

}  // namespace task_agent

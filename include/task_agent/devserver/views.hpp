// Rows as the API shows them, key by key in the platform's order (platform-facts 3.3, 3.5, 3.7, 3.8).
#pragma once

#include "task_agent/devserver/rows.hpp"

#include <boost/json/object.hpp>

#include <string>

namespace task_agent::devserver {

// "2026-07-19T10:11:12.000042": UTC without a zone; no fraction when it is zero, as Python prints it.
[[nodiscard]] std::string naive_utc(instant t);

[[nodiscard]] json::object job_view(job_row const& job);
[[nodiscard]] json::object step_view(step_row const& step, attempt_row const& attempt, job_row const& job);
[[nodiscard]] json::object task_view(task_row const& task, step_row const& step, job_row const& job);

// GET .../status
[[nodiscard]] json::object status_view(job_row const& job);

// One item of List Steps; null fields are left out. auth_context is for services only.
[[nodiscard]] json::object step_item_view(step_row const& step, attempt_row const& attempt,
                                          job_row const& job, bool for_service);

// Drops the fields that are null, not those inside documents.
[[nodiscard]] json::object without_nulls(json::object fields);

}  // namespace task_agent::devserver

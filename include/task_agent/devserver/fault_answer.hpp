// What a fault makes of an answer, as far as it can be told without a socket. Pure; any thread.
#pragma once

#include "task_agent/devserver/fault_plan.hpp"
#include "task_agent/devserver/job_store.hpp"
#include "task_agent/devserver/message.hpp"

#include <string>

namespace task_agent::devserver {

// The call as the selectors see it. The views are of `asked` and of `path`, which is filled.
[[nodiscard]] observed_call observe(job_store& store, request const& asked, std::string& path);

// The answer that a `status` fault gives in the API's place.
[[nodiscard]] answer fault_status(fault_action const& action, instant now);

// More than a client may take: beyond 64 KiB for a write, beyond 16 MiB for anything else (contract 2), or
// the action's own size. Blanks behind the JSON, so that it stays the true answer.
void fill_up(answer& given, fault_action const& action, std::string_view method);

}  // namespace task_agent::devserver

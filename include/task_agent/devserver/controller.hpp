// The jobs controller that a dev-server can play (contract 11, `--controller`): every two seconds it writes
// what a backend would write of the same run, over what the agent wrote (platform-facts 0, 4.2, 7.1).
//
// It starts and stops nothing. That a container runs, and with which code it ended, is taken from the newest
// task of the step: who reports there is the agent inside of it.
#pragma once

#include "task_agent/devserver/job_store.hpp"

#include <chrono>
#include <optional>
#include <string_view>

namespace task_agent::devserver {

enum class backend { docker, k8s, subprocess };

[[nodiscard]] std::optional<backend> parse_backend(std::string_view word) noexcept;

inline constexpr std::chrono::seconds controller_interval(2);

// One round over all steps that are not at their end: first the task, then the step.
void reconcile(job_store& store, backend by);

}  // namespace task_agent::devserver

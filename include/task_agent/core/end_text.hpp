// How a run ended, in a few words that fit into a sentence: "exit code 3", "killed by SIGSEGV (core dumped)".
#pragma once

#include "task_agent/core/failure.hpp"

#include <optional>
#include <string>

namespace task_agent {

[[nodiscard]] std::string end_text(failure_reason reason, std::optional<exit_status> const& exit);

}  // namespace task_agent

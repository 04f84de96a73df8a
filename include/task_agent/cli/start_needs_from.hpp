// From the settings of `run` to what its workload cannot start without (contract 5.2).
#pragma once

#include "task_agent/cli/platform_access.hpp"
#include "task_agent/run/start_needs.hpp"

namespace task_agent::cli {

// `platform` is where the step is read from; nothing where reports are impossible. What cannot even be tried
// stands in the result's `problem`. New sentences are added to `warnings`.
[[nodiscard]] start_needs start_needs_from(run_settings const& settings, environment const& env,
                                           std::optional<net::base_url> const& platform,
                                           std::vector<std::string>& warnings);

}  // namespace task_agent::cli

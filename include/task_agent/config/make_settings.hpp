// From loaded texts to the plain structs that the commands work with. Call only when there are no problems.
#pragma once

#include "task_agent/base/jitter.hpp"
#include "task_agent/config/loader.hpp"
#include "task_agent/config/settings.hpp"

namespace task_agent {

// `random` gives the made-up task name (contract 2) its 32 hex digits.
[[nodiscard]] run_settings make_run_settings(loaded_options const& options, jitter& random);

[[nodiscard]] flush_settings make_flush_settings(loaded_options const& options);

[[nodiscard]] client_settings make_client_settings(loaded_options const& options);

}  // namespace task_agent

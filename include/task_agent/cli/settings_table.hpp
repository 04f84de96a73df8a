// The effective settings as `config` prints them: name, value and source of each (contract 1). Pure.
#pragma once

#include "task_agent/config/loader.hpp"

#include <string>

namespace task_agent::cli {

// One line each, in the order of the help. A value that is empty is "-"; secrets are "***".
[[nodiscard]] std::string settings_table(loaded_options const& options);

}  // namespace task_agent::cli

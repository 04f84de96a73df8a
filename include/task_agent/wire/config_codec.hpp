// A config file: one JSON object of scalars, with comments and trailing commas (contract 1). Any thread.
#pragma once

#include "task_agent/base/error.hpp"
#include "task_agent/config/config_entry.hpp"

#include <string_view>
#include <vector>

namespace task_agent {

// errc::bad_input with a sentence that names the line, or the key whose value is no scalar.
[[nodiscard]] result<std::vector<config_entry>> parse_config(std::string_view text);

}  // namespace task_agent

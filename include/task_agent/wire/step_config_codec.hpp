// The config of a step as the workload reads it from its file, out of the step's entity (platform-facts 1.1,
// "Step config", and 1.5). Any thread.
#pragma once

#include "task_agent/base/error.hpp"
#include "task_agent/core/task_update.hpp"

#include <string_view>

namespace task_agent {

// An object, without the key that the platform adds to the stored one. Every value as the platform wrote it,
// digit for digit. A step without a config gives "{}". errc::bad_document when the answer is no entity or its
// config no object.
[[nodiscard]] result<json_text> parse_step_config(std::string_view body);

}  // namespace task_agent

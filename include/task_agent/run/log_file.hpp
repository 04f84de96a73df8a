// The agent's own messages in a file (--log FILE; contract 1): appended, one line each, with the time in
// front.
#pragma once

#include "task_agent/base/error.hpp"
#include "task_agent/base/log.hpp"

#include <memory>
#include <string>

namespace task_agent {

[[nodiscard]] result<std::unique_ptr<log_sink>> open_log_file(std::string const& path);

}  // namespace task_agent

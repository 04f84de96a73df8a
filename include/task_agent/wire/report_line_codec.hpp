// One line of the status file, by which a workload reports: a JSON object, or KEY=VALUE (contract 8.1). Any
// thread.
#pragma once

#include "task_agent/base/error.hpp"
#include "task_agent/core/task_update.hpp"

#include <string_view>

namespace task_agent {

inline constexpr std::size_t report_limit = 1 << 20;  // bytes of a line, and of all details together
inline constexpr std::size_t report_key_limit = 256;  // bytes

// Nothing for a blank line. KEY=VALUE is a number or a boolean only if printing it gives the same text;
// KEY:=JSON forces. An error is a sentence about the line.
[[nodiscard]] result<detail_map> parse_report_line(std::string_view line);

}  // namespace task_agent

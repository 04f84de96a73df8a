// What a line beside a trace says about it: that somebody caught it and went on. Pure.
#pragma once

#include "task_agent/trace/trace.hpp"

#include <string_view>

namespace task_agent::trace {

// Of a log record directly before the trace, or on its first line.
[[nodiscard]] handling handling_of(std::string_view record) noexcept;
// "retrying in 5 s", "skipping it", "falling back to ...".
[[nodiscard]] bool says_to_go_on(std::string_view line) noexcept;

}  // namespace task_agent::trace

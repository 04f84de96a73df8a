// A page of List Steps (platform-facts 3.8). Any thread.
#pragma once

#include "task_agent/base/error.hpp"
#include "task_agent/core/step.hpp"

#include <string_view>

namespace task_agent {

// errc::bad_answer when it is no JSON or holds no list. Items are taken as they are: whatever an item lacks
// is empty.
[[nodiscard]] result<step_page> parse_step_page(std::string_view body);

}  // namespace task_agent

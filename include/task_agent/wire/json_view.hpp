// Reading a little of what is carried as JSON text: for people's eyes, not for decisions. Any thread.
#pragma once

#include "task_agent/core/task_update.hpp"

#include <string>
#include <string_view>

namespace task_agent {

// A JSON string without its quotes and escapes; any other value as it is written.
[[nodiscard]] std::string plain_text(std::string_view json);

// The members of a JSON object; empty when it is none.
[[nodiscard]] detail_map members_of(std::string_view json);

}  // namespace task_agent

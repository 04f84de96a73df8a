// The platform's answer with the value of a secret: {"name", "workspace", "value"}. Any thread.
#pragma once

#include "task_agent/base/error.hpp"

#include <string>
#include <string_view>

namespace task_agent {

// The value, which may be empty. errc::bad_document when there is none, or one that no environment can hold;
// the sentence never quotes the answer.
[[nodiscard]] result<std::string> parse_secret_value(std::string_view body);

}  // namespace task_agent

// Names of files in places that are shared with other agents.
#pragma once

#include <string>
#include <string_view>

namespace task_agent {

// "task-agent-12-0f3a9c21" and the ending: a number alone may also be that of an agent in another PID
// namespace.
[[nodiscard]] std::string place_name(std::string_view ending);

}  // namespace task_agent

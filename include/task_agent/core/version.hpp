// The program's own version, from CMake's project() line.
#pragma once

namespace task_agent {

inline constexpr char version[] = TASK_AGENT_VERSION;

}  // namespace task_agent

// When an access token is replaced (platform-facts 2.4). Pure.
#pragma once

#include "task_agent/base/clock.hpp"

#include <chrono>

namespace task_agent {

// Before its end by a fifth of its life, by a minute at most.
[[nodiscard]] time_point refresh_time(time_point obtained, std::chrono::seconds lifetime) noexcept;

}  // namespace task_agent

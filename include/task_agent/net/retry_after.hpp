// The Retry-After header in both its forms (RFC 9110, 10.2.3). Pure; any thread.
#pragma once

#include "task_agent/base/clock.hpp"

#include <optional>
#include <string_view>

namespace task_agent::net {

// Seconds, or the distance from `now` to an HTTP date (a past one is zero); at most a day. Nothing for
// anything else.
[[nodiscard]] std::optional<std::chrono::seconds> parse_retry_after(std::string_view value,
                                                                    wall_clock::time_point now);

}  // namespace task_agent::net

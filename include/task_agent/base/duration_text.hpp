// Durations as people write them: "250ms", "8s", "1m30s", "2h", "1.5s"; a bare number is seconds.
#pragma once

#include "task_agent/base/clock.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace task_agent {

// Nothing on malformed text, negative values or more than 365 days.
[[nodiscard]] std::optional<duration> parse_duration(std::string_view text);

// The shortest exact form in the same grammar: "1m30s", "250ms", "0s".
[[nodiscard]] std::string to_text(duration d);

}  // namespace task_agent

// "1000" or "1000:100": whom the workload runs as (contract 1, --user).
#pragma once

#include "task_agent/core/user_ids.hpp"

#include <optional>
#include <string_view>

namespace task_agent {

// Without a group the group has the user's number. Nothing for names, signs, blanks, and for 4294967295,
// which means "leave it" to the kernel.
[[nodiscard]] std::optional<user_ids> parse_user(std::string_view text) noexcept;

}  // namespace task_agent

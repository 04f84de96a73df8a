// The values of a fault's parts, one function a word. Inside of fault_spec.
#pragma once

#include "task_agent/devserver/fault_spec.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace task_agent::devserver {

// What is allowed, for the sentence about a value that is not; nothing when the value was taken.
using complaint = std::optional<std::string>;

[[nodiscard]] std::vector<std::string_view> split(std::string_view text, char separator);

[[nodiscard]] complaint take_latency(fault_action& action, std::string_view value);
[[nodiscard]] complaint take_status(fault_action& action, std::string_view value);
[[nodiscard]] complaint take_oversize(fault_action& action, std::string_view value);
[[nodiscard]] complaint take_truncate(fault_action& action, std::string_view value);
[[nodiscard]] complaint take_retry_after(fault_action& action, std::string_view value);
[[nodiscard]] complaint take_source(fault_action& action, std::string_view value);
[[nodiscard]] complaint take_applied(fault_action& action, std::string_view value);
[[nodiscard]] complaint take_calls(fault_spec& spec, std::string_view value);
[[nodiscard]] complaint take_updates(fault_spec& spec, std::string_view value);
[[nodiscard]] complaint take_share(fault_spec& spec, std::string_view value);
[[nodiscard]] complaint take_count(fault_spec& spec, std::string_view value);
[[nodiscard]] complaint take_skip(fault_spec& spec, std::string_view value);
[[nodiscard]] complaint take_from(fault_spec& spec, std::string_view value);
[[nodiscard]] complaint take_length(fault_spec& spec, std::string_view value);

}  // namespace task_agent::devserver

// The two rules every write goes through: which status may follow which, and how details are merged.
//
// platform-facts 3.1 and 3.3: July's server, and what later ones add for a step whose pause is cooperative
// (4.3). Pure functions; any thread.
#pragma once

#include "task_agent/core/status.hpp"
#include "task_agent/devserver/rows.hpp"

#include <optional>

namespace task_agent::devserver {

enum class pause_kind {
    plain,        // the platform stops the container
    cooperative,  // the workload is asked to save and to end by itself, which it may refuse
};

// The matrix of platform-facts 3.1; the same status is always allowed.
[[nodiscard]] bool may_follow(status from, status to, pause_kind pause = pause_kind::plain) noexcept;

// Shallow merge by key: absent keys stay, a null is stored as a null. True when `into` is different
// afterwards.
bool merge_details(json::object& into, json::object const& patch);

// Error details are replaced as a whole by a document that is not empty, and cannot be cleared. True on a
// difference.
bool replace_details(std::optional<json::object>& into, json::object const& value);
bool replace_details(json::object& into, json::object const& value);

}  // namespace task_agent::devserver

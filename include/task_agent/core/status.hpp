// The status words of the Jobs API, for jobs, steps and tasks alike (platform-facts 3.1).
#pragma once

#include <optional>
#include <string_view>

namespace task_agent {

enum class status {
    created,
    pending,
    active,
    cancelling,  // a stop was asked for; cancelled comes next
    cancelled,
    pausing,  // a pause was asked for; paused comes next
    paused,   // not terminal: resume leads on from here
    resuming,
    completed,
    error,
};

[[nodiscard]] std::string_view to_text(status s) noexcept;

// Nothing for a word that is not known: such a status is neither terminal nor a stop request (contract 3).
[[nodiscard]] std::optional<status> parse_status(std::string_view word) noexcept;

// completed, error and cancelled.
[[nodiscard]] bool is_terminal(status s) noexcept;

}  // namespace task_agent

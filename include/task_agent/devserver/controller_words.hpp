// What each backend says of a run, and how it judges its end. Pure; any thread.
#pragma once

#include "task_agent/core/status.hpp"
#include "task_agent/devserver/controller.hpp"

#include <boost/json/object.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace task_agent::devserver {

// A container, pod or process, as its controller sees it.
struct observed_run {
    std::string workspace, job, attempt_id, step, task;
    status step_state = status::active;
    std::optional<int> exit_code;  // nothing while it runs
    std::int64_t pid = 0;          // 0: unknown
    instant at;
    // The end of its output. A dev-server sees none, so it takes the lines that the agent reported.
    std::vector<std::string> output;
};

// The documents of one PUT of the task. Empty error documents leave the stored ones (platform-facts 3.5).
struct controller_words {
    json::object status_details;
    json::object error_details;
    std::string error_stack;
};

// The task's status and the step's (platform-facts 4.2: docker judges the exit code of a container that it
// stopped, the others do not).
[[nodiscard]] status verdict_of(backend by, status step_state, std::optional<int> exit_code) noexcept;

[[nodiscard]] controller_words words_of(backend by, observed_run const& run, status verdict);

}  // namespace task_agent::devserver

// Who this task is on the platform, and which dialect of the API the platform speaks.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace task_agent {

// The two families of variable and header names (platform-facts 1.6): NMP_* with X-NMP-*, NHX_* with X-NHX-*.
enum class api_family { nmp, nhx };

// Names, not entity ids, but for attempt_id. Empty = not known.
struct identity {
    std::string workspace;
    std::string job;
    std::string step;
    std::string task;  // always with the prefix "task-" (platform-facts 1.2)
    std::string attempt_id;

    // Workspace, job and step are what a report needs; the task name can be made up (contract 2).
    [[nodiscard]] bool is_complete() const noexcept {
        return !workspace.empty() && !job.empty() && !step.empty();
    }
    // The platform variables that are missing, for the one warning.
    [[nodiscard]] std::vector<std::string_view> missing() const;
};

// The bare pod uid that Kubernetes hands in becomes the controller's task name; a name that has the prefix
// stays.
[[nodiscard]] std::string normalised_task_name(std::string_view name);

}  // namespace task_agent

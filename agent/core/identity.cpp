#include "task_agent/core/identity.hpp"

namespace task_agent {

std::vector<std::string_view> identity::missing() const {
    std::vector<std::string_view> names;
    if (workspace.empty()) names.emplace_back("NEMO_JOB_WORKSPACE");
    if (job.empty()) names.emplace_back("NEMO_JOB_ID");
    if (step.empty()) names.emplace_back("NEMO_JOB_STEP");
    return names;
}

std::string normalised_task_name(std::string_view name) {
    std::string result(name);
    if (!name.starts_with("task-")) result.insert(0, "task-");
    return result;
}

}  // namespace task_agent

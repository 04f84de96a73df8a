#include "task_agent/logic/read_back.hpp"

#include "task_agent/core/status.hpp"

namespace task_agent {

task_node const* find_task(job_tree const& job, identity const& id) noexcept {
    for (auto const& step : job.steps) {
        if (step.name != id.step) continue;
        for (auto const& task : step.tasks) {
            if (task.name == id.task) return &task;
        }
    }
    return nullptr;
}

bool holds(task_node const& stored, status state, std::uint64_t seq) noexcept {
    return stored.status_word == to_text(state) && stored.agent_seq.value_or(0) >= seq;
}

}  // namespace task_agent

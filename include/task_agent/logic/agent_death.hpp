// The report about an agent that was killed itself: made from its section in the journal, by the next run or
// by `flush` (contract 4, "Out of memory"). Pure; any thread.
#pragma once

#include "task_agent/core/failure.hpp"
#include "task_agent/core/journal_record.hpp"
#include "task_agent/logic/journal_sections.hpp"

#include <optional>
#include <string>

namespace task_agent {

// What the process that makes the report sees now.
struct machine_facts {
    std::string boot_id;
    std::optional<memory_mark> memory;
};

// Of a broken section. The reason is oom_killed only where it is proven: the same boot, the same memory
// cgroup, and the kernel's counter in it has grown since the run began (memory.oom.group and the kill of a
// container take agent and workload together); else it is agent_failed.
[[nodiscard]] failure_report report_agent_death(journal_section const& section, machine_facts const& now);

}  // namespace task_agent

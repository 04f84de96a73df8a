// What the workload reports by its status file: details for the platform, movement, a checkpoint that is
// saved (contract 8.1). Control thread.
#pragma once

#include "task_state.hpp"

namespace task_agent {

// The key by which a workload says that it has saved: any value but false and null. It passes like every
// other.
inline constexpr char checkpoint_key[] = "checkpoint_saved";

// Makes the file and names it in the workload's environment. Where it cannot be made, the name is taken out
// of it; the result says why.
[[nodiscard]] std::string open_status_file(task_state& s, std::vector<std::string>& environment);

// The last lines, once the workload has ended and its end is not told yet.
void take_last_reports(task_state& s);

}  // namespace task_agent

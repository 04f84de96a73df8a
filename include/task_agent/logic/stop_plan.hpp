// How the time of a stop is spent (contract 4, 9): planned as a whole when it begins.
//
// In this order of priority: the command's checkpoint (the stop ladder), the drain of its output, the
// diagnosis, the final update, the logs. The end of each is fixed; what one does not use is the next one's.
// Under a stop budget the ends are set back from the end of the budget, so that the final update is cut last,
// and a budget that is too short for everybody is shared. Pure.
#pragma once

#include "task_agent/base/clock.hpp"

#include <optional>
#include <string>

namespace task_agent {

struct stop_wishes {
    std::optional<duration> budget;  // from the first stop signal to our own end; nothing = nobody hurries us
    duration ladder{};               // to SIGKILL, as asked for
    duration final_timeout{};        // for the final update
    bool reports = true;             // there is a platform
};

// Times since the first stop signal at which each part is over at the latest. Without a budget only the first
// is known; the rest takes as long as each step's own rules say.
struct stop_plan {
    duration checkpoint{};           // SIGKILL
    std::optional<duration> drain;   // the output has been read and written
    std::optional<duration> report;  // what the step is, and the cause, are known
    std::optional<duration> final_update;
    std::optional<duration> logs;
};

[[nodiscard]] stop_plan plan_stop(stop_wishes const& wishes) noexcept;

// One line for the log.
[[nodiscard]] std::string describe(stop_plan const& plan, stop_wishes const& wishes);

}  // namespace task_agent

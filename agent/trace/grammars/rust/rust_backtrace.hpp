// Collects the frames of one of std's backtraces. Bounded; pure.
#pragma once

#include "task_agent/core/failure.hpp"

#include <string_view>
#include <vector>

namespace task_agent::trace {

class rust_backtrace {
public:
    // Whether the line belongs to a backtrace; its frame is kept when asked for.
    bool take(std::string_view line, bool keep);
    // Outermost first, down to the innermost one outside the standard library; all where there is none.
    [[nodiscard]] std::vector<stack_frame> frames() const;

private:
    std::vector<stack_frame> frames_;  // innermost first
};

}  // namespace task_agent::trace

// Which of a program's last lines tells of what its program went on from. A guess as the lines are. Pure; no
// state.
#pragma once

#include "task_agent/trace/grammars/words/likely_line.hpp"
#include "task_agent/trace/line_history.hpp"

#include <cstddef>
#include <span>

namespace task_agent::trace {

// lines: as signs_at_end gives them, the last first.
[[nodiscard]] bool was_got_over(line_history const& history, std::span<signed_line const> lines,
                                std::size_t index);

}  // namespace task_agent::trace

// "3: " and "node3: " at the start of a line: the tag that a launcher puts before every line, or a text of
// the line's own, a step of R's traceback or the name of a program. The lines before tell.
#pragma once

#include "task_agent/trace/line_history.hpp"
#include "task_agent/trace/prefix.hpp"

#include <string_view>

namespace task_agent::trace {

// Whether the piece of a line's prefix is a label of that kind at all.
[[nodiscard]] bool is_label(prefix_piece const& piece, std::string_view line) noexcept;

// Whether the lines before wear it too; `back` is how many lines were written behind them (0 = none, the line
// itself is not in the history yet).
[[nodiscard]] bool is_worn(std::string_view label, line_history const& history,
                           std::size_t back = 0) noexcept;

}  // namespace task_agent::trace

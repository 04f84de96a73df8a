// Of several last lines that say the same of one failure, the one that the others follow from. Pure; no
// state.
#pragma once

#include "task_agent/trace/grammars/words/likely_line.hpp"
#include "task_agent/trace/line_history.hpp"

namespace task_agent::trace {

// The first of those in `best`'s form of errors, or, where it has none, the first that is as likely directly
// above it; `best` itself where it is the first.
[[nodiscard]] likely_line first_alike(line_history const& history, likely_line best);

}  // namespace task_agent::trace

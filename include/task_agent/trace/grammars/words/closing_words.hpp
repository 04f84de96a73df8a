// What a program said at the end of its output when no grammar knows it: the word of a tool or of the C
// library ("cp: cannot stat 'x': No such file or directory", "open x: permission denied"), or a line that
// calls itself an error ("run.sh: fatal: no plan", "ERROR: input is missing").
//
// Such lines are common in healthy output as well, so they are looked for among the last lines only, when the
// stream is over: a word of success behind one, or many other lines, and it says nothing. A notice, chosen
// when nothing better is there. Pure.
#pragma once

#include "task_agent/trace/line_history.hpp"
#include "task_agent/trace/trace.hpp"

#include <optional>

namespace task_agent::trace {

[[nodiscard]] std::optional<found_trace> closing_words(line_history const& history);

}  // namespace task_agent::trace

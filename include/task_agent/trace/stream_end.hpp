// The last lines of a stream, told apart by who wrote them: what a program says at its end is looked for
// there, and the other ranks of a job may go on behind it.
//
// Only what names one process among several counts, by a number ("[rank3]: ", "node3: ", "host app[12]: "): a
// logger's "[deploy] " is worn by parts of one program, which follow each other. Pure.
#pragma once

#include "task_agent/trace/line_history.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace task_agent::trace {

// Empty where the line does not say which process wrote it.
[[nodiscard]] std::string source_of(std::string_view line);

// In the order of their first lines that are kept.
[[nodiscard]] std::vector<std::string> sources_of(line_history const& history);

// The lines that one of them may have written, as they were: its own and those that name nobody; all of them
// where the source is the empty one.
[[nodiscard]] line_history lines_of(line_history const& history, std::string_view source);

}  // namespace task_agent::trace

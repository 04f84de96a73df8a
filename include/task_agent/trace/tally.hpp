// "3 rows loaded, 2 left out", "imported 40 parts": a job that has done its work counts it in its last line.
// Pure; linear in the line.
#pragma once

#include <string_view>

namespace task_agent::trace {

// Also where a line has some words of failure the caller does not like: only counts of what was done are
// looked for here.
[[nodiscard]] bool counts_what_was_done(std::string_view line) noexcept;

}  // namespace task_agent::trace

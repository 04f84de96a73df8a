// What starts a program and waits for it says at the end that the program failed, and never why: Open MPI's
// and MPICH's boxes, srun's list of tasks, Argo's and CI runners' "Error: exit status 1". The program's own
// last words stand above that.
//
// What a launcher decided by itself (a time limit, no memory, no right to an account) is no such line. Pure.
#pragma once

#include "task_agent/trace/line_history.hpp"

#include <string_view>
#include <vector>

namespace task_agent::trace {

// One line that says by itself that a child ended badly, and nothing else.
[[nodiscard]] bool is_launcher_line(std::string_view line) noexcept;

// What stands around a launcher's box: one character over and over.
[[nodiscard]] bool is_rule_of(std::string_view line, char sign) noexcept;

// For each line of for_each(), in that order, whether a launcher wrote it; boxes are known as a whole.
[[nodiscard]] std::vector<bool> launcher_lines_of(line_history const& history);

}  // namespace task_agent::trace

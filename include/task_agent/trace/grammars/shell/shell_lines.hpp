// The lines that shells print of a command that could not be run. Pure; no state; views into the line.
#pragma once

#include "task_agent/trace/trace.hpp"

#include <optional>
#include <string_view>

namespace task_agent::trace::shell {

struct complaint {
    std::string_view script;
    int line = 0;  // 0 = not told
    std::string_view message;
    std::string_view type;
    trace_role role = trace_role::notice;
};

[[nodiscard]] std::optional<complaint> parse(std::string_view line) noexcept;
// What a trap on ERR is often made to print: "error in run.sh at line 5: sort ended with 2".
[[nodiscard]] std::optional<complaint> parse_trap(std::string_view line) noexcept;
// "grep: none.txt: No such file or directory": anybody's words, worth something only before a trap's.
[[nodiscard]] std::optional<complaint> parse_tool(std::string_view line) noexcept;

}  // namespace task_agent::trace::shell

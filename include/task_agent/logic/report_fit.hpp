// Fits stacks into the room there is: error_stack, error_report, the tail of stderr (contract 3).
//
// Screens of the platform keep the last 2,048 characters, so the end of what is made here holds the line that
// says what was raised and the innermost frames above it. Every cut says how much it took. Input is masked
// plain text of whole lines; so is the output (bytes, valid UTF-8, within the limit).
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace task_agent {

inline constexpr std::size_t default_stack_limit = 64 * 1024;
inline constexpr std::size_t shown_tail = 2048;

struct stack_sources {
    std::vector<std::string_view> traces;  // the cause's own last
    std::string_view cause_line;           // as the cause's trace prints it: "ValueError: bad thing"
    std::string_view err_tail;             // shown when there is no trace
    std::string_view out_tail;             // shown when stderr said nothing
};

[[nodiscard]] std::string fit_stack(stack_sources const& sources, std::size_t limit = default_stack_limit);

// The text, or its first and last lines with a line between that says what was cut; the end gets three
// quarters.
[[nodiscard]] std::string fit_lines(std::string_view text, std::size_t limit);

// The last whole lines that fit.
[[nodiscard]] std::string_view last_whole_lines(std::string_view text, std::size_t limit,
                                                std::size_t most_lines) noexcept;

}  // namespace task_agent

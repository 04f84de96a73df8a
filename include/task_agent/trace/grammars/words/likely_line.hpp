// Which of the last lines of a program that failed says why, where no grammar knows one: by signs that such
// lines have in any tool and language (they complain, they name and quote something) and other lines have not
// (they tidy up, go on, measure, advise). Each sign has points, measured on recorded failures.
//
// A guess, for programs that are known to have failed: healthy ones write such lines too. Pure; no state.
#pragma once

#include "task_agent/trace/grammars/words/likely_signs.hpp"
#include "task_agent/trace/line_history.hpp"

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace task_agent::trace {

// How likely the line tells, wherever it stands.
[[nodiscard]] int points_of(std::string_view line) noexcept;

struct signed_line {
    std::size_t at = 0;  // counted from the end, 1 is the last line
    likely_signs signs = 0;
};
// The last first, without blank ones, as far as no line belongs to a trace.
[[nodiscard]] std::vector<signed_line> signs_at_end(line_history const& history);

struct likely_line {
    std::size_t at = 0;  // the same
    int points = 0;
};
// Of equally likely ones the last, of those in one form or directly one above the other the first; nothing
// where none is likely.
[[nodiscard]] std::optional<likely_line> likeliest_line(line_history const& history);

}  // namespace task_agent::trace

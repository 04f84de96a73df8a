// Which of the last lines of a program that failed says why, where no grammar knows one: by signs that such
// lines have in any tool and language (they complain, they name and quote something) and other lines have not
// (they tidy up, go on, measure, advise). Each sign has points, measured on recorded failures.
//
// A guess, for programs that are known to have failed: healthy ones write such lines too. Pure; no state.
#pragma once

#include "task_agent/trace/line_history.hpp"
#include "task_agent/trace/prefix.hpp"

#include <cstdint>
#include <optional>
#include <string_view>

namespace task_agent::trace {

enum class line_sign : std::uint8_t {
    complains,        // "cannot", "no such", "not found", "expected", "timed out"
    speaks_of_error,  // "error", "failed", "panic"
    begins_so,        // "error: ", "load: fatal: "
    error_level,      // of its record
    warning_level,
    calm_level,
    is_concrete,  // holds a colon, a quote or a slash
    quotes,       // holds something between quotes
    is_named,     // "load: x"
    is_place,     // "plan.txt:12: x"
    goes_on,
    is_success,
    is_aftermath,  // tidies up, gives advice
    is_measure,    // ends in a number, and does not complain
    is_short,      // two words, or
    is_word,       // one
    is_last,
    is_below_blank
};

using likely_signs = std::uint32_t;  // one bit for each

// What a line says behind its prefix; where it stands is not known here.
[[nodiscard]] likely_signs signs_of(std::string_view said, log_level level) noexcept;

// Higher is likelier; up to `least_likely`, a line tells nothing.
[[nodiscard]] int likeliness(likely_signs signs) noexcept;
inline constexpr int least_likely = 15;

struct likely_line {
    std::size_t at = 0;  // counted from the end, 1 is the last line
    int points = 0;
};
// Of equally likely ones the last, of those in one form or directly one above the other the first; nothing
// where none is likely.
[[nodiscard]] std::optional<likely_line> likeliest_line(line_history const& history);

}  // namespace task_agent::trace

// What makes a line look like the reason of a failure, in any tool and language: it complains, it names and
// quotes something; or like no reason: it tidies up, goes on, measures, advises. Each sign has points, fitted
// to recorded failures (tests/corpus) that were read without any grammar.
//
// Pure; linear in the line.
#pragma once

#include "task_agent/trace/prefix.hpp"

#include <cstdint>
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
    is_aftermath,       // tidies up, gives advice
    is_measure,         // ends in a number, and does not complain
    is_short,           // two words, or
    is_word,            // one
    is_long,            // a sentence and more
    says_of_what,       // "failed to x", "error: x", at any place
    contrasts,          // what was and what should be: "but", "want", "is not"
    speaks_of_attempt,  // or of what was skipped or ignored
    is_of_whole,        // "2 errors", "giving up", "nothing was written"
    is_last,
    is_below_blank
};

using likely_signs = std::uint32_t;  // one bit for each

// What a line says behind its prefix; where it stands is not known here.
[[nodiscard]] likely_signs signs_of(std::string_view said, log_level level) noexcept;

// "3 errors", "1 failure is detected", "2 of the checks failed", "errors: 4": says of the whole how much
// failed.
[[nodiscard]] bool counts_failures(std::string_view text) noexcept;

// "rendering incomplete": no number, no quotation, no place.
[[nodiscard]] bool names_nothing(std::string_view text) noexcept;

// Higher is likelier; up to `least_likely`, a line tells nothing. That is some points more than fits best: to
// name a wrong line is worse than to name none.
[[nodiscard]] int likeliness(likely_signs signs) noexcept;
inline constexpr int least_likely = 44;
// From here on a line clearly tells, also beside others.
inline constexpr int clearly_likely = 66;

[[nodiscard]] constexpr likely_signs bit(line_sign sign) noexcept {
    return likely_signs{1} << static_cast<unsigned>(sign);
}

[[nodiscard]] constexpr bool has(likely_signs signs, line_sign sign) noexcept {
    return (signs & bit(sign)) != 0;
}
// In any of the ways in which tools do.
[[nodiscard]] constexpr bool speaks_of_failure(likely_signs signs) noexcept {
    return has(signs, line_sign::complains) || has(signs, line_sign::speaks_of_error) ||
           has(signs, line_sign::is_of_whole) || has(signs, line_sign::error_level);
}

}  // namespace task_agent::trace

// What a program that is known to have failed said near its end, where closing_words.hpp knows no better: a
// record of a logger at its highest level, the line above a usage, or the line that most likely tells
// (likely_line.hpp).
//
// The first two tell by themselves. Lines like the last are written by healthy programs as well: is_guess is
// set, and it is chosen only where the process is known to have failed. Pure.
#pragma once

#include "task_agent/trace/line_history.hpp"
#include "task_agent/trace/trace.hpp"

#include <cstdint>
#include <optional>
#include <string_view>

namespace task_agent::trace {

[[nodiscard]] std::optional<found_trace> late_words(line_history const& history);

// What most likely tells above the line of this number, which says only how something ended ("step 3 failed,
// exit=1"), where a line clearly looks so. Whether it is a guess is for the caller to say.
[[nodiscard]] std::optional<found_trace> words_above(line_history const& history, std::uint64_t number);

// Whether a line behind the one of this number clearly tells of a failure.
[[nodiscard]] bool complains_behind(line_history const& history, std::uint64_t number);

// Whether a record of the highest level that says of what stands behind the line of this number; the second:
// with calm lines between.
[[nodiscard]] bool is_fatal_behind(line_history const& history, std::uint64_t number);
[[nodiscard]] bool is_fatal_behind_calm(line_history const& history, std::uint64_t number);

// What says more of the failure than this message of one line does, above the line of this number: "part 2:
// connection refused" than "app: connection refused".
[[nodiscard]] std::optional<found_trace> told_before(line_history const& history, std::string_view message,
                                                     std::uint64_t number);

}  // namespace task_agent::trace

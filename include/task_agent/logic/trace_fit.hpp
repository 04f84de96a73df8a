// Cuts one trace so that what a person needs stays: the line that says what was raised, the innermost frames,
// then the user's frames; frames of libraries go first (contract 3).
//
// A run of frames that were left out leaves one line that counts them. Innermost are the frames next to the
// cause line: above it as Python prints them, below it as the JVM does. Input is masked plain text of whole
// lines; so is the output (bytes, valid UTF-8, within the limit). Pure.
#pragma once

#include "task_agent/core/failure.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace task_agent {

inline constexpr std::size_t most_reported_frames = 64;  // of error_details.exception

// The text, or the text without those frames of libraries that are furthest from the cause, as many as must
// go; where that is not enough it is still longer than the limit.
[[nodiscard]] std::string without_library_frames(std::string_view trace, std::string_view cause_line,
                                                 std::size_t limit);

// The cause line with the frames next to it, in the order of the trace: the two innermost, then the user's
// before those of libraries. At most `limit` bytes.
[[nodiscard]] std::string innermost_of(std::string_view trace, std::string_view cause_line,
                                       std::size_t limit);

// Whether a part of the trace holds the cause line, its innermost frames, and the innermost one of the
// user's, as far as the trace has them.
[[nodiscard]] bool shows_cause(std::string_view part, std::string_view trace, std::string_view cause_line);

// Leaves at most `most` frames, outermost first; says how many went.
std::size_t fit_frames(std::vector<stack_frame>& frames, std::size_t most = most_reported_frames);

}  // namespace task_agent

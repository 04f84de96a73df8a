// An old log does not say how its process ended; its last lines may. Pure.
#pragma once

#include <cstddef>
#include <string_view>

namespace task_agent::trace {

enum class last_word {
    unknown,      // of failure, or nothing at all
    neutral,      // neither well nor badly
    calm,         // a record of a level below a warning
    success,      // "done", "3 rows loaded"
    none_failed,  // a count of failures that is zero
};

inline constexpr std::size_t closing_lines = 4;

// The ends of the two streams; stderr's tells where there is one. Of its last `count` lines; where the code
// is known, those that tell only it say nothing more.
[[nodiscard]] last_word last_word_of(std::string_view out_tail, std::string_view err_tail, bool is_code_known,
                                     std::size_t count = closing_lines);

}  // namespace task_agent::trace

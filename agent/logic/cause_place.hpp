// Where in a trace the line stands that tells what was raised, which frames are its own, and where the chain
// goes that it was caused by. Indexes are those of the pieces. Pure.
#pragma once

#include "task_agent/logic/stack_lines.hpp"

#include <cstddef>
#include <string_view>
#include <vector>

namespace task_agent {

// The last piece that holds the cause line; the number of pieces where none does, or nothing is sought.
std::size_t cause_in(std::vector<stack_piece> const& pieces, std::string_view sought) noexcept;

// All frames, from the cause outwards.
struct both_ways {
    std::vector<std::size_t> above;
    std::vector<std::size_t> below;
};

both_ways frames_around(std::vector<stack_piece> const& pieces, std::size_t cause);

// The frames of the cause alone, innermost first: those of what it was caused by, of other threads and of
// what was raised before are of other stacks.
struct frames_of_cause {
    std::size_t piece = 0;
    std::vector<std::size_t> frames;
    bool are_above = true;  // as Python and its like print them
};

frames_of_cause frames_next_to(std::vector<stack_piece> const& pieces, std::size_t cause);

// The lines below the cause that say what it was caused by, the root last: "Caused by: X: y" of the JVM,
// " ---> X: y" of .NET, "[cause]: X: y" of Node.js.
std::vector<std::size_t> causes_below(std::vector<stack_piece> const& pieces, std::size_t cause);

}  // namespace task_agent

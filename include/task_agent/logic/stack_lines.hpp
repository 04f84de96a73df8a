// The text of a trace as pieces: frames, each with the lines that belong to it, and single lines of all else.
//
// Frames are known by their shape, whatever the language: Python, the JVM (hs_err too), Node.js, .NET, Go,
// Rust, gdb and the sanitizers, PHP, Ruby, Perl, Lua, Elixir. A line of another shape is no frame, which is
// the safe side: what is no frame is not left out. Pure; linear.
#pragma once

#include <string_view>
#include <vector>

namespace task_agent {

struct stack_piece {
    std::string_view text;  // whole lines with their ends, into what was given
    bool is_frame = false;
    bool is_library = false;
};

[[nodiscard]] std::vector<stack_piece> pieces_of(std::string_view trace);

}  // namespace task_agent

// mpirun's tags inside a line: it puts one before each write, and a runtime that writes a line in parts gets
// one before each part: "[1,2]<stderr>:Exception in thread "main" [1,2]<stderr>:java.io.IOException: x".
#pragma once

#include <string>
#include <string_view>

namespace task_agent::trace {

// Writes the line over `buffer` without those tags that it wears at its start as well, time stamps may
// differ. False, and nothing written, where there is none.
[[nodiscard]] bool take_out_repeated_tags(std::string_view line, std::string& buffer);

}  // namespace task_agent::trace

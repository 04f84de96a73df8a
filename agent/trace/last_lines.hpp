// The end of an output, line by line. Pure.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace task_agent::trace {

// As plain text, without line ends, tabs and blanks at its end.
[[nodiscard]] std::string one_line(std::string_view text);

// Not blank, oldest first, as plain text.
[[nodiscard]] std::vector<std::string> last_lines(std::string_view text, std::size_t count);

}  // namespace task_agent::trace

// Whether a frame of a stack is of a runtime or a library rather than of the user's own program: when a stack
// must be cut, such frames go first (contract 3).
//
// Known by where files lie once installed and by the names of standard packages, a table a language. What is
// not known counts as the user's. Pure; no state.
#pragma once

#include <string_view>

namespace task_agent {

// Either may be empty. `function` is as its runtime prints it, with module, package or namespace.
[[nodiscard]] bool is_library_frame(std::string_view file, std::string_view function) noexcept;

}  // namespace task_agent

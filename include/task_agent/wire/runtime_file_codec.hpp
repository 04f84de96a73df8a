// The JSON files that runtimes leave when they fail (core/runtime_file). Only what is needed is parsed, so
// that a file of which just the head was read still tells what stands in the head. Any thread.
#pragma once

#include "task_agent/base/error.hpp"
#include "task_agent/core/runtime_file.hpp"

#include <string_view>

namespace task_agent {

// {"message": {"message": "...", "extraInfo": {"py_callstack": "...", ...}}} or {"message": "...", ...}
// Of a file whose end is missing, as far as it goes.
[[nodiscard]] result<torch_error> parse_torch_error(std::string_view text);

// Lists are cut at 256 entries: a stack deeper than that is a recursion.
[[nodiscard]] result<node_report> parse_node_report(std::string_view text);

}  // namespace task_agent

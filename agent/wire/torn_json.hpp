// A JSON document whose end is missing, closed so that what stands in it can be read.
//
// Private to wire. Pure; linear; any thread.
#pragma once

#include <string>
#include <string_view>

namespace task_agent::wire {

// The text with the string that it breaks off in, and all that is open, closed. A member whose value has not
// begun is left out. Valid JSON only where the text is the beginning of such.
[[nodiscard]] std::string closed_json(std::string_view torn);

}  // namespace task_agent::wire

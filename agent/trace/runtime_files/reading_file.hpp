// What the readers of runtimes' files share. Private to this folder; pure.
#pragma once

#include "task_agent/trace/trace.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace task_agent::trace {

inline std::string_view next_line(std::string_view& text) noexcept {
    std::size_t const end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (line.ends_with('\r')) line.remove_suffix(1);
    return line;
}

// The most telling trace that the grammars find in a text, or nothing.
[[nodiscard]] std::optional<found_trace> best_trace_in(std::string_view text);

}  // namespace task_agent::trace

// A reader takes in more lines than those that tell of the failure, so that they start nothing of their own:
// titles above it, the further ones of a list, counts. Here they are left off. Pure; no state.
#pragma once

#include "task_agent/base/ascii.hpp"
#include "task_agent/trace/trace.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>

namespace task_agent::trace {

// Where the n-th line of the text begins, from 0; its end where there are not so many.
inline std::size_t start_of_line(std::string const& text, std::size_t n) noexcept {
    std::size_t at = 0;
    for (; n > 0 && at < text.size(); --n)
        at = std::min(text.find('\n', at), text.size() - 1) + 1;
    return at;
}

// Returns how many lines were left off.
inline std::size_t keep_first_lines(found_trace& trace, std::size_t count) {
    std::size_t const end = start_of_line(trace.text, count);
    if (count == 0 || end == trace.text.size()) return 0;
    auto const start = trace.text.begin() + static_cast<std::ptrdiff_t>(end);
    auto const left_off = static_cast<std::size_t>(std::count(start, trace.text.end(), '\n'));
    trace.text.resize(end);
    // blank lines at the end are nobody's
    for (; count > 1; --count) {
        std::size_t const last = trace.text.rfind('\n', trace.text.size() - 2) + 1;  // npos + 1 = 0
        if (!is_blank(std::string_view(trace.text).substr(last, trace.text.size() - last - 1))) break;
        trace.text.resize(last);
    }
    trace.cut_lines = 0;
    trace.last_line = std::min(trace.last_line, trace.first_line + static_cast<std::uint64_t>(count) - 1);
    return left_off;
}

// Of the first finding of a tool: many lines behind a notice would say that somebody went on, which the
// further findings do not.
inline trace_role role_of_first(std::size_t left_off) noexcept {
    constexpr std::size_t some = 5;
    return left_off > some ? trace_role::detached : trace_role::notice;
}

inline void drop_first_lines(found_trace& trace, std::size_t count) {
    std::size_t const start = start_of_line(trace.text, count);
    if (start == trace.text.size()) return;
    trace.text.erase(0, start);
    trace.first_line = std::min(trace.last_line, trace.first_line + static_cast<std::uint64_t>(count));
}

}  // namespace task_agent::trace

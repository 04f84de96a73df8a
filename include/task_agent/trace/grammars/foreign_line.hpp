// Lines that are hardly a further line of somebody's message. Pure; no state.
#pragma once

#include "task_agent/trace/prefix.hpp"

#include <string_view>

namespace task_agent::trace {

// A log record, or another process's line, by its prefix.
inline bool wears_prefix(std::string_view line) noexcept {
    line_pieces const found = find_prefix(line);
    for (prefix_piece const& piece : found.pieces()) {
        if (piece.kind != piece_kind::name) return true;
    }
    return false;
}

// The first line of another trace.
inline bool starts_another(std::string_view line) noexcept {
    return line.ends_with("Traceback (most recent call last):") || line.starts_with("Exception in thread ") ||
           line.starts_with("panic: ") || line.starts_with("fatal error: ") || line.starts_with("thread '") ||
           line.starts_with("Fatal Python error: ");
}

}  // namespace task_agent::trace

// What one line at the end of a stream says: a tool's word, a system error, what a program says when it gives
// up. Only closing_words.cpp asks, which knows what stands around it.
#pragma once

#include "task_agent/trace/line_history.hpp"
#include "task_agent/trace/line_prefix.hpp"
#include "task_agent/trace/prefix.hpp"
#include "task_agent/trace/trace.hpp"

#include <optional>
#include <string_view>

namespace task_agent::trace::closing {

// Borrowed from the line.
struct words {
    std::string_view language;
    std::string_view type;
    std::string_view message;
    std::string_view speaker;  // of a tool: its name
    bool is_own = false;       // of the program itself: only its very last line
    std::string_view script;   // of a shell, where it tells the place
    int line = 0;
};

// Of a tool, a system call, or a program that calls itself "fatal"; nothing for other words.
[[nodiscard]] std::optional<words> parse(std::string_view text) noexcept;

// How many pieces of a prefix stand before a line's own words, as times and the tags of processes do, and
// where the last of those ends.
[[nodiscard]] std::size_t foreign_pieces(line_pieces const& prefix) noexcept;
[[nodiscard]] std::size_t own_column(line_pieces const& prefix) noexcept;

struct closing_line {
    words said;
    std::size_t column = 0;
};

// What the n-th line from the end says, behind whatever a logger put before it: a record below an error tells
// no end.
[[nodiscard]] std::optional<closing_line> read(line_history const& history, std::size_t n) noexcept;
// The same of the very last line, which may be anybody's: "error: no plan", "[ERROR] no plan".
[[nodiscard]] std::optional<closing_line> read_own(std::string_view line) noexcept;

// The notice that a line of a stream, or several, are made into: whose it is, and what was told. Its lines,
// their text and the exception's type and message are still to be put in.
[[nodiscard]] found_trace notice_of(line_prefix const& prefix, std::string_view told);

}  // namespace task_agent::trace::closing

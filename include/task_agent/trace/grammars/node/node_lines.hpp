// The kinds of lines that errors of V8's runtimes are printed in: Node.js, Deno and Bun. Pure; no state;
// views into the line.
#pragma once

#include "task_agent/core/failure.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace task_agent::trace::node {

// "TypeError: bad", "Error [ERR_X]: bad", "RangeError", "[Error: no stack] {".
struct thrown_line {
    std::string_view type;
    std::string_view message;
    std::string_view before;        // what the program printed before it on the same line
    bool is_bracketed = false;      // it has no stack
    bool opens_properties = false;  // "{" at its end
};

inline constexpr std::string_view thrown_at_line = "Thrown at:";
inline constexpr std::string_view uncaught_line = "Uncaught:";
inline constexpr std::string_view last_line = "Node.js v";
inline constexpr std::string_view caused_by = "Caused by: ";
// Of minifiers, above an excerpt, and what is wrong below it.
inline constexpr std::string_view minifier_place = "Parse error at ";
inline constexpr std::string_view minifier_error = "ERROR: ";
inline constexpr int most_lines_back = 24;  // from a frame to its header

// A line that begins with what was thrown. Its type must sound like an error's.
[[nodiscard]] std::optional<thrown_line> parse_thrown(std::string_view line) noexcept;
// The same for any name of a class: "Refused: no seat left". Only where something else tells that it is one.
[[nodiscard]] std::optional<thrown_line> parse_named(std::string_view line) noexcept;
// "SeatTaken: 12": a class of somebody's own, by its capitals. Only directly above a frame.
[[nodiscard]] std::optional<thrown_line> parse_own_class(std::string_view line) noexcept;
// Behind text of the program: console.error("cannot start:", error).
[[nodiscard]] std::optional<thrown_line> parse_thrown_behind_text(std::string_view line) noexcept;

// "    at f (/app/a.js:1:2)", "    at node:internal/x:1:2 {": without "    at " and the brace.
[[nodiscard]] std::optional<std::string_view> frame_text(std::string_view line) noexcept;
// Bun's, which stand two columns further to the right.
[[nodiscard]] bool is_bun_frame(std::string_view line) noexcept;
[[nodiscard]] stack_frame frame_of(std::string_view text);

// The excerpt of the source: "/app/a.js:3", "node:internal/x:391", the line itself, and carets below it.
[[nodiscard]] bool is_location(std::string_view line) noexcept;
[[nodiscard]] bool is_caret(std::string_view line) noexcept;
// "(node:7) DeprecationWarning: ...": Node goes on.
[[nodiscard]] bool is_warning(std::string_view line) noexcept;
// Node's advice below a thrown value that is no error.
[[nodiscard]] bool is_hint(std::string_view line) noexcept;
// "stderr | a.test.js > name": what a test printed stands below.
[[nodiscard]] bool is_printed_by_test(std::string_view line) noexcept;
// `    "message": "text",` of an error whose own message is a list of issues: the text.
[[nodiscard]] std::optional<std::string> issue_message(std::string_view line);
// "12 | throw x", of Bun's.
[[nodiscard]] bool is_numbered_source(std::string_view line) noexcept;

}  // namespace task_agent::trace::node

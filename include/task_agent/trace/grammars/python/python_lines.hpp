// The kinds of lines a CPython traceback is made of. Pure; no state.
#pragma once

#include "task_agent/core/failure.hpp"
#include "task_agent/trace/trace.hpp"

#include <optional>
#include <string_view>

namespace task_agent::trace::python {

inline constexpr std::string_view header = "Traceback (most recent call last):";
// of Python 1.5, which some programs still print; a blank stands before what was raised
inline constexpr std::string_view old_header = "Traceback (innermost last):";
inline constexpr std::string_view group_header = "  + Exception Group Traceback (most recent call last):";

// Above the trace of a record that could not be written; the program goes on.
inline constexpr std::string_view logging_error = "--- Logging error ---";

// "ValueError: bad", "torch.cuda.OutOfMemoryError: ...", "AssertionError".
struct raised_line {
    std::string_view type;
    std::string_view message;
    bool has_colon = false;  // behind the type
};

// What a line before the header says about the trace.
struct prelude_line {
    trace_role role;
};

[[nodiscard]] bool is_frame(std::string_view line) noexcept;  // starts with `  File "`
// `  File "train.py", line 12, in step`; without "in" for a SyntaxError.
[[nodiscard]] std::optional<stack_frame> parse_frame(std::string_view line);
[[nodiscard]] std::optional<raised_line> parse_raised(std::string_view line) noexcept;
// By its look: "MyError" and "socket.timeout", but not "loss", which another thread may print between two
// frames.
[[nodiscard]] bool is_usual_type(std::string_view type) noexcept;
// Between two exceptions: the first is the cause of the second ("raise ... from"), or was only being handled.
[[nodiscard]] bool is_link(std::string_view line) noexcept;
// The first words of a link that was folded between words.
[[nodiscard]] bool begins_link(std::string_view text) noexcept;
[[nodiscard]] bool is_cause_link(std::string_view line) noexcept;
[[nodiscard]] std::optional<prelude_line> parse_prelude(std::string_view line) noexcept;
// "concurrent.futures.process._RemoteTraceback: ", above what a worker raised; also billiard's and loky's.
[[nodiscard]] bool names_remote_traceback(std::string_view line) noexcept;
// Between a prelude and its header: "future: <Task ...>".
[[nodiscard]] bool is_prelude_detail(std::string_view line) noexcept;
// `  File "x.py", line 3`, the whole line: the start of a SyntaxError without a header.
[[nodiscard]] bool is_bare_location(std::string_view line) noexcept;
[[nodiscard]] bool is_syntax_error(std::string_view type) noexcept;
// A date, a level, a bracketed tag, a JSON object: the start of a record, hardly of a message's second line.
[[nodiscard]] bool looks_like_record(std::string_view line) noexcept;

// `before` stands before a header on its line and is the end of a text that quotes it: a string, a tag of
// HTML, a line of a diff, a nickname.
[[nodiscard]] bool opens_quotation(std::string_view before) noexcept;
// A whole line above a header, or below what was raised, that marks a quoted text: "```", "<pre>".
[[nodiscard]] bool borders_quotation(std::string_view line) noexcept;
// "..F.", "---- Captured log call ----": of a test runner, between the output of its tests.
[[nodiscard]] bool is_of_test_runner(std::string_view line) noexcept;
// "=== 12 passed in 0.1s ===", "OK (skipped=1)".
[[nodiscard]] bool says_tests_passed(std::string_view line) noexcept;

}  // namespace task_agent::trace::python

// The kinds of lines the reports of Rust programs are made of. Pure; no state.
#pragma once

#include "task_agent/core/failure.hpp"

#include <optional>
#include <string_view>

namespace task_agent::trace::rust {

inline constexpr std::string_view fatal_header = "fatal runtime error: ";
inline constexpr std::string_view note_run_with = "note: run with `RUST_BACKTRACE=";
inline constexpr std::string_view error_header = "Error: ";

// "thread 'main' (12) panicked at src/main.rs:4:5:"
struct thread_line {
    std::string_view thread;
    std::string_view whole;   // "thread 'main' (12)": with its number where one is printed
    std::string_view place;   // behind "panicked at ": "src/main.rs:4:5:" or "'message', src/main.rs:4:5"
    bool overflowed = false;  // "has overflowed its stack", without a place
};

// "'message', src/main.rs:4:5", of before Rust 1.73; its first line can lack the end and the last the start.
struct quoted_panic {
    std::string_view message;
    stack_frame place;
};

[[nodiscard]] std::optional<thread_line> parse_thread(std::string_view line) noexcept;
[[nodiscard]] std::optional<quoted_panic> parse_quoted_end(std::string_view text);
// "src/main.rs:4:5"
[[nodiscard]] std::optional<stack_frame> parse_place(std::string_view text);

[[nodiscard]] bool is_allocation_failure(std::string_view line) noexcept;
[[nodiscard]] bool is_note(std::string_view line) noexcept;
// "thread panicked while processing panic. aborting."
[[nodiscard]] bool is_abort(std::string_view line) noexcept;
// "   0: main::f" or "   0:     0x55d0 - main::f": the name.
[[nodiscard]] std::optional<std::string_view> parse_frame_name(std::string_view line) noexcept;
// "             at ./src/main.rs:4:5"
[[nodiscard]] std::optional<stack_frame> parse_frame_place(std::string_view line);
// "                 main::f", inlined; "  [... omitted 3 frames ...]"
[[nodiscard]] bool is_frame_detail(std::string_view line) noexcept;
// Of the standard library, from its panic to what called it.
[[nodiscard]] bool is_machinery(stack_frame const& frame) noexcept;
// `Os { code: 2 }`, `Parse(Empty)`, `"text"`: a value as Debug prints it.
[[nodiscard]] bool looks_like_debug(std::string_view text) noexcept;

// Of a program's own hook, which prints the panic in Display's form behind words of its own.
inline constexpr std::string_view hook_header = "panicked at ";
// Where that begins in a line.
[[nodiscard]] std::optional<std::size_t> find_hook(std::string_view line);
// "---- tests::sells stdout ----", over what libtest kept of a test that failed.
[[nodiscard]] bool heads_captured(std::string_view line) noexcept;
// libtest's word behind a panic that was wanted.
[[nodiscard]] bool ends_passing_test(std::string_view line) noexcept;

}  // namespace task_agent::trace::rust

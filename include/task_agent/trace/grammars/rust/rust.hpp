// What a Rust program prints when it panics, aborts or returns an error from main (Rust 1.0 to 1.95, and the
// blocks of anyhow and eyre).
//
// A panic in a thread other than main need not end the process. A panic that aborts because another one was
// under way ("panic in a destructor during cleanup") goes with the trace before it where it follows directly.
// An error from main is told by Debug's look, `Error: ParseIntError { kind: InvalidDigit }`, or by the block
// of causes behind it: anybody can print a line that begins with "Error: ".
#pragma once

#include "task_agent/trace/grammar.hpp"

namespace task_agent::trace {

[[nodiscard]] std::optional<start_point> find_rust_start(start_context const& context);
[[nodiscard]] std::unique_ptr<grammar> make_rust_panic_grammar();
[[nodiscard]] std::optional<start_point> find_rust_error_start(start_context const& context);
[[nodiscard]] std::unique_ptr<grammar> make_rust_error_grammar();

inline constexpr std::string_view rust_openings[] = {"thread '", "memory allocation of ",
                                                     "fatal runtime error: "};
// A hook's own words before "panicked at src/main.rs:3:5:" are any.
inline constexpr std::string_view rust_endings[] = {
    "0:", "1:", "2:", "3:", "4:", "5:", "6:", "7:", "8:", "9:"};
inline constexpr grammar_entry rust_panic_grammar = {
    {rust_openings, rust_endings, {}}, find_rust_start, make_rust_panic_grammar};

inline constexpr std::string_view rust_error_openings[] = {
    "Error: ", "Caused by:", "Stack backtrace:", "Location:"};
inline constexpr grammar_entry rust_error_grammar = {
    {rust_error_openings, {}, {}}, find_rust_error_start, make_rust_error_grammar};

}  // namespace task_agent::trace

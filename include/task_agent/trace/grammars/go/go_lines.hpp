// The kinds of lines a Go runtime's report, or the go tool's, is made of. Pure; no state.
#pragma once

#include "task_agent/core/failure.hpp"

#include <optional>
#include <string_view>

namespace task_agent::trace::go {

inline constexpr std::string_view panic_header = "panic: ";
inline constexpr std::string_view fatal_header = "fatal error: ";

// "SIGQUIT: quit": a fatal signal told by the runtime.
struct signal_line {
    std::string_view name;
    std::string_view text;
};

// "http: panic serving 127.0.0.1:4242: no such user": the message.
[[nodiscard]] std::optional<std::string_view> parse_served(std::string_view line) noexcept;
[[nodiscard]] std::optional<signal_line> parse_signal(std::string_view line) noexcept;
[[nodiscard]] bool is_goroutine(std::string_view line) noexcept;  // "goroutine 7 [chan receive, 2 minutes]:"
// "main.(*T).get(0x1, ...)", "panic({0x1, 0x2})": the name before the arguments.
[[nodiscard]] std::optional<std::string_view> parse_call(std::string_view line) noexcept;
// "\t/app/main.go:12 +0x1d": file and line.
[[nodiscard]] std::optional<stack_frame> parse_place(std::string_view line);
// "created by main.start in goroutine 1", "...additional frames elided...", "rax    0x0", ...
[[nodiscard]] bool is_between_frames(std::string_view line) noexcept;
[[nodiscard]] bool is_register(std::string_view line) noexcept;
// Behind a header: "[signal SIGSEGV: ...]", "PC=0x... m=0 sigcode=0", "runtime: sp=...", ...
[[nodiscard]] bool is_header_detail(std::string_view line) noexcept;
// Takes "[recovered]" and "[recovered, repanicked]" off the end.
[[nodiscard]] std::string_view without_recovered(std::string_view message) noexcept;
// Frames of the runtime.
[[nodiscard]] bool is_machinery(stack_frame const& frame) noexcept;

// Of the go tool, which tells a place and what is wrong there: "x_test.go:12: text", "./x.go:3:5: text".
struct told {
    std::string_view file;
    int line = 0;
    std::string_view message;
};

[[nodiscard]] std::optional<told> parse_told(std::string_view line) noexcept;
// What the compiler and vet object to. They say more in the same form: what was inlined, what escapes.
[[nodiscard]] bool is_objection(std::string_view message) noexcept;

}  // namespace task_agent::trace::go

// The lines that ruby prints of an exception. Pure; no state; views into the line.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace task_agent::trace::ruby {

// of `raise` alone
inline constexpr std::string_view no_message = "unhandled exception";
inline constexpr std::size_t most_record_lines = 3;  // of Logger, above the one that names the class
inline constexpr std::size_t most_message_lines = 12;
inline constexpr std::string_view reversed_header = "Traceback (most recent call last):";

struct place {
    std::string_view file;
    int line = 0;
    std::string_view function;
    std::string_view rest;  // behind it
};

struct raised_line {
    place where;
    std::string_view message;
    std::string_view type;
};

// "/app/x.rb:3:in `f'", "-e:1:in 'Object#f'", "x.rb:3"; a file has no space outside of "<internal:...>".
[[nodiscard]] std::optional<place> parse_place(std::string_view text) noexcept;
[[nodiscard]] std::optional<raised_line> parse_raised(std::string_view line) noexcept;
// "nut.slim:7: no such tag (Slim::SyntaxError)": of a template, or any file; frames below it tell.
[[nodiscard]] std::optional<raised_line> parse_in_template(std::string_view line) noexcept;
// "x.rb:8: syntax error, unexpected ..."
[[nodiscard]] std::optional<raised_line> parse_syntax_error(std::string_view line) noexcept;
[[nodiscard]] std::optional<place> parse_from(std::string_view line) noexcept;
// The same as programs and loggers print backtraces: indented or not, behind "from ", "# " or a record of
// Logger.
[[nodiscard]] std::optional<place> parse_shown(std::string_view line) noexcept;
// "x.rb:3:in `f': NoNut": without a message the class stands alone; a frame must follow.
[[nodiscard]] std::optional<raised_line> parse_bare(std::string_view line) noexcept;
// Behind words of the program: "aborting: x.rb:3:in `f': no nut (NoNut)"
[[nodiscard]] std::optional<raised_line> find_raised(std::string_view line) noexcept;

// By its name, where the words around it do not tell.
[[nodiscard]] bool is_error_class(std::string_view text) noexcept;

struct told {
    std::string_view type;
    std::string_view message;
};

// "job failed: Shop::Error: no nut", "no nut (Shop::Error)", "#<Shop::Error: no nut>", or any failure without
// a class: what a program prints before a backtrace.
[[nodiscard]] std::optional<told> parse_header(std::string_view line) noexcept;
// "RuntimeError (no nut):", of which what Rails has to say stands below
[[nodiscard]] std::optional<told> parse_of_rails(std::string_view text) noexcept;
// "\t ... 10067 levels..."
[[nodiscard]] bool is_levels(std::string_view line) noexcept;
// What the interpreter says of its own crash: "Segmentation fault at 0x10" of "x.rb:3: [BUG] Segmentation
// ..."
[[nodiscard]] std::optional<std::string_view> parse_bug(std::string_view line) noexcept;
// Any other line of that report: registers, frames, memory maps, advice.
[[nodiscard]] bool is_of_bug(std::string_view line) noexcept;
inline constexpr std::string_view bug_frames = "-- Control frame information ";
// "rake aborted!", "bin/rails aborted!"
[[nodiscard]] bool is_rake_header(std::string_view line) noexcept;
// What rake's sh and system(..., exception: true) raise: the command has said why.
[[nodiscard]] bool tells_of_command(std::string_view message) noexcept;
// The n-th line below a syntax error's own: its place, drawn.
[[nodiscard]] bool is_of_syntax_error(std::string_view line, std::size_t n) noexcept;
[[nodiscard]] bool is_thread_header(std::string_view line) noexcept;
// Logger's "F, [2026-11-26T12:37:32.812932 #17214] FATAL -- name: "
[[nodiscard]] bool is_logger_record(std::string_view line) noexcept;
// What it says behind its level and name; empty for any other line.
[[nodiscard]] std::string_view logged_text(std::string_view line) noexcept;
// "\t        1: from x.rb:8:in `<main>'": 2.5 to 2.7 print the outermost first when they write to a terminal
[[nodiscard]] std::optional<place> parse_reversed(std::string_view line) noexcept;
// What runs a test catches all that is raised in it: such a trace was shown, not suffered.
[[nodiscard]] bool is_of_test_runner(std::string_view file) noexcept;
// "ruby: No such file or directory -- none.rb (LoadError)"
[[nodiscard]] std::optional<raised_line> parse_of_program(std::string_view line) noexcept;
// "message (Class)"
[[nodiscard]] bool split_class(std::string_view text, std::string_view& message,
                               std::string_view& type) noexcept;

}  // namespace task_agent::trace::ruby

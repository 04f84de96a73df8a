// The lines that PHP prints of an error, and those that loggers and programs write of an exception. Pure; no
// state; views into the line.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace task_agent::trace::php {

inline constexpr std::string_view stack_header = "Stack trace:";
inline constexpr std::string_view logged_header = "[stacktrace]";
inline constexpr std::string_view main_frame = "{main}";
inline constexpr std::string_view no_script = "Could not open input file: ";

struct place {
    std::string_view file;
    int line = 0;
    std::string_view before;
};

// "... in /app/x.php:3" or, with the other separator, "... in /app/x.php on line 3".
[[nodiscard]] std::optional<place> parse_place(std::string_view text, std::string_view separator) noexcept;
// Either of them.
[[nodiscard]] std::optional<place> find_place(std::string_view text) noexcept;

struct fatal_line {
    std::string_view kind;  // "Fatal error"
    std::string_view text;
};

// "PHP Fatal error:  text" of the log, "Fatal error: text" of the output, "<b>Fatal error</b>:  text" of a
// page.
[[nodiscard]] std::optional<fatal_line> parse_fatal(std::string_view line) noexcept;

struct named {
    std::string_view type;
    std::string_view message;
    bool is_quoted = false;  // a quote ends the message
};

[[nodiscard]] bool is_class_name(std::string_view text) noexcept;
// "Type: message", "Type" alone where the message is empty.
[[nodiscard]] std::optional<named> split_type(std::string_view text) noexcept;
// Of PHP 5: "exception 'Type' with message 'text' in ..."; Yii begins it with a capital
[[nodiscard]] std::optional<named> split_quoted(std::string_view text) noexcept;
// What stands behind "Uncaught "; without a message "Type in /app/x.php:3".
[[nodiscard]] std::optional<named> parse_uncaught(std::string_view text) noexcept;
// Of a line that the program wrote: the class is the first word that says so itself.
[[nodiscard]] std::optional<named> find_type(std::string_view line) noexcept;
// What it says behind "Error: " and the like.
[[nodiscard]] std::string_view said_behind_lead(std::string_view line) noexcept;
// A header that names no class must speak of a failure.
[[nodiscard]] bool speaks_of_failure(std::string_view line) noexcept;
// "  thrown in /app/x.php on line 3": what is behind the words; nothing for any other line.
[[nodiscard]] std::optional<std::string_view> thrown_in(std::string_view line) noexcept;
// The number of "#0 /app/x.php(3): f()", "#1 [internal function]: f()", "#2 {main}"; -1 = none of these.
[[nodiscard]] int frame_number(std::string_view line) noexcept;

struct frame_line {
    std::string_view file;
    int line = 0;
    std::string_view function;
};

// "#0 /app/x.php(3): f()", "#1 [internal function]: f()"
[[nodiscard]] std::optional<frame_line> parse_frame(std::string_view line) noexcept;

struct logged_exception {
    std::string_view before;  // of the record
    named what;               // both escaped as JSON is
    place where;
};

// What Monolog and Laravel write of an exception: "... {"exception":"[object] (App\\NoNut(code: 0): no nut at
// /app/x.php:3)".
[[nodiscard]] std::optional<logged_exception> parse_logged(std::string_view line) noexcept;
// "[2026-11-26T12:00:00+00:00] app.WARNING: ..."
[[nodiscard]] bool is_quiet_record(std::string_view before) noexcept;
[[nodiscard]] std::string without_escapes(std::string_view text);

}  // namespace task_agent::trace::php

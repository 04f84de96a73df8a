// The lines that perl prints of an error. Pure; no state; views into the line.
#pragma once

#include <optional>
#include <string_view>

namespace task_agent::trace::perl {

inline constexpr std::string_view no_script = "Can't open perl script ";
inline constexpr std::string_view trace_begun = "Trace begun at ";
// of `use diagnostics`: what it was stands on the next line, and every line is indented
inline constexpr std::string_view explained = "Uncaught exception from user code:";
inline constexpr std::string_view failed_test = "#   Failed test";
inline constexpr std::string_view failed_test2 = "# Failed test";  // of Test2::V0
// of DBIx::Class, behind the function that called DBI
inline constexpr std::string_view said_dbi = "(): DBI Exception: ";

// of Test::More, below what the test died of
inline constexpr std::string_view ended_test = "# Looks like your test exited with ";

struct died_line {
    std::string_view message;
    std::string_view file;
    int line = 0;
};

// "message at x.pl line 3.", "... line 3, <STDIN> line 7.", of the compiler "... line 3, near "2;""
[[nodiscard]] std::optional<died_line> parse_died(std::string_view line) noexcept;
// The same as the last words of a program: blanks in the file's name, no stop behind a path, and a warning
// that may have been made fatal.
[[nodiscard]] std::optional<died_line> parse_last(std::string_view line) noexcept;
// "message at x.pl line 3", with or without a stop: of a message that was told before.
[[nodiscard]] std::optional<died_line> parse_logged(std::string_view line) noexcept;
// "message at x.pl line 3": of Type::Tiny, which explains it below.
[[nodiscard]] std::optional<died_line> parse_unstopped(std::string_view line) noexcept;
// "at x.pl line 3." alone, also "at x.pl line 3, <STDIN> line 7."
[[nodiscard]] std::optional<died_line> parse_at(std::string_view text) noexcept;
// Not so for the compiler's and the program's warnings, which have the same form.
[[nodiscard]] bool may_end_a_program(std::string_view message) noexcept;
// Of perl itself; "use warnings FATAL" makes one end the program.
[[nodiscard]] bool is_warning(std::string_view message) noexcept;
// Of a program that goes on.
[[nodiscard]] bool is_mild(std::string_view message) noexcept;
[[nodiscard]] bool is_of_compiler(std::string_view message) noexcept;
// "BEGIN failed--compilation aborted at x.pl line 3.", "Execution of x.pl aborted due to compilation errors."
[[nodiscard]] bool is_aborted(std::string_view line) noexcept;
// "Shop::Error" of "Shop::Error: message": what an exception object's text begins with; empty = none.
[[nodiscard]] std::string_view class_of(std::string_view message) noexcept;
// "Shop::Error" of "Shop::Error=HASH(0x55afaa9d84b8)": an object that has no text; empty = none.
[[nodiscard]] std::string_view bare_object(std::string_view line) noexcept;

// "\t...propagated at x.pl line 9.": an exception that was raised again
[[nodiscard]] bool is_raised_again(std::string_view line) noexcept;
// "Can't locate Shop.pm in @INC (...).", of a module that the command line asked for
[[nodiscard]] bool is_missing_module(std::string_view line) noexcept;
// ""f" is not exported by the Shop module": what cannot be imported, told before the error
[[nodiscard]] bool is_not_exported(std::string_view line) noexcept;
// "HASH(0x55afaa9d84b8)": died with data, or printed a variable by mistake
[[nodiscard]] bool is_bare_reference(std::string_view line) noexcept;

struct caller {
    std::string_view file;
    int line = 0;
    std::string_view function;
};

// "\tmain::f(1, 2) called at x.pl line 9", also without the tab and, of the outermost, "main::f at x.pl line
// 9"
[[nodiscard]] std::optional<caller> parse_caller(std::string_view line) noexcept;

}  // namespace task_agent::trace::perl

// The lines that OCaml's runtime, its toplevel and its compiler print of an exception. Pure; no state; views
// into the line.
#pragma once

#include <optional>
#include <string_view>

namespace task_agent::trace::ocaml {

struct named {
    std::string_view type;
    std::string_view message;
};

// "Failure("no flour")", "Shop.No_stock", "Shop.Short("nut", 3)"; nothing of other text.
[[nodiscard]] std::optional<named> parse_exception(std::string_view text) noexcept;
[[nodiscard]] std::string_view without_quotes(std::string_view text) noexcept;

// What the runtime says of a failed assertion or match: "File "shop.ml", line 8, characters 15-20: Assertion
// failed"; and where the compiler found something, which ends with a colon.
struct place {
    std::string_view file;
    int line = 0;
    std::string_view rest;
};
[[nodiscard]] std::optional<place> parse_file(std::string_view text) noexcept;

// "Exception: Failure "no flour".", of a script; without an argument it may be anybody's.
[[nodiscard]] std::optional<named> parse_toplevel(std::string_view text) noexcept;
// "Raised at ...", "Called from ...", "Re-raised by ..."
[[nodiscard]] bool is_frame(std::string_view line) noexcept;
// "Thread 1 killed on uncaught exception Failure("no flour")"
[[nodiscard]] bool is_killed_thread(std::string_view line) noexcept;
// "Cannot find file ./shop.ml."
[[nodiscard]] bool is_lost_script(std::string_view line) noexcept;

// An exception inside of a line that the program wrote: behind a colon or "exception ", up to its end.
[[nodiscard]] std::optional<named> find_exception(std::string_view line) noexcept;
// It has the form of no other language: the arguments in brackets, or a name of the standard library.
[[nodiscard]] bool is_surely_exception(named const& what) noexcept;
// "[error] no cake: Failure("no flour")": what a program says of an exception that it caught, before it may
// end.
[[nodiscard]] bool is_told_failure(std::string_view line) noexcept;
// An exception of the standard library and nothing else, as a program prints what it caught.
[[nodiscard]] bool is_bare_failure(std::string_view line) noexcept;
// "Error (warning 26 [unused-var]): unused variable y."
[[nodiscard]] bool is_fatal_warning(std::string_view line) noexcept;

}  // namespace task_agent::trace::ocaml

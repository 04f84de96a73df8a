// The lines with which Erlang's runtime begins to tell of an error. Pure; no state; views into the line.
#pragma once

#include "task_agent/core/failure.hpp"
#include "task_agent/trace/trace.hpp"

#include <optional>
#include <string_view>

namespace task_agent::trace::erlang {

// Of a process that ended, in one line or before a term: "Error in process <0.80.0> with exit value:"
inline constexpr std::string_view in_process = "Error in process <";
inline constexpr std::string_view exit_value = " with exit value:";

struct exception_line {
    std::string_view kind;  // error, exit or throw
    std::string_view message;
};

// "exception error: bad argument", and behind "** " or "escript: ".
[[nodiscard]] std::optional<exception_line> parse_exception(std::string_view text) noexcept;
[[nodiscard]] std::optional<exception_line> parse_shown(std::string_view line) noexcept;
// "{"init terminating in do_boot",...}" and, behind it or alone, "init terminating in do_boot (...)".
[[nodiscard]] bool is_boot_term(std::string_view line) noexcept;
[[nodiscard]] bool is_slogan(std::string_view line) noexcept;
// "=ERROR REPORT==== 26-Nov-2026::12:00:00 ===", of the levels at which something died.
// What such a line ended with, of one that is_boot_term() or is_slogan().
[[nodiscard]] std::string_view term_of_boot(std::string_view line) noexcept;
[[nodiscard]] std::string_view term_of_slogan(std::string_view line) noexcept;
[[nodiscard]] bool is_report(std::string_view line) noexcept;
// Of these, one below which a program may tell something in its own words.
[[nodiscard]] bool tells_in_words(std::string_view line) noexcept;
// "    shelf: 3", of a report that a program makes of keys and values.
[[nodiscard]] bool is_fact(std::string_view line) noexcept;
// "** Generic server shop terminating", "** State machine shop terminating", "** gen_event handler x
// crashed."
[[nodiscard]] bool is_server_end(std::string_view line) noexcept;
// Any of these but a term. Asked of every line that speaks of an error: the first byte tells most apart.
// "escript: Failed to open file: shop.escript"
// Where "2026-01-01T10:00:00.000000+00:00 error:" begins, with which the formatter of a release begins a
// report; npos = not there.
[[nodiscard]] std::size_t logger_head(std::string_view line) noexcept;

// "Error in process <0.79.0> with exit value:": what is told behind that; empty where the next line tells.
[[nodiscard]] std::optional<std::string_view> exit_value_in(std::string_view text) noexcept;
// "** Reason for termination ==", the term with the next line, or "= error:{badmatch,...}" of a state
// machine.
[[nodiscard]] std::optional<std::string_view> reason_for_termination(std::string_view text) noexcept;

struct end_line {
    trace_role role = trace_role::notice;
    std::string_view message;
};
// What stops the runtime in one line: a script that is not there, no memory, a heart-beat that is missing.
[[nodiscard]] std::optional<end_line> parse_end(std::string_view line) noexcept;
[[nodiscard]] bool is_start(std::string_view text) noexcept;
// "in function  shop:sell/2 (shop.erl, line 31)", "in call from init:do_boot/3 ", "in operator  '/'/2"
[[nodiscard]] std::optional<stack_frame> parse_frame(std::string_view text);
// Of "no function clause matching lists:nth(0,[1]) (lists.erl, line 198)".
[[nodiscard]] std::optional<stack_frame> clause_frame(std::string_view message);

struct config_error {
    std::string type;
    std::string message;
    std::string text;  // all of it, as it was written
    stack_frame place;
};
// "error in config file "./sys.config" (3): syntax error before: '}'", as a text or as a term.
[[nodiscard]] std::optional<config_error> parse_config_error(std::string_view text);

}  // namespace task_agent::trace::erlang

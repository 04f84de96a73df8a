// What Rscript prints of an error: "Error in call : message", "Calls: ...", "Execution halted"; rlang's
// "Caused by error in" and its backtrace; the calls of traceback(); a crash of R itself. What tells them from
// an error that try() printed is a last line or the calls: without them there is no trace.
#pragma once

#include "task_agent/trace/grammar.hpp"

namespace task_agent::trace {

[[nodiscard]] std::optional<start_point> find_r_start(start_context const& context);
[[nodiscard]] std::unique_ptr<grammar> make_r_grammar();

inline constexpr std::string_view r_openings[] = {
    "Execution halted", "Calls: ", "1: ", "Fatal error: cannot open", " *** caught "};

// of a package that cannot be installed, in quotes
inline constexpr std::string_view r_endings[] = {"\xE2\x80\x99"};

inline constexpr grammar_entry r_grammar = {{r_openings, r_endings, {}, true}, find_r_start, make_r_grammar};

}  // namespace task_agent::trace

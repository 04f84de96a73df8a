// What programs say of their arguments in the form of the library that reads them, found by a line below it:
//
//   sell: option '--nuts': invalid value 'many', expected an integer    Cmdliner (OCaml)
//   Usage: sell [--nuts=N] [OPTION]…
//   Try 'sell --help' for more information.
//
//   sell: unrecognized option '--nust'                                  getopt (C)
//   Try 'sell --help' for more information.
//
//   error: unexpected argument '--nust' found                           clap (Rust)
//   ...
//   For more information, try '--help'.
//
//   Missing: --nuts N                                                   optparse-applicative (Haskell)
//
//   Usage: sell --nuts N
//
//   flag provided but not defined: -nuts                                flag (Go)
//   Usage of sell:
//     -nut int
//
//   --nuts: Value 22 not in range 0 to 18                               CLI11 (C++)
//   Run with --help for more information.
//
// Notices: a script may go on.
#pragma once

#include "task_agent/trace/grammar.hpp"

namespace task_agent::trace {

[[nodiscard]] std::optional<start_point> find_usage_error_start(start_context const& context);
[[nodiscard]] std::unique_ptr<grammar> make_usage_error_grammar();

inline constexpr std::string_view usage_error_openings[] = {"Usage: "};
// of "... for more information.", "... try '--help'." and "... try --help"
inline constexpr std::string_view usage_error_endings[] = {"n.", "'.", "lp"};

// what is told in the first line already
inline constexpr std::string_view usage_value_openings[] = {"flag provided but not defined: ",
                                                            "error: invalid value"};

inline constexpr grammar_entry usage_error_grammar = {
    {usage_error_openings, usage_error_endings, {}}, find_usage_error_start, make_usage_error_grammar};
inline constexpr grammar_entry usage_value_grammar = {
    {usage_value_openings, {}, {}}, find_usage_error_start, make_usage_error_grammar};

}  // namespace task_agent::trace

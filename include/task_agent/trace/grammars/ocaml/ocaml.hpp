// "Fatal error: exception ..." of OCaml, with the backtrace that OCAMLRUNPARAM=b adds; the same behind the
// words of a program that printed it itself, or of the library Base.
#pragma once

#include "task_agent/trace/grammar.hpp"

namespace task_agent::trace {

[[nodiscard]] std::optional<start_point> find_ocaml_start(start_context const& context);
[[nodiscard]] std::unique_ptr<grammar> make_ocaml_grammar();

inline constexpr std::string_view ocaml_openings[] = {
    "Fatal error: exception ", "Uncaught exception:", "Exception:", "Raised ",
    "Stack overflow during",   "Cannot find file ",   "Thread "};
// of what a program tells itself: Failure("x"), Not_found
inline constexpr std::string_view ocaml_inner[] = {"\")", "_found"};

inline constexpr std::string_view ocaml_endings[] = {"\")"};

inline constexpr grammar_entry ocaml_grammar = {
    {ocaml_openings, ocaml_endings, ocaml_inner, true}, find_ocaml_start, make_ocaml_grammar};

}  // namespace task_agent::trace

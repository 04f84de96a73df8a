// A test of OCaml's OUnit that failed: "Error: shop:1:sells.", its place in the log, the backtrace, and what
// was raised or compared.
#pragma once

#include "task_agent/trace/grammar.hpp"

namespace task_agent::trace {

[[nodiscard]] std::optional<start_point> find_ocaml_test_start(start_context const& context);
[[nodiscard]] std::unique_ptr<grammar> make_ocaml_test_grammar();

inline constexpr std::string_view ocaml_test_openings[] = {"Error: "};

inline constexpr grammar_entry ocaml_test_grammar = {
    {ocaml_test_openings, {}, {}}, find_ocaml_test_start, make_ocaml_test_grammar};

}  // namespace task_agent::trace

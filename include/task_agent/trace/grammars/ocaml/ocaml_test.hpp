// A test of OCaml's OUnit that failed: below a drawn line "Error: shop:1:sells.", its place in the log, the
// backtrace, and what was raised or compared. And a property of QCheck that does not hold: "--- Failure ---",
// "Test x failed (3 shrink steps):", and for what. And what stands behind a place: "File "shop.ml", line 3,
// characters 0-9: sells is false.", of ppx_inline_test, or the words of ocamllex; or below it, the source and
// "Error: ...", of the compiler. The first of several tells.
#pragma once

#include "task_agent/trace/grammar.hpp"

namespace task_agent::trace {

[[nodiscard]] std::optional<start_point> find_ocaml_test_start(start_context const& context);
[[nodiscard]] std::unique_ptr<grammar> make_ocaml_test_grammar();
[[nodiscard]] std::optional<start_point> find_ocaml_property_start(start_context const& context);
[[nodiscard]] std::unique_ptr<grammar> make_ocaml_property_grammar();
[[nodiscard]] std::optional<start_point> find_ocaml_place_start(start_context const& context);
[[nodiscard]] std::unique_ptr<grammar> make_ocaml_place_grammar();

inline constexpr std::string_view ocaml_test_openings[] = {"Error: ", "Failure: "};
inline constexpr std::string_view ocaml_property_openings[] = {"--- Failure -", "--- Error -"};
inline constexpr std::string_view ocaml_place_openings[] = {"File \"", "Error: ", "Error (warning "};

inline constexpr grammar_entry ocaml_test_grammar = {
    {ocaml_test_openings, {}, {}}, find_ocaml_test_start, make_ocaml_test_grammar};
inline constexpr grammar_entry ocaml_property_grammar = {
    {ocaml_property_openings, {}, {}}, find_ocaml_property_start, make_ocaml_property_grammar};
inline constexpr grammar_entry ocaml_place_grammar = {
    {ocaml_place_openings, {}, {}}, find_ocaml_place_start, make_ocaml_place_grammar};

}  // namespace task_agent::trace

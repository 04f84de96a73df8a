// What Rust programs print through color-eyre and miette, what rustc says of a crate that does not compile,
// and what is wrong with a pattern.
#pragma once

#include "task_agent/trace/grammar.hpp"

namespace task_agent::trace {

[[nodiscard]] std::optional<start_point> find_rust_eyre_start(start_context const& context);
[[nodiscard]] std::unique_ptr<grammar> make_rust_eyre_grammar();
[[nodiscard]] std::optional<start_point> find_rust_build_start(start_context const& context);
[[nodiscard]] std::unique_ptr<grammar> make_rust_build_grammar();
[[nodiscard]] std::optional<start_point> find_rust_regex_start(start_context const& context);
[[nodiscard]] std::unique_ptr<grammar> make_rust_regex_grammar();

inline constexpr std::string_view rust_eyre_openings[] = {"The application panicked", "Error:"};
// miette's mark of an error, where a tool prints no word before it
inline constexpr std::string_view rust_eyre_bare_openings[] = {"  \xC3\x97 "};
// " --> src/main.rs:3:5" below "error[E0382]: ..."
inline constexpr std::string_view rust_build_openings[] = {"error[E", "error: "};
// the last line of "regex parse error:"
inline constexpr std::string_view rust_regex_openings[] = {"error: "};

inline constexpr std::string_view rust_build_place_openings[] = {" --> ", "  --> "};

inline constexpr grammar_entry rust_eyre_grammar = {
    {rust_eyre_openings, {}, {}}, find_rust_eyre_start, make_rust_eyre_grammar};
inline constexpr grammar_entry rust_eyre_bare_grammar = {
    {rust_eyre_bare_openings, {}, {}}, find_rust_eyre_start, make_rust_eyre_grammar};
inline constexpr grammar_entry rust_build_grammar = {
    {rust_build_openings, {}, {}}, find_rust_build_start, make_rust_build_grammar};
inline constexpr grammar_entry rust_build_place_grammar = {
    {rust_build_place_openings, {}, {}}, find_rust_build_start, make_rust_build_grammar};
inline constexpr grammar_entry rust_regex_grammar = {
    {rust_regex_openings, {}, {}}, find_rust_regex_start, make_rust_regex_grammar};

}  // namespace task_agent::trace

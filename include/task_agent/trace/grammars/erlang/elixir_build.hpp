// Warnings of Elixir's compiler that end a build, as they were told to be taken for errors:
//
//   warning: variable "nut" is unused
//     lib/shop.ex:3: Shop.sell/1
//
//   Compilation failed due to warnings while using the --warnings-as-errors option
//
// From version 1.16 on the source is drawn below the warning, and the place stands at its end.
#pragma once

#include "task_agent/trace/grammar.hpp"

namespace task_agent::trace {

[[nodiscard]] std::optional<start_point> find_elixir_build_start(start_context const& context);
[[nodiscard]] std::unique_ptr<grammar> make_elixir_build_grammar();

inline constexpr std::string_view elixir_build_openings[] = {"Compilation failed due to "};

inline constexpr grammar_entry elixir_build_grammar = {
    {elixir_build_openings, {}, {}}, find_elixir_build_start, make_elixir_build_grammar};

}  // namespace task_agent::trace

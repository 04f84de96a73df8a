// Elixir's uncaught exceptions: "** (KeyError) message", lines of message, and a stack with the innermost
// call first. Another process's end ("** (EXIT from #PID<...>) an exception was raised:") holds the exception
// indented below; the report of a logger about a process that died ("Task #PID<...> ... terminating") is one
// trace with the end of its owner. Tests of ExUnit that failed are notices.
#pragma once

#include "task_agent/trace/grammar.hpp"

namespace task_agent::trace {

[[nodiscard]] std::optional<start_point> find_elixir_start(start_context const& context);
[[nodiscard]] std::unique_ptr<grammar> make_elixir_grammar();

inline constexpr std::string_view elixir_openings[] = {"** (", "  1) test", "No file named "};

inline constexpr std::string_view elixir_inner[] = {"** ("};

inline constexpr grammar_entry elixir_grammar = {
    {elixir_openings, {}, elixir_inner}, find_elixir_start, make_elixir_grammar};

}  // namespace task_agent::trace

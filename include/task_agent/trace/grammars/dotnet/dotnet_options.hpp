// A command line that a program of .NET refuses:
//
//   ERROR(S):                                   CommandLineParser, below the program's name
//     Required option 'l, lid' is missing.
//
//   Option '--lid' is required.                 System.CommandLine, above its help
//
//   Description:
//     packs nuts
//
//   Usage:
//
// Notices: a script may go on.
#pragma once

#include "task_agent/trace/grammar.hpp"

namespace task_agent::trace {

[[nodiscard]] std::optional<start_point> find_dotnet_options_start(start_context const& context);
[[nodiscard]] std::unique_ptr<grammar> make_dotnet_options_grammar();

inline constexpr std::string_view dotnet_options_openings[] = {"ERROR(S):", "Usage:"};

inline constexpr grammar_entry dotnet_options_grammar = {
    {dotnet_options_openings, {}, {}}, find_dotnet_options_start, make_dotnet_options_grammar};

}  // namespace task_agent::trace

// Unhandled exceptions of .NET ("Unhandled exception. ") and Mono ("Unhandled Exception:", repeated behind
// "[ERROR] FATAL UNHANDLED EXCEPTION: "), with the inner exceptions they carry.
//
// Inner exceptions are printed after the outer one's name and before its frames; the last one is the root.
#pragma once

#include "task_agent/trace/grammar.hpp"

namespace task_agent::trace {

[[nodiscard]] std::optional<start_point> find_dotnet_start(start_context const& context);
[[nodiscard]] std::unique_ptr<grammar> make_dotnet_grammar();

inline constexpr std::string_view dotnet_openings[] = {"Unhandled "};

inline constexpr grammar_entry dotnet_grammar = {
    {dotnet_openings, {}, false}, find_dotnet_start, make_dotnet_grammar};

}  // namespace task_agent::trace

// Unhandled exceptions of .NET ("Unhandled exception. ") and Mono ("Unhandled Exception:", repeated behind
// "[ERROR] FATAL UNHANDLED EXCEPTION: "), with the inner exceptions they carry.
//
// Inner exceptions are printed after the outer one's name and before its frames; the last one is the root.
//
// What a program printed itself is known by its frames, which tell a file and a line in a way of their own.
// The runtime's last words: "Process terminated. ", "Stack overflow.", a version of it that is not installed.
#pragma once

#include "task_agent/trace/grammar.hpp"

namespace task_agent::trace {

[[nodiscard]] std::optional<start_point> find_dotnet_start(start_context const& context);
[[nodiscard]] std::unique_ptr<grammar> make_dotnet_grammar();

inline constexpr std::string_view dotnet_openings[] = {"Unhandled ",
                                                       "  at ",
                                                       "Process terminated. ",
                                                       "Stack overflow.",
                                                       "CLR: ",
                                                       "It was not possible",
                                                       "You must install",
                                                       "Cannot open assembly"};

inline constexpr grammar_entry dotnet_grammar = {
    {dotnet_openings, {}, {}}, find_dotnet_start, make_dotnet_grammar};

}  // namespace task_agent::trace

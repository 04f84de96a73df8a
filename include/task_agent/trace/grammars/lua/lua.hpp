// What the lua program (5.1 to 5.4, LuaJIT) prints of an error nobody caught: its own name, the message, and
// "stack traceback:"; the same behind the words of a program that caught it with xpcall and printed it.
// Without a traceback (a script that cannot be parsed, an error that is no text, a program that prints only
// the message of what it caught, a test of busted) it is a notice.
#pragma once

#include "task_agent/trace/grammar.hpp"

namespace task_agent::trace {

[[nodiscard]] std::optional<start_point> find_lua_start(start_context const& context);
[[nodiscard]] std::unique_ptr<grammar> make_lua_grammar();

inline constexpr std::string_view lua_openings[] = {"lua",   "/usr",     "FATAL",  "Fatal",
                                                    "fatal", "Failure ", "Error ", "/a"};
// of "stack traceback:"
inline constexpr std::string_view lua_endings[] = {"k:"};
// of what a program tells itself
inline constexpr std::string_view lua_inner[] = {".lua"};

// of a host, which aborts
inline constexpr std::string_view lua_panic_openings[] = {"PANIC: unprotected error "};

inline constexpr grammar_entry lua_grammar = {
    {lua_openings, lua_endings, lua_inner}, find_lua_start, make_lua_grammar};
inline constexpr grammar_entry lua_panic_grammar = {
    {lua_panic_openings, {}, {}}, find_lua_start, make_lua_grammar};

}  // namespace task_agent::trace

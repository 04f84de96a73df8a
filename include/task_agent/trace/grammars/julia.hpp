// What Julia prints of an exception that nobody caught:
//
//   ERROR: LoadError: KeyError: key "nut" not found
//   Stacktrace:
//     [1] sell(name::String)
//       @ Main ~/shop/sell.jl:3
//   in expression starting at /home/kim/shop/sell.jl:9
//
// and, of one that was raised while another was handled, "caused by: " and its stack. Older ones print a
// frame in one line: " [1] sell(::String) at /shop/sell.jl:3", " in sell at /shop/sell.jl:3".
#pragma once

#include "task_agent/trace/grammar.hpp"

namespace task_agent::trace {

[[nodiscard]] std::optional<start_point> find_julia_start(start_context const& context);
[[nodiscard]] std::unique_ptr<grammar> make_julia_grammar();

// Below the error: many others begin a line as that does.
inline constexpr std::string_view julia_openings[] = {"Stacktrace:", "while loading "};

inline constexpr grammar_entry julia_grammar = {
    {julia_openings, {}, {}}, find_julia_start, make_julia_grammar};

}  // namespace task_agent::trace

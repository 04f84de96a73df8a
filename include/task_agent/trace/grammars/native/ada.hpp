// What the runtime of GNAT prints of an Ada program that an exception ended:
//
//   raised CONSTRAINT_ERROR : box.adb:7 index check failed
//
// in later versions below "Execution of ./box terminated by unhandled exception", and with the callers below
// "Call stack traceback locations:", as addresses or with their places.
#pragma once

#include "task_agent/trace/grammar.hpp"

namespace task_agent::trace {

[[nodiscard]] std::optional<start_point> find_ada_start(start_context const& context);
[[nodiscard]] std::unique_ptr<grammar> make_ada_grammar();

inline constexpr std::string_view ada_openings[] = {"raised "};

inline constexpr grammar_entry ada_grammar = {{ada_openings, {}, {}}, find_ada_start, make_ada_grammar};

}  // namespace task_agent::trace

// Haskell's uncaught errors that carry a call stack: "prog: message", and below it "CallStack (from
// HasCallStack):". The first line may be any text behind any name, so it is looked for above the second. One
// without a call stack looks like any line of output, and is not claimed.
#pragma once

#include "task_agent/trace/grammar.hpp"

namespace task_agent::trace {

[[nodiscard]] std::optional<start_point> find_haskell_start(start_context const& context);
[[nodiscard]] std::unique_ptr<grammar> make_haskell_grammar();

inline constexpr std::string_view haskell_openings[] = {"CallStack (from HasCallStack):",
                                                        "HasCallStack backtrace:"};
// of the same behind a prefix that no rule knows
inline constexpr std::string_view haskell_endings[] = {"):"};

inline constexpr grammar_entry haskell_grammar = {
    {haskell_openings, haskell_endings, {}}, find_haskell_start, make_haskell_grammar};

}  // namespace task_agent::trace

// Haskell's errors without a call stack: one line behind the program's name, in words of the runtime itself
// ("app: Prelude.head: empty list", "app: divide by zero", "app: x.yaml: openFile: does not exist (...)"),
// and what its compiler complains of ("Main.hs:3:5: error: ..."). A line of any other wording is nobody's: an
// exception of the program's own is taken only when it is shown as a constructor with its arguments.
#pragma once

#include "task_agent/trace/grammar.hpp"

namespace task_agent::trace {

[[nodiscard]] std::optional<start_point> find_haskell_line_start(start_context const& context);
[[nodiscard]] std::unique_ptr<grammar> make_haskell_line_grammar();

// "by zero", "no parse", "<<loop>>", "operation", "(... directory)", "empty list", " bytes."
inline constexpr std::string_view haskell_line_endings[] = {"ro", "se", ">>", "on", "y)", "st", "s."};

// "Heap exhausted;"
inline constexpr std::string_view haskell_limit_endings[] = {"d;"};

inline constexpr std::string_view haskell_line_inner[] = {": "};

inline constexpr grammar_entry haskell_line_grammar = {
    {{}, haskell_line_endings, haskell_line_inner, true, true},
    find_haskell_line_start,
    make_haskell_line_grammar};

inline constexpr grammar_entry haskell_limit_grammar = {
    {{}, haskell_limit_endings, {}, false}, find_haskell_line_start, make_haskell_line_grammar};

}  // namespace task_agent::trace

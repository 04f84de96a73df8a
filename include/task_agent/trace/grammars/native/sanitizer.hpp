// Reports of the address, leak, memory, thread and undefined behaviour sanitizers of gcc and clang, and of
// libFuzzer.
//
// A report that does not say that it ends the process need not: undefined behaviour, a race, and what
// halt_on_error=0 lets go on. Whether it did is told by what follows.
#pragma once

#include "task_agent/trace/grammar.hpp"

namespace task_agent::trace {

[[nodiscard]] std::optional<start_point> find_sanitizer_start(start_context const& context);
[[nodiscard]] std::unique_ptr<grammar> make_sanitizer_grammar();

inline constexpr std::string_view sanitizer_openings[] = {"==", "WARNING: ThreadSanitizer",
                                                          "FATAL: ThreadSanitizer", "ubsan: "};

inline constexpr std::string_view sanitizer_inner[] = {": runtime error: "};

// "x.c:3:5: runtime error: ..." begins with any name and is found by its anchor.
inline constexpr grammar_entry sanitizer_grammar = {
    {sanitizer_openings, {}, sanitizer_inner}, find_sanitizer_start, make_sanitizer_grammar};

}  // namespace task_agent::trace

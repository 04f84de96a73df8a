// What the Go runtime prints when a program ends by a panic, a fatal error or a signal (Go 1.4 to 1.25): the
// header, and the goroutines behind it. Also net/http's record of a panic it recovered from.
//
// Of panics inside panics the last one ended the program; those before are its chain. A header that no
// goroutine follows is none of the runtime's, unless it is the last thing said. Frames are those of the first
// goroutine, from the first one outside the runtime.
#pragma once

#include "task_agent/trace/grammar.hpp"

namespace task_agent::trace {

[[nodiscard]] std::optional<start_point> find_go_start(start_context const& context);
[[nodiscard]] std::unique_ptr<grammar> make_go_grammar();

inline constexpr std::string_view go_openings[] = {"panic: ", "fatal error: ", "runtime: ", "SIG",
                                                   "http: panic"};

inline constexpr grammar_entry go_grammar = {{go_openings, {}, {}}, find_go_start, make_go_grammar};

}  // namespace task_agent::trace

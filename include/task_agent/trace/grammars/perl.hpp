// What perl prints when a program dies: "message at FILE line N." in one line, which is a notice (a warning
// looks alike), with the callers below it when confess wrote it.
#pragma once

#include "task_agent/trace/grammar.hpp"

namespace task_agent::trace {

[[nodiscard]] std::optional<start_point> find_perl_start(start_context const& context);
[[nodiscard]] std::unique_ptr<grammar> make_perl_grammar();

inline constexpr grammar_entry perl_grammar = {{{}, {}, true}, find_perl_start, make_perl_grammar};

}  // namespace task_agent::trace

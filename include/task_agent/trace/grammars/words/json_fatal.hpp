// The record with which a logger that writes JSON ends its program: zap, zerolog, logrus, tracing, pino and
// the like, by its level, and panics that a hook wrote; also an error with its exception taken apart, as
// structlog writes it. A notice: a record is one line, and anybody may write one. The language is told by the
// file it names.
#pragma once

#include "task_agent/trace/grammar.hpp"

namespace task_agent::trace {

[[nodiscard]] std::optional<start_point> find_json_fatal_start(start_context const& context);
[[nodiscard]] std::unique_ptr<grammar> make_json_fatal_grammar();

inline constexpr std::string_view json_fatal_openings[] = {"{\""};

inline constexpr grammar_entry json_fatal_grammar = {
    {json_fatal_openings, {}, {}}, find_json_fatal_start, make_json_fatal_grammar};

}  // namespace task_agent::trace

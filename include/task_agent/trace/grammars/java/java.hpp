// Stack traces of the JVM and its languages, as Throwable.printStackTrace and loggers print them.
//
// The header may be any type with any message, so a trace is known by its first frame ("\tat
// x.Y.z(Y.java:3)") and the header is looked for above it, behind a message of several lines too. Forward
// only what nothing else begins with: "Exception in thread", of which a thread that has no stack to show is a
// single line.
//
// The trace's own exception is the one of the first line; causes are its chain, the last of them the root.
#pragma once

#include "task_agent/trace/grammar.hpp"

namespace task_agent::trace {

[[nodiscard]] std::optional<start_point> find_java_start(start_context const& context);
[[nodiscard]] std::unique_ptr<grammar> make_java_grammar();

inline constexpr std::string_view java_openings[] = {"\tat ", "\t\tat ", "    at ", "at ",
                                                     "Exception in thread"};

inline constexpr grammar_entry java_grammar = {{java_openings, {}, {}}, find_java_start, make_java_grammar};

}  // namespace task_agent::trace

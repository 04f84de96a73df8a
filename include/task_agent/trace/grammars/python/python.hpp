// Tracebacks of CPython 2.7 to 3.13, as the interpreter, threading, asyncio, multiprocessing and logging
// print them.
//
// One trace is everything that was raised together: exceptions joined by "The above exception was ..." and
// "During handling of ..." are links of one trace whose last exception is the trace's own; an exception group
// is one trace with its members in the chain. A SyntaxError of the main script has no header and is found by
// its File line.
//
// Where the message ends is nowhere written down: python_message.hpp tells what is taken for it; `message` is
// its first line that is not blank. A trace that is quoted (in a fence, a string, a diff) is none, one that a
// test printed which passed is shown aside.
#pragma once

#include "task_agent/trace/grammar.hpp"

namespace task_agent::trace {

[[nodiscard]] std::optional<start_point> find_python_start(start_context const& context);
[[nodiscard]] std::unique_ptr<grammar> make_python_grammar();

// "Process" is short of two rare bytes. The remote tracebacks' names end with ':' and, as a rule, a blank.
inline constexpr std::string_view python_openings[] = {"  File", "Exception", "ERROR:asyncio", "Task",
                                                       "Future", "Process",   "Unhandled",     "--- Logging"};
inline constexpr std::string_view python_endings[] = {"):", "k:", ": "};

inline constexpr grammar_entry python_grammar = {
    {python_openings, python_endings, {}}, find_python_start, make_python_grammar};

// The same for a task whose exception was never retrieved: asyncio tells of it when the task is thrown away,
// often at the end, behind the program's own word that all went well, and then it is no cause.
[[nodiscard]] std::optional<start_point> find_python_lost_start(start_context const& context);
[[nodiscard]] std::unique_ptr<grammar> make_python_lost_grammar();

inline constexpr std::string_view python_lost_openings[] = {"ERROR:asyncio", "Exception in ", "Task",
                                                            "Future"};

// asked before python_grammar
inline constexpr grammar_entry python_lost_grammar = {
    {python_lost_openings, {}, {}}, find_python_lost_start, make_python_lost_grammar};

}  // namespace task_agent::trace

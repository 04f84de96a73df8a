// Exceptions that ended a Ruby program (1.9 to 3.4), its causes, a thread that died of one, syntax errors of
// the main script, exceptions that Logger or Rails wrote, backtraces that a program printed below its own
// words, and the interpreter's report of its own crash.
//
// The first line names location, message and class; frames follow as "\tfrom ...". Between them the rest of
// the message stands, whose end nothing marks: 12 lines at most. Where no frame can follow (raised in <main>)
// only lines that are indented are taken.
#pragma once

#include "task_agent/trace/grammar.hpp"

namespace task_agent::trace {

[[nodiscard]] std::optional<start_point> find_ruby_start(start_context const& context);
[[nodiscard]] std::unique_ptr<grammar> make_ruby_grammar();

inline constexpr std::string_view ruby_openings[] = {"\tfrom ", "#<Thread:"};
// Of a class: "Error)", "Exception)", "NotFound)", "InvalidArgument)", and of Errno "ENOENT)", "EACCES)".
inline constexpr std::string_view ruby_endings[] = {"r)", "n)", "d)", "t)", "T)", "D)", "S)", "E)", "M)"};

// With a place, of a logger, of the interpreter itself.
inline constexpr std::string_view ruby_inner[] = {":in ", ".rb:", "-e:9", " -- ", "uby: ", ": syntax error"};

inline constexpr grammar_entry ruby_grammar = {
    {ruby_openings, ruby_endings, ruby_inner}, find_ruby_start, make_ruby_grammar};

// Of backtraces that programs print themselves, found by their outermost frame, and of the interpreter's own
// crashes; apart, as the bytes of all
// endings of an entry combine.
inline constexpr std::string_view ruby_shown_openings[] = {"-- Control frame information"};
inline constexpr std::string_view ruby_shown_endings[] = {">'", "):"};

inline constexpr grammar_entry ruby_shown_grammar = {
    {ruby_shown_openings, ruby_shown_endings, {}}, find_ruby_start, make_ruby_grammar};

// "a.rb:3:in `<main>': unhandled exception", of `raise` alone: no rare bytes tell it apart.
[[nodiscard]] std::optional<start_point> find_ruby_bare_start(start_context const& context);

inline constexpr grammar_entry ruby_bare_grammar = {
    {{}, {}, {}, true, true}, find_ruby_bare_start, make_ruby_grammar};

}  // namespace task_agent::trace

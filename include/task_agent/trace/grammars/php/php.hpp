// What PHP (5.3 to 8.4) prints of an uncaught exception, of another fatal error and of a file it cannot
// parse; exceptions as text (__toString, or a header and getTraceAsString) that a program wrote itself; and
// the exception in a record of Monolog or Laravel.
//
// A chain is printed root first ("Next ..."); the last one is the one that was not caught. Innermost frame is
// the place where it was made, which has no function.
#pragma once

#include "task_agent/trace/grammar.hpp"

namespace task_agent::trace {

[[nodiscard]] std::optional<start_point> find_php_start(start_context const& context);
[[nodiscard]] std::unique_ptr<grammar> make_php_grammar();

inline constexpr std::string_view php_openings[] = {
    "PHP ", "Fatal error: ", "Parse error: ", "Stack trace:", "<b>Fatal error</b>:"};
// of a script that is not there
inline constexpr std::string_view php_endings[] = {"hp"};

inline constexpr grammar_entry php_grammar = {
    {php_openings, php_endings, {}}, find_php_start, make_php_grammar};

// Of stacks that loggers and programs write themselves, found by their last or a middle line; apart, as the
// bytes of all openings of an entry combine.
inline constexpr std::string_view php_logged_openings[] = {"[stacktrace]", "NOTICE: PHP message: "};
inline constexpr std::string_view php_logged_endings[] = {"n}", "[]"};

inline constexpr grammar_entry php_logged_grammar = {
    {php_logged_openings, php_logged_endings, {}}, find_php_start, make_php_grammar};

}  // namespace task_agent::trace

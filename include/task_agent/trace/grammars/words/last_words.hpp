// The one line with which a program of any language gives up: "fatal: cannot open x", "error: ns::closed:
// gone", with the causes indented below it. Anybody can print one, so it counts only where hardly anything
// follows, and is a notice: chosen when nothing better is there. No language is told.
#pragma once

#include "task_agent/trace/grammar.hpp"

namespace task_agent::trace {

[[nodiscard]] std::optional<start_point> find_last_words_start(start_context const& context);
[[nodiscard]] std::unique_ptr<grammar> make_last_words_grammar();

inline constexpr std::string_view last_words_openings[] = {
    "fatal: ",           "FATAL",       "Fatal: ",     "error: ",
    "ERROR: ",           "exception: ", "Exception: ", "caught exception: ",
    "Caught exception: "};

inline constexpr grammar_entry last_words_grammar = {
    {last_words_openings, {}, {}}, find_last_words_start, make_last_words_grammar};

}  // namespace task_agent::trace

// What Perl's Getopt modules say of a command line that a program does not know: "Unknown option: dry-runn".
//
// A notice, and the end only where its program says how it is called, or nothing more.
#pragma once

#include "task_agent/trace/grammar.hpp"

namespace task_agent::trace {

[[nodiscard]] std::optional<start_point> find_perl_option_start(start_context const& context);
[[nodiscard]] std::unique_ptr<grammar> make_perl_option_grammar();

// Three entries: in one, the first bytes of one and the second of another would stand for other words.
inline constexpr std::string_view perl_option_unknown_openings[] = {"Unknown option: "};
inline constexpr std::string_view perl_option_openings[] = {"Option "};
inline constexpr std::string_view perl_option_value_openings[] = {"Value \""};

inline constexpr grammar_entry perl_option_unknown_grammar = {
    {perl_option_unknown_openings, {}, {}}, find_perl_option_start, make_perl_option_grammar};
inline constexpr grammar_entry perl_option_grammar = {
    {perl_option_openings, {}, {}}, find_perl_option_start, make_perl_option_grammar};
inline constexpr grammar_entry perl_option_value_grammar = {
    {perl_option_value_openings, {}, {}}, find_perl_option_start, make_perl_option_grammar};

}  // namespace task_agent::trace

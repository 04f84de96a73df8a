// What modules of Perl say of an error in a form of their own, without a place in the program: Text::CSV_XS
// and Text::CSV_PP, which print it themselves ("# CSV_XS ERROR: 2027 - EIQ - Quoted field not terminated @
// rec 4"), exceptions of the Template Toolkit ("file error - head.tt: not found"), and what YAML::XS cannot
// load.
//
// Notices: a program may go on with the next record or page.
#pragma once

#include "task_agent/trace/grammar.hpp"

namespace task_agent::trace {

[[nodiscard]] std::optional<start_point> find_perl_module_start(start_context const& context);
[[nodiscard]] std::unique_ptr<grammar> make_perl_module_grammar();

inline constexpr std::string_view perl_module_openings[] = {"# CSV_"};
// "error - "
inline constexpr std::string_view perl_module_inner[] = {"ror - "};

inline constexpr std::string_view perl_yaml_openings[] = {"YAML::XS::"};

inline constexpr grammar_entry perl_yaml_grammar = {
    {perl_yaml_openings, {}, {}}, find_perl_module_start, make_perl_module_grammar};
inline constexpr grammar_entry perl_module_grammar = {
    {perl_module_openings, {}, perl_module_inner}, find_perl_module_start, make_perl_module_grammar};

}  // namespace task_agent::trace

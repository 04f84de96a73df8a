// What modules of Perl say of an error in a form of their own, without a place in the program: Text::CSV_XS
// and Text::CSV_PP, which print it themselves ("# CSV_XS ERROR: 2027 - EIQ - Quoted field not terminated @
// rec 4"), exceptions of the Template Toolkit ("file error - head.tt: not found"), and what YAML::XS cannot
// load; podchecker's errors ("*** ERROR: =over without closing =back at line 3 in file nut.pod"); and what
// the parser of XML::LibXML finds in a text, which has no name (":1: parser error : ...").
//
// Notices: a program may go on with the next record or page. What is wrong with a text is a guess, as it may
// have been mended.
#pragma once

#include "task_agent/trace/grammar.hpp"

namespace task_agent::trace {

[[nodiscard]] std::optional<start_point> find_perl_module_start(start_context const& context);
[[nodiscard]] std::unique_ptr<grammar> make_perl_module_grammar();
[[nodiscard]] std::optional<start_point> find_perl_xml_start(start_context const& context);
[[nodiscard]] std::unique_ptr<grammar> make_perl_xml_grammar();

inline constexpr std::string_view perl_module_openings[] = {"# CSV_"};
// "error - "
inline constexpr std::string_view perl_module_inner[] = {"ror - "};

inline constexpr std::string_view perl_pod_openings[] = {"*** ERROR: "};
// "parser error : "
inline constexpr std::string_view perl_xml_inner[] = {"or : "};

// asked before make_grammar, which takes what a file is named in
inline constexpr grammar_entry perl_xml_grammar = {
    {{}, {}, perl_xml_inner}, find_perl_xml_start, make_perl_xml_grammar};
inline constexpr grammar_entry perl_pod_grammar = {
    {perl_pod_openings, {}, {}}, find_perl_module_start, make_perl_module_grammar};
inline constexpr std::string_view perl_yaml_openings[] = {"YAML::XS::"};

inline constexpr grammar_entry perl_yaml_grammar = {
    {perl_yaml_openings, {}, {}}, find_perl_module_start, make_perl_module_grammar};
inline constexpr grammar_entry perl_module_grammar = {
    {perl_module_openings, {}, perl_module_inner}, find_perl_module_start, make_perl_module_grammar};

}  // namespace task_agent::trace

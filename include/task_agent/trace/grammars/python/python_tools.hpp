// What programs of Python's world say of a failure without a traceback:
//
//   FATAL Flags parsing error: flag --nuts=many: no number        absl, before it tells how it is called
//
//   MissingInputException in rule sell in file Snakefile, line 9: Snakemake
//   Missing input files for rule sell:
//       nuts.txt
//
//   fatal: [shop1]: FAILED! => {"changed": false, "msg": "..."}   Ansible, also over several lines
//
//   ERROR! couldn't resolve module                                of a playbook that cannot be run at all
//
//   Extension error:                                              Sphinx
//   Could not import extension nuts
//
//   WARNING  -  A page links to nowhere                           MkDocs
//   Aborted with 1 warnings in strict mode!
//
//   index.rst:6: WARNING: no such page                            Sphinx, told to take warnings for errors
//   build finished with problems, 1 warning.
//
//   would reformat sell.py                                        Black
//
//   An error has occurred: NutError: no nut                       pre-commit
//
//   sell.yaml                                                     yamllint
//     7:4       error    wrong indentation: expected 2  (indentation)
//
//   An error occurred (NoSuchNut) when calling the GetNut operation: No nut      of the AWS CLI
//
// Notices; that the command of a rule failed is a summary, and what Ansible tells of a host is raised where
// its recap counts that as failed.
#pragma once

#include "task_agent/trace/grammar.hpp"

namespace task_agent::trace {

[[nodiscard]] std::optional<start_point> find_python_tool_start(start_context const& context);
[[nodiscard]] std::unique_ptr<grammar> make_python_tool_grammar();

inline constexpr std::string_view python_tool_openings[] = {"FATAL Flags parsing error: "};
// "... error:", alone on its line
inline constexpr std::string_view python_tool_endings[] = {"r:"};
// "error   " of yamllint
inline constexpr std::string_view python_tool_inner[] = {" line ", "ror  ", "ror has occurred"};
inline constexpr std::string_view ansible_openings[] = {"fatal: ["};
inline constexpr std::string_view ansible_item_openings[] = {"failed: ["};

inline constexpr grammar_entry python_tool_grammar = {
    {python_tool_openings, python_tool_endings, python_tool_inner},
    find_python_tool_start,
    make_python_tool_grammar};
inline constexpr std::string_view playbook_openings[] = {"ERROR! "};
inline constexpr std::string_view snakemake_rule_openings[] = {"Error in rule "};

[[nodiscard]] std::optional<start_point> find_aws_start(start_context const& context);

inline constexpr std::string_view aws_inner[] = {"ror occurred ("};

inline constexpr grammar_entry aws_grammar = {{{}, {}, aws_inner}, find_aws_start, make_python_tool_grammar};
inline constexpr std::string_view mkdocs_openings[] = {"Aborted with ", "build finished with "};
inline constexpr std::string_view black_openings[] = {"would reformat "};

inline constexpr grammar_entry black_grammar = {
    {black_openings, {}, {}}, find_python_tool_start, make_python_tool_grammar};

inline constexpr grammar_entry mkdocs_grammar = {
    {mkdocs_openings, {}, {}}, find_python_tool_start, make_python_tool_grammar};
inline constexpr grammar_entry playbook_grammar = {
    {playbook_openings, {}, {}}, find_python_tool_start, make_python_tool_grammar};
inline constexpr grammar_entry snakemake_rule_grammar = {
    {snakemake_rule_openings, {}, {}}, find_python_tool_start, make_python_tool_grammar};
inline constexpr grammar_entry ansible_grammar = {
    {ansible_openings, {}, {}}, find_python_tool_start, make_python_tool_grammar};
inline constexpr grammar_entry ansible_item_grammar = {
    {ansible_item_openings, {}, {}}, find_python_tool_start, make_python_tool_grammar};

}  // namespace task_agent::trace

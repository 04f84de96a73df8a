// What tools that a script calls for its data say in more than the line of a shell: jq, the clients of
// SQLite, PostgreSQL and MySQL, tar with what unpacks for it, GDAL ("ERROR 4: x"), Poppler ("Syntax Error:
// x") and CDO.
//
// A notice: scripts go on after most of them. The place in a script of SQL is told as a frame.
#pragma once

#include "task_agent/trace/grammar.hpp"

namespace task_agent::trace {

[[nodiscard]] std::optional<start_point> find_tool_words_start(start_context const& context);
[[nodiscard]] std::unique_ptr<grammar> make_tool_words_grammar();

// "error (at <stdin>:1): ", "error near line 3: ", "error: ", "ERROR:  "
inline constexpr std::string_view tool_words_inner[] = {"): ", " near line ", "ror: ", "ROR: "};
inline constexpr std::string_view tool_words_unpack_openings[] = {"gzip: ", "bzip2: ", "xz: ", "cdo "};
inline constexpr std::string_view tool_words_sql_openings[] = {"ERROR "};

inline constexpr grammar_entry tool_words_grammar = {
    {{}, {}, tool_words_inner}, find_tool_words_start, make_tool_words_grammar};
inline constexpr grammar_entry tool_words_unpack_grammar = {
    {tool_words_unpack_openings, {}, {}}, find_tool_words_start, make_tool_words_grammar};
inline constexpr grammar_entry tool_words_sql_grammar = {
    {tool_words_sql_openings, {}, {}}, find_tool_words_start, make_tool_words_grammar};

}  // namespace task_agent::trace

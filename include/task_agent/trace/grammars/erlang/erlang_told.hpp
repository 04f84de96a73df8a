// What an Erlang program itself tells of its end: the words it gives to halt(), which the runtime shows
// before it writes its crash dump; and an error that was caught and printed with its stack as a term,
// "[{shop,sell,2,[{file,"shop.erl"},{line,31}]},", below a line that speaks of a failure or behind it; and a
// file of terms that could not be read.
#pragma once

#include "task_agent/trace/grammar.hpp"

namespace task_agent::trace {

[[nodiscard]] std::optional<start_point> find_erlang_told_start(start_context const& context);
[[nodiscard]] std::unique_ptr<grammar> make_erlang_told_grammar();

// Two entries: in one, the "[" of the first opening and the "r" of the second would stand for "[rank0]: ".
inline constexpr std::string_view erlang_term_openings[] = {"[{"};
inline constexpr std::string_view erlang_term_inner[] = {" [{", ": syntax error "};
inline constexpr std::string_view erlang_dump_openings[] = {"Crash dump is being written to: "};

inline constexpr grammar_entry erlang_told_grammar = {
    {erlang_term_openings, {}, erlang_term_inner}, find_erlang_told_start, make_erlang_told_grammar};
inline constexpr grammar_entry erlang_dump_grammar = {
    {erlang_dump_openings, {}, {}}, find_erlang_told_start, make_erlang_told_grammar};

}  // namespace task_agent::trace

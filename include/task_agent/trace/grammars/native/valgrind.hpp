// What valgrind's tools report: memcheck's and helgrind's mistakes, one trace each, with the stacks that
// belong to it, and the signal that ended the process under it. A mistake alone ends nothing: many lines
// behind it tell that the program went on.
#pragma once

#include "task_agent/trace/grammar.hpp"

namespace task_agent::trace {

[[nodiscard]] std::optional<start_point> find_valgrind_start(start_context const& context);
[[nodiscard]] std::unique_ptr<grammar> make_valgrind_grammar();

inline constexpr std::string_view valgrind_openings[] = {"=="};

inline constexpr grammar_entry valgrind_grammar = {
    {valgrind_openings, {}, {}}, find_valgrind_start, make_valgrind_grammar};

}  // namespace task_agent::trace

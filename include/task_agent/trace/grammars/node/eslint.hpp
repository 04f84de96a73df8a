// What ESLint and what prints like it (stylelint, standard, textlint) find, known by the count at its end:
//
//   /app/src/report.js
//     3:10  error  'x' is not defined  no-undef
//
//   ✖ 1 problem (1 error, 0 warnings)
//
// or, a line for each and "1 problem" below:
//
//   /app/src/report.js:3:10: 'x' is not defined. [Error/no-undef]
//
// Of warnings alone nothing is told. A script may go on: a notice.
#pragma once

#include "task_agent/trace/grammar.hpp"

namespace task_agent::trace {

[[nodiscard]] std::optional<start_point> find_eslint_start(start_context const& context);
[[nodiscard]] std::unique_ptr<grammar> make_eslint_grammar();

inline constexpr std::string_view eslint_endings[] = {" problem", " problems", " warning)", " warnings)"};

inline constexpr grammar_entry eslint_grammar = {
    {{}, eslint_endings, {}}, find_eslint_start, make_eslint_grammar};

}  // namespace task_agent::trace

// What the compilers of style sheets find wrong:
//
//   NameError: variable @lid is undefined in /app/nut.less on line 4, column 10:     Less, an excerpt below
//   CssSyntaxError: /app/nut.css:3:5: Unclosed block                                 PostCSS
//   Error: Undefined variable.                                                       Sass, an excerpt and:
//     src/nut.scss 4:10  root stylesheet
//
// A script may go on: a notice.
#pragma once

#include "task_agent/trace/grammar.hpp"

namespace task_agent::trace {

[[nodiscard]] std::optional<start_point> find_style_sheet_start(start_context const& context);
[[nodiscard]] std::unique_ptr<grammar> make_style_sheet_grammar();

inline constexpr std::string_view style_sheet_endings[] = {"root stylesheet"};
inline constexpr std::string_view style_sheet_inner[] = {"ror: "};

inline constexpr grammar_entry style_sheet_grammar = {
    {{}, style_sheet_endings, style_sheet_inner}, find_style_sheet_start, make_style_sheet_grammar};

}  // namespace task_agent::trace

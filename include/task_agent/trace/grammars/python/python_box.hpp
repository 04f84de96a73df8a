// Tracebacks in boxes, as rich draws them:
//
//   ╭──── Traceback (most recent call last) ────╮
//   │ /app/main.py:12 in <module>               │
//   │ ❱ 12 load()                               │
//   ╰───────────────────────────────────────────╯
//   ValueError: bad thing
//
// Boxes joined by "The above exception was ..." are one trace whose last exception is its own. Frames that
// are named without a place ("in load:12" of old versions) are not read. rich draws the same box for what
// was caught (print_exception), so many lines of other output behind one say that its program went on.
#pragma once

#include "task_agent/trace/grammar.hpp"

namespace task_agent::trace {

[[nodiscard]] std::optional<start_point> find_python_box_start(start_context const& context);
[[nodiscard]] std::unique_ptr<grammar> make_python_box_grammar();

// The corner and one line of the border: three bytes each, of which the first two of the corner count. And
// the margin of a box in a column of a logger.
inline constexpr std::string_view python_box_openings[] = {"\u256D\u2500", "\u250C\u2500", "+-", "  "};

inline constexpr grammar_entry python_box_grammar = {
    {python_box_openings, {}, {}}, find_python_box_start, make_python_box_grammar};

}  // namespace task_agent::trace

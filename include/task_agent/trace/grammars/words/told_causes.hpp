// What a program of any language says itself when it gives up, with the reasons below it:
//
//   limitd: error: limits cannot be loaded
//     because: line 3 of limits.conf
//       because: no number
//
// Without a reason anybody may print such a line; with one it is told by whoever gave up. A notice.
#pragma once

#include "task_agent/trace/grammar.hpp"

namespace task_agent::trace {

[[nodiscard]] std::optional<start_point> find_told_causes_start(start_context const& context);
[[nodiscard]] std::unique_ptr<grammar> make_told_causes_grammar();

inline constexpr std::string_view told_causes_inner[] = {"ror: ", "ROR: "};

inline constexpr grammar_entry told_causes_grammar = {
    {{}, {}, told_causes_inner}, find_told_causes_start, make_told_causes_grammar};

}  // namespace task_agent::trace

// What RuboCop finds, each with the source and a mark below it:
//
//   lib/shop.rb:2:13: W: [Correctable] Lint/UnusedNut: Unused nut - walnut.
//     def sell(walnut)
//              ^^^^^^
//
//   2 files inspected, 1 offense detected
//
// The first is told; what it mended itself is none. A script may go on: a notice.
#pragma once

#include "task_agent/trace/grammar.hpp"

namespace task_agent::trace {

[[nodiscard]] std::optional<start_point> find_ruby_lint_start(start_context const& context);
[[nodiscard]] std::unique_ptr<grammar> make_ruby_lint_grammar();

// the mark
inline constexpr std::string_view ruby_lint_endings[] = {"^^", " ^"};

inline constexpr grammar_entry ruby_lint_grammar = {
    {{}, ruby_lint_endings, {}}, find_ruby_lint_start, make_ruby_lint_grammar};

}  // namespace task_agent::trace

// Failed tests of Haskell's runners, and a text that a parser of Haskell could not read:
//
//   ### Failure in: 1:sells          HUnit, the place and what was compared below
//   Shop.hs:5: failure in expression `sell 3'     doctest
//   *** Failed! Falsified (after 3 tests):        QuickCheck, and for what
//     sells:   FAIL                  tasty, indented lines below it
//
//   shop.conf:3:5:                   megaparsec
//     |
//   3 | nuts = x
//     |        ^
//   unexpected 'x'
//
//   "shop.conf" (line 3, column 5):  parsec
//   unexpected 'x'
//
// Notices: a run goes on behind them.
#pragma once

#include "task_agent/trace/grammar.hpp"

namespace task_agent::trace {

[[nodiscard]] std::optional<start_point> find_haskell_test_start(start_context const& context);
[[nodiscard]] std::unique_ptr<grammar> make_haskell_test_grammar();
[[nodiscard]] std::optional<start_point> find_haskell_parser_start(start_context const& context);
[[nodiscard]] std::unique_ptr<grammar> make_haskell_parser_grammar();

// doctest is known by the line below
inline constexpr std::string_view haskell_test_openings[] = {"### ", "*** Failed! ", "expected: "};
inline constexpr std::string_view haskell_tasty_endings[] = {"FAIL", "s)"};
inline constexpr std::string_view haskell_parser_openings[] = {"unexpected ", "expecting "};

inline constexpr grammar_entry haskell_test_grammar = {
    {haskell_test_openings, {}, {}}, find_haskell_test_start, make_haskell_test_grammar};
inline constexpr grammar_entry haskell_tasty_grammar = {
    {{}, haskell_tasty_endings, {}}, find_haskell_test_start, make_haskell_test_grammar};
inline constexpr grammar_entry haskell_parser_grammar = {
    {haskell_parser_openings, {}, {}}, find_haskell_parser_start, make_haskell_parser_grammar};

}  // namespace task_agent::trace

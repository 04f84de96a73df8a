// Failed tests of runners that print a block for each:
//
//   ── Failure ('test-nut.R:10'): a nut is sold ────   testthat, with what was expected below
//     NutSpec.hs:11:15:                                 hspec
//     1) nut is sold
//   │ [FAIL]        shop          1   a nut is sold. │  Alcotest, with what the test printed
//   Sells nuts                              | FAIL |  Robot Framework, with what was wrong below
//
// Notices: a run goes on behind them.
#pragma once

#include "task_agent/trace/grammar.hpp"

namespace task_agent::trace {

[[nodiscard]] std::optional<start_point> find_test_block_start(start_context const& context);
[[nodiscard]] std::unique_ptr<grammar> make_test_block_grammar();

inline constexpr std::string_view test_block_openings[] = {"\xE2\x94\x80\xE2\x94\x80 ", "  1) ", "Output:  "};

inline constexpr grammar_entry test_blocks_grammar = {
    {test_block_openings, {}, {}}, find_test_block_start, make_test_block_grammar};

}  // namespace task_agent::trace

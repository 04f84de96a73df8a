// Failed tests of JavaScript's test runners, one trace for each:
//
//   ✖ name (5.5ms)            node:test, for people: the error stands below, two columns to the right
//   not ok 2 - name           node:test in TAP, with a block of YAML that holds error, name and stack
//     1) suite                mocha: the title below, then the error
//     ● suite › name          jest: the error below, with an excerpt of the source
//     1) sum.spec.ts:3:5 › name ──      Playwright: as jest
//   1) name                   Jasmine: "  Message:" and "  Stack:" below
//      ✖ Then it is 3 # sum.js:3         Cucumber: the step, the error further in
//    FAIL  sum.test.ts > name   vitest: the error at the margin, its frames behind pointers
//
// A test that fails does not end its run: the trace is detached.
#pragma once

#include "task_agent/trace/grammar.hpp"

namespace task_agent::trace {

[[nodiscard]] std::optional<start_point> find_node_runner_start(start_context const& context);
[[nodiscard]] std::unique_ptr<grammar> make_node_runner_grammar();

inline constexpr std::string_view node_runner_openings[] = {"not ok ", "  1) ", " FAIL  ", "\xE2\x9C\x96 ",
                                                            "\xE2\x8E\xAF"};

inline constexpr grammar_entry node_runner_grammar = {
    {node_runner_openings, {}, {}}, find_node_runner_start, make_node_runner_grammar};

}  // namespace task_agent::trace

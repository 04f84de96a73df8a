// A failed test of AVA's, one trace for each, known by its first frame:
//
//     a half is whole                 the title
//     test.js:11                      its place, an excerpt below
//
//     Difference (- actual, + expected):      what was compared, or "Error thrown in test:" and the error
//
//     › file://test.js:11:5
//
// A test that fails does not end its run: the trace is detached. Found and read for node_runner, which is
// asked of such lines in any case.
#pragma once

#include "task_agent/trace/grammar.hpp"

namespace task_agent::trace {

[[nodiscard]] std::optional<start_point> find_ava_start(start_context const& context);
[[nodiscard]] std::unique_ptr<grammar> make_ava_grammar();

}  // namespace task_agent::trace

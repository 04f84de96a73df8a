// A failed test of AVA's, one trace for each, known by its first frame:
//
//     a half is whole                 the title
//     test.js:11                      its place, an excerpt below
//
//     Difference (- actual, + expected):      what was compared, or "Error thrown in test:" and the error
//
//     › file://test.js:11:5
//
// A test that fails does not end its run: the trace is detached.
#pragma once

#include "task_agent/trace/grammar.hpp"

namespace task_agent::trace {

[[nodiscard]] std::optional<start_point> find_ava_start(start_context const& context);
[[nodiscard]] std::unique_ptr<grammar> make_ava_grammar();

// the bytes of the list of mocha's, which are looked for in any case
inline constexpr std::string_view ava_openings[] = {"  \xE2\x80\xBA "};

inline constexpr grammar_entry ava_grammar = {{ava_openings, {}, {}}, find_ava_start, make_ava_grammar};

}  // namespace task_agent::trace

// Failing runs of what calls whole programs of tests, and of the test frameworks of shells:
//
//   2/3 Test #2: salt ....***Failed    0.02 sec     CTest, from the first that failed to its list of them
//   ASSERT:sum expected:<3> but was:<2>             shunit2, where it counts a failure
//   not ok 2 salt                                   Bats, with the place and the command below it
//
// What a test itself printed tells more where it is of a known form.
#pragma once

#include "task_agent/trace/grammar.hpp"

namespace task_agent::trace {

[[nodiscard]] std::optional<start_point> find_suite_run_start(start_context const& context);
[[nodiscard]] std::unique_ptr<grammar> make_suite_run_grammar();

inline constexpr std::string_view suite_run_openings[] = {"ASSERT:"};
inline constexpr std::string_view suite_run_endings[] = {"The following tests FAILED:"};

inline constexpr grammar_entry suite_run_grammar = {
    {suite_run_openings, suite_run_endings, {}}, find_suite_run_start, make_suite_run_grammar};

// In groups of their own: first and second bytes of one grammar are looked up apart.
inline constexpr std::string_view suite_run_tap_openings[] = {"# (in test file ", "# (from function "};
inline constexpr std::string_view suite_run_bats_openings[] = {" \xE2\x9C\x97 "};

inline constexpr grammar_entry suite_run_tap_grammar = {
    {suite_run_tap_openings, {}, {}}, find_suite_run_start, make_suite_run_grammar};
inline constexpr grammar_entry suite_run_bats_grammar = {
    {suite_run_bats_openings, {}, {}}, find_suite_run_start, make_suite_run_grammar};

}  // namespace task_agent::trace

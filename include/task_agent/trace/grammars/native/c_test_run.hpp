// Failed checks of the small test frameworks of C and C++:
//
//   pool_test.c:9:F:core:takes:0: Assertion 'n == 0' failed        Check
//   [  ERROR   ] --- 0x3 != 0x2                                    cmocka, with the place in the next line
//   [----] pool_test.c:9: Assertion Failed                         Criterion, with the reason below it
//   pool_test.c:9:test_takes:FAIL: Expected 2 Was 3                Unity, from the first to the count
//   pool_test.cpp:9: error: Failure in TEST(pool, takes)           CppUTest, with what was expected below it
//   FAIL!  : PoolTest::takes() Compared values are not the same    Qt Test, to the place
//
// Told by the first of them; the other tests go on. A check that somebody only prints lacks the line that
// belongs to it.
#pragma once

#include "task_agent/trace/grammar.hpp"

namespace task_agent::trace {

[[nodiscard]] std::optional<start_point> find_c_test_run_start(start_context const& context);
[[nodiscard]] std::unique_ptr<grammar> make_c_test_run_grammar();

// Check's and CppUTest's begin with any path and hold an anchor, Unity's count begins with any number.
inline constexpr std::string_view c_test_run_openings[] = {"[----] "};
inline constexpr std::string_view c_test_run_endings[] = {"Ignored "};
inline constexpr std::string_view c_test_run_inner[] = {"' failed", "ror: "};

inline constexpr grammar_entry c_test_run_grammar = {
    {c_test_run_openings, c_test_run_endings, c_test_run_inner},
    find_c_test_run_start,
    make_c_test_run_grammar};

// In a group of its own: first and second bytes of one grammar are looked up apart. The last line as well:
// what Check tells in a test's own words bears no sign.
inline constexpr std::string_view c_test_run_qt_openings[] = {"FAIL!  : "};

inline constexpr grammar_entry c_test_run_qt_grammar = {
    {c_test_run_qt_openings, {}, {}, true}, find_c_test_run_start, make_c_test_run_grammar};

}  // namespace task_agent::trace

// Failing runs of the test frameworks of C++: GoogleTest, Catch2, doctest and Boost.Test. From the first
// failed check to the framework's own count of failures; a run that failed nothing is none. Chosen when
// nothing ended the process before the count.
#pragma once

#include "task_agent/trace/grammar.hpp"

namespace task_agent::trace {

[[nodiscard]] std::optional<start_point> find_test_run_start(start_context const& context);
[[nodiscard]] std::unique_ptr<grammar> make_test_run_grammar();

// A failed check begins with any path; Boost.Test's and doctest's hold an anchor.
inline constexpr std::string_view test_run_endings[] = {": Failure", ": FAILED:"};

inline constexpr std::string_view test_run_inner[] = {"r: in \"", "ROR: "};

inline constexpr grammar_entry test_run_grammar = {
    {{}, test_run_endings, test_run_inner}, find_test_run_start, make_test_run_grammar};

}  // namespace task_agent::trace

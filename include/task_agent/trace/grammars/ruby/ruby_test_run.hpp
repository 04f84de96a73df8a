// Tests that failed under minitest ("  1) Failure:"), RSpec ("     Failure/Error: ...") and test-unit
// ("Failure: test_x(Shop)"). Notices: a run goes on behind them.
#pragma once

#include "task_agent/trace/grammar.hpp"

namespace task_agent::trace {

[[nodiscard]] std::optional<start_point> find_ruby_test_start(start_context const& context);
[[nodiscard]] std::unique_ptr<grammar> make_ruby_test_grammar();

inline constexpr std::string_view ruby_test_openings[] = {
    "  1) Failure:", "Failure: ", "Error: ", "bin/rails test "};

inline constexpr grammar_entry ruby_test_grammar = {
    {ruby_test_openings, {}, {}}, find_ruby_test_start, make_ruby_test_grammar};

}  // namespace task_agent::trace

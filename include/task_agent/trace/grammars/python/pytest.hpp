// One failed test, or a module that could not be collected, as pytest reports it:
//
//   _____________________ test_total _____________________
//
//       def test_total():
//   >       assert total(cart) == 3
//   E       assert 2 == 3
//
//   test_cart.py:12: AssertionError
//
// and the shorter form ("test_cart.py:12: in test_total"). It is found by its first line with an E and looks
// back for its heading. Reports joined by "The above exception was ..." are one trace. The style "native" is
// read as what it is, a traceback.
#pragma once

#include "task_agent/trace/grammar.hpp"

namespace task_agent::trace {

[[nodiscard]] std::optional<start_point> find_pytest_start(start_context const& context);
[[nodiscard]] std::unique_ptr<grammar> make_pytest_grammar();

inline constexpr std::string_view pytest_openings[] = {"E   "};

inline constexpr grammar_entry pytest_grammar = {
    {pytest_openings, {}, {}}, find_pytest_start, make_pytest_grammar};

}  // namespace task_agent::trace

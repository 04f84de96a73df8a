// Tests that failed under Meson, from the first of them to the list of all with its counts:
//
//   3/3 nuts FAIL            0.01s   exit status 1
//   >>> MALLOC_PERTURB_=119 /app/out/nuttest            what it said, with --print-errorlogs
//   (a ruler)
//   stderr:
//   nuttest.c:14: nut 2 is not sold
//   (a ruler)
//
//   Summary of Failures:
//
// What the first test said first on stderr, or else last on stdout, is the message.
#pragma once

#include "task_agent/trace/grammar.hpp"

namespace task_agent::trace {

[[nodiscard]] std::optional<start_point> find_meson_test_start(start_context const& context);
[[nodiscard]] std::unique_ptr<grammar> make_meson_test_grammar();

inline constexpr std::string_view meson_test_openings[] = {"Summary of Failures:"};

inline constexpr grammar_entry meson_test_grammar = {
    {meson_test_openings, {}, {}}, find_meson_test_start, make_meson_test_grammar};

}  // namespace task_agent::trace

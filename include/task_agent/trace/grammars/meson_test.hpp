// A test that failed, as `meson test --print-errorlogs` shows it:
//
//   3/3 nuts FAIL            0.01s   exit status 1
//   >>> MALLOC_PERTURB_=119 /app/out/nuttest
//   ――――――――――――――――――― ✀
//   ――――――――――――――――――― stdout: nut 1 is sold stderr: nuttest.c:14: nut 2 is not
//   ―――――――――――――――――――――――――――――――――――――――――――
//
// What the test said last on stderr, or else on stdout, is the message.
#pragma once

#include "task_agent/trace/grammar.hpp"

namespace task_agent::trace {

[[nodiscard]] std::optional<start_point> find_meson_test_start(start_context const& context);
[[nodiscard]] std::unique_ptr<grammar> make_meson_test_grammar();

inline constexpr std::string_view meson_test_openings[] = {">>> "};

inline constexpr grammar_entry meson_test_grammar = {
    {meson_test_openings, {}, {}}, find_meson_test_start, make_meson_test_grammar};

}  // namespace task_agent::trace

// What programs of Go draw around a failure: Terraform and what is built like it, and a spec of Ginkgo.
//
//   ╷                                                • [FAILED] [0.001 seconds]
//   │ Error: Unsupported argument                    Shop [It] sells
//   │                                                /app/shop_test.go:12
//   │   on main.tf line 3, in resource "nut" "a":
//   │    3:   bag = 3                                  [FAILED] Expected
//   ╵                                                      <int>: 3
//                                                      In [It] at: /app/shop_test.go:14 @ ...
//
// A box may hold a warning: nothing is told of it. Notices: a script, and other specs, go on.
#pragma once

#include "task_agent/trace/grammar.hpp"

namespace task_agent::trace {

[[nodiscard]] std::optional<start_point> find_go_box_start(start_context const& context);
[[nodiscard]] std::unique_ptr<grammar> make_go_box_grammar();
[[nodiscard]] std::optional<start_point> find_go_spec_start(start_context const& context);
[[nodiscard]] std::unique_ptr<grammar> make_go_spec_grammar();

inline constexpr std::string_view go_box_openings[] = {"\xE2\x95\xB7"};
inline constexpr std::string_view go_spec_openings[] = {"\xE2\x80\xA2 [FAILED] "};

inline constexpr grammar_entry go_box_grammar = {
    {go_box_openings, {}, {}}, find_go_box_start, make_go_box_grammar};
inline constexpr grammar_entry go_spec_grammar = {
    {go_spec_openings, {}, {}}, find_go_spec_start, make_go_spec_grammar};

}  // namespace task_agent::trace

// What a spec of Ginkgo tells of its failure:
//
//   • [FAILED] [0.001 seconds]
//   Shop [It] sells
//   /app/shop_test.go:12
//
//     [FAILED] Expected
//         <int>: 3
//     In [It] at: /app/shop_test.go:14 @ ...
//
// A notice: other specs go on.
#pragma once

#include "task_agent/trace/grammar.hpp"

namespace task_agent::trace {

[[nodiscard]] std::optional<start_point> find_go_spec_start(start_context const& context);
[[nodiscard]] std::unique_ptr<grammar> make_go_spec_grammar();

inline constexpr std::string_view go_spec_openings[] = {"\xE2\x80\xA2 [FAILED] "};

inline constexpr grammar_entry go_spec_grammar = {
    {go_spec_openings, {}, {}}, find_go_spec_start, make_go_spec_grammar};

}  // namespace task_agent::trace

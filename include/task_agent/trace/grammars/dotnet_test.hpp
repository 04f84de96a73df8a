// A test of NUnit that failed: "1) Test Error : ShopTest.Sells", what was raised or compared, the stack. The
// first one tells.
#pragma once

#include "task_agent/trace/grammar.hpp"

namespace task_agent::trace {

[[nodiscard]] std::optional<start_point> find_dotnet_test_start(start_context const& context);
[[nodiscard]] std::unique_ptr<grammar> make_dotnet_test_grammar();

inline constexpr std::string_view dotnet_test_openings[] = {"1) "};

inline constexpr grammar_entry dotnet_test_grammar = {
    {dotnet_test_openings, {}, {}}, find_dotnet_test_start, make_dotnet_test_grammar};

}  // namespace task_agent::trace

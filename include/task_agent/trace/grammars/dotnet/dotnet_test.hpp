// A test of NUnit that failed: "1) Test Error : ShopTest.Sells", what was raised or compared, the stack. The
// first one tells. And a test that "dotnet test" tells of: "  Failed Shop.Tests.ShopTest.Sells [5 ms]", "
// Error Message:", "  Stack Trace:"; that does not end its run, the trace is detached.
#pragma once

#include "task_agent/trace/grammar.hpp"

namespace task_agent::trace {

[[nodiscard]] std::optional<start_point> find_dotnet_test_start(start_context const& context);
[[nodiscard]] std::unique_ptr<grammar> make_dotnet_test_grammar();

inline constexpr std::string_view dotnet_test_openings[] = {"1) "};

inline constexpr std::string_view dotnet_test_endings[] = {"  Error Message:"};

inline constexpr grammar_entry dotnet_test_grammar = {
    {dotnet_test_openings, dotnet_test_endings, {}}, find_dotnet_test_start, make_dotnet_test_grammar};

}  // namespace task_agent::trace

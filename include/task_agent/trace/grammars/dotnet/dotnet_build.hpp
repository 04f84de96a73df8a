// What the compilers of .NET, MSBuild and NuGet complain of: "shop.cs(3,5): error CS0103: ...
// [/app/shop.csproj]", "CSC : error CS5001: ...", until "Build FAILED." and its counts.
#pragma once

#include "task_agent/trace/grammar.hpp"

namespace task_agent::trace {

[[nodiscard]] std::optional<start_point> find_dotnet_build_start(start_context const& context);
[[nodiscard]] std::unique_ptr<grammar> make_dotnet_build_grammar();

inline constexpr std::string_view dotnet_build_inner[] = {"ror "};

inline constexpr grammar_entry dotnet_build_grammar = {
    {{}, {}, dotnet_build_inner}, find_dotnet_build_start, make_dotnet_build_grammar};

}  // namespace task_agent::trace

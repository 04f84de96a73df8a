// What Maven finds wrong in the files of a project before it builds anything:
//
//   [ERROR] Some problems were encountered while processing the POMs:
//   [ERROR] 'modules.module' is missing. @ line 8, column 13
//    @
//   [ERROR] The build could not read 1 project -> [Help 1]
//
// Known by its last line; the first problem that is no warning tells.
#pragma once

#include "task_agent/trace/grammar.hpp"

namespace task_agent::trace {

[[nodiscard]] std::optional<start_point> find_maven_pom_start(start_context const& context);
[[nodiscard]] std::unique_ptr<grammar> make_maven_pom_grammar();

inline constexpr std::string_view maven_pom_endings[] = {" -> [Help 1]"};

inline constexpr grammar_entry maven_pom_grammar = {
    {{}, maven_pom_endings, {}}, find_maven_pom_start, make_maven_pom_grammar};

}  // namespace task_agent::trace

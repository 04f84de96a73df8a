// What Nextflow shows of the task that made it give up: the command, how it ended, and below "Command error:"
// all that it wrote to stderr, indented. The reason is one of those lines, or a trace among them. Tasks that
// are tried again or ignored are not shown so.
#pragma once

#include "task_agent/trace/grammar.hpp"

namespace task_agent::trace {

[[nodiscard]] std::optional<start_point> find_nextflow_start(start_context const& context);
[[nodiscard]] std::unique_ptr<grammar> make_nextflow_grammar();

inline constexpr std::string_view nextflow_endings[] = {" error:"};

inline constexpr grammar_entry nextflow_grammar = {
    {{}, nextflow_endings, {}}, find_nextflow_start, make_nextflow_grammar};

}  // namespace task_agent::trace

// Reports of Erlang's processes in one line, as the logger of a release may be told to write them: "Generic
// server shop terminating. Reason: {...}. Last message: ...".
#pragma once

#include "task_agent/trace/grammar.hpp"

namespace task_agent::trace {

[[nodiscard]] std::optional<start_point> find_erlang_record_start(start_context const& context);
[[nodiscard]] std::unique_ptr<grammar> make_erlang_record_grammar();

inline constexpr std::string_view erlang_record_inner[] = {" terminating", "crasher: ", "Context: "};

inline constexpr grammar_entry erlang_record_grammar = {
    {{}, {}, erlang_record_inner}, find_erlang_record_start, make_erlang_record_grammar};

}  // namespace task_agent::trace

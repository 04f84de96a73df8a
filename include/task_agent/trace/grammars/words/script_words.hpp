// The last line of a script that gave up, where its runtime or the script itself told an error in one line:
// "lua: the queue is gone", "no nut at my rules.pl line 3." of Perl, also for a warning that was made fatal,
// "job failed: no nut (Shop::Error)" and "#<Shop::Error: no nut>" of Ruby, "no nut in /app/x.php on line 3",
// or a class of any language with its message behind words of the script. Anywhere else such lines say
// little: only the last one of each process is looked at, and it weighs less than what a runtime or a tool
// said.
#pragma once

#include "task_agent/trace/grammar.hpp"

namespace task_agent::trace {

[[nodiscard]] std::optional<start_point> find_script_words_start(start_context const& context);
[[nodiscard]] std::unique_ptr<grammar> make_script_words_grammar();

inline constexpr grammar_entry script_words_grammar = {
    {{}, {}, {}, true}, find_script_words_start, make_script_words_grammar};

}  // namespace task_agent::trace

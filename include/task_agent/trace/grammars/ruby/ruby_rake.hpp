// What rake, and Rails and Capistrano as it does, say of a task that they give up:
//
//   rake aborted!
//   ShopError: no nut                        a RuntimeError without its class
//   /app/Rakefile:3:in `block in <top (required)>'
//
//   Caused by:
//   KeyError: key not found: "nut"
//   /app/Rakefile:2:in `fetch'
//   Tasks: TOP => sell
//   (See full trace by running task with --trace)
//
// The block is what was raised, its frames and causes. That a command of a task failed is a summary.
#pragma once

#include "task_agent/trace/grammar.hpp"

namespace task_agent::trace {

[[nodiscard]] std::optional<start_point> find_ruby_rake_start(start_context const& context);
[[nodiscard]] std::unique_ptr<grammar> make_ruby_rake_grammar();

inline constexpr std::string_view ruby_rake_openings[] = {"(See full trace"};
// of a frame, where rake was asked for all
inline constexpr std::string_view ruby_rake_endings[] = {">'"};

inline constexpr grammar_entry ruby_rake_grammar = {
    {ruby_rake_openings, ruby_rake_endings, {}}, find_ruby_rake_start, make_ruby_rake_grammar};

}  // namespace task_agent::trace

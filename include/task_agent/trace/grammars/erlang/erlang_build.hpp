// What Erlang's compiler complains of: "shop.erl:3:5: syntax error before: ok" with the source drawn below
// it, for escript and rebar3 as well.
#pragma once

#include "task_agent/trace/grammar.hpp"

namespace task_agent::trace {

[[nodiscard]] std::optional<start_point> find_erlang_build_start(start_context const& context);
[[nodiscard]] std::unique_ptr<grammar> make_erlang_build_grammar();

// the drawn source, and rebar3's words
inline constexpr std::string_view erlang_build_openings[] = {"% ", "%%", "===> "};

inline constexpr std::string_view erlang_build_endings[] = {"d)"};

inline constexpr std::string_view erlang_build_inner[] = {": syntax error", "ipt: "};

inline constexpr grammar_entry erlang_build_grammar = {
    {erlang_build_openings, erlang_build_endings, erlang_build_inner},
    find_erlang_build_start,
    make_erlang_build_grammar};

}  // namespace task_agent::trace

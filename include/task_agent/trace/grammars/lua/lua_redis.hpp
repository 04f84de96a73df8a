// What Redis answers when a script in Lua failed, as its clients print it:
//
//   ERR user_script:5: no nut script: 6c236027..., on @user_script:5.                    since Redis 7
//   (error) ERR Error running script (call to f_6c236027...): @user_script:5: no nut     before
//
// A notice: a client may go on.
#pragma once

#include "task_agent/trace/grammar.hpp"

namespace task_agent::trace {

[[nodiscard]] std::optional<start_point> find_lua_redis_start(start_context const& context);
[[nodiscard]] std::unique_ptr<grammar> make_lua_redis_grammar();

inline constexpr std::string_view lua_redis_openings[] = {"ERR ", "(error) "};

inline constexpr grammar_entry lua_redis_grammar = {
    {lua_redis_openings, {}, {}}, find_lua_redis_start, make_lua_redis_grammar};

}  // namespace task_agent::trace

// What Haskell's http-client raises, as it is shown: the request field by field, and below it what went
// wrong.
//
//   app: HttpExceptionRequest Request {
//     host                 = "mill.example"
//     ...
//   }
//    (ConnectionFailure Network.Socket.connect: <socket: 11>: does not exist (Connection refused))
#pragma once

#include "task_agent/trace/grammar.hpp"

namespace task_agent::trace {

[[nodiscard]] std::optional<start_point> find_haskell_http_start(start_context const& context);
[[nodiscard]] std::unique_ptr<grammar> make_haskell_http_grammar();

inline constexpr std::string_view haskell_http_openings[] = {"HttpExceptionRequest Request {"};
// of the same behind a program's name
inline constexpr std::string_view haskell_http_endings[] = {"t {"};

inline constexpr grammar_entry haskell_http_grammar = {
    {haskell_http_openings, haskell_http_endings, {}}, find_haskell_http_start, make_haskell_http_grammar};

}  // namespace task_agent::trace

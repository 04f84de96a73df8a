// Why a server does not start, where the word of the whole is another line:
//
//   Message from VCC-compiler:                        Varnish, with the place and the source below the words
//   Expected return action name.
//   ('/etc/x.vcl' Line 5 Pos 13)
//
//   (configfile.c.1878) source: /etc/x.conf line: 4 pos: 17 no such option        lighttpd
//
//   ERROR invalid value "x" for parameter y           PgBouncer
//   FATAL cannot load config file
//
// Notices.
#pragma once

#include "task_agent/trace/grammar.hpp"

namespace task_agent::trace {

[[nodiscard]] std::optional<start_point> find_server_start(start_context const& context);
[[nodiscard]] std::unique_ptr<grammar> make_server_start_grammar();

inline constexpr std::string_view server_start_openings[] = {"Message from VCC-compiler:"};
inline constexpr std::string_view server_start_conf_openings[] = {"(configfile.c."};
inline constexpr std::string_view server_start_fatal_openings[] = {"FATAL cannot load config file"};

inline constexpr grammar_entry server_start_grammar = {
    {server_start_openings, {}, {}}, find_server_start, make_server_start_grammar};
inline constexpr grammar_entry server_start_conf_grammar = {
    {server_start_conf_openings, {}, {}}, find_server_start, make_server_start_grammar};
inline constexpr grammar_entry server_start_fatal_grammar = {
    {server_start_fatal_openings, {}, {}}, find_server_start, make_server_start_grammar};

}  // namespace task_agent::trace

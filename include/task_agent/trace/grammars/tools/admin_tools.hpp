// What tools for packages, sources and archives print with a mark of their own:
//
//   E: Unable to locate package nut                       apt, with further lines of it
//   dpkg: error processing archive a.deb (--install):     dpkg, with the reason below it
//   svn: E170013: Unable to connect to a repository       Subversion, with what caused it below
//   zip error: Nothing to do! (a.zip)                     zip
//
// Notices: scripts go on after most of them.
#pragma once

#include "task_agent/trace/grammar.hpp"

namespace task_agent::trace {

[[nodiscard]] std::optional<start_point> find_admin_tools_start(start_context const& context);
[[nodiscard]] std::unique_ptr<grammar> make_admin_tools_grammar();

inline constexpr std::string_view admin_tools_openings[] = {"E: ", "svn: E"};
// "error processing", "zip error: "
inline constexpr std::string_view admin_tools_inner[] = {"ror ", "ror:"};

inline constexpr grammar_entry admin_tools_grammar = {
    {admin_tools_openings, {}, admin_tools_inner}, find_admin_tools_start, make_admin_tools_grammar};

}  // namespace task_agent::trace

// Erlang's errors, as its shell, escript, its loggers and its boot code print them: "escript: exception
// error:
// ..." and "** exception exit: ..." with "in function" lines; "=ERROR REPORT====" and "=CRASH REPORT====" of
// processes, servers and state machines, with a reason that is a term over several lines; "init terminating
// in do_boot" and "Kernel pid terminated". A report of a process need not end its node; a supervisor's only
// tells of another.
#pragma once

#include "task_agent/trace/grammar.hpp"

namespace task_agent::trace {

[[nodiscard]] std::optional<start_point> find_erlang_start(start_context const& context);
[[nodiscard]] std::unique_ptr<grammar> make_erlang_grammar();

inline constexpr std::string_view erlang_openings[] = {
    "** ",           "=ERROR",  "=CRASH",     "=SUPERVISOR",     "escript: ",
    "eheap_alloc: ", "heart: ", "Kernel pid", "could not start", "exception "};
// of "init terminating in do_boot ({undef,...})", and of the head of a report "... error:"
inline constexpr std::string_view erlang_endings[] = {"})", "r:", "l:"};

inline constexpr std::string_view erlang_inner[] = {"t value:", " terminating", "ipt: "};

inline constexpr grammar_entry erlang_grammar = {
    {erlang_openings, erlang_endings, erlang_inner}, find_erlang_start, make_erlang_grammar};

}  // namespace task_agent::trace

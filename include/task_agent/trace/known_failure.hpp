// Whether a failure is a known one: the rules of failure_rules.hpp against what is known of an end.
//
// Which rule counts, when several fit: one that is no consequence of something else (the output tells of
// consequences only where no trace tells a reason); one of the user's file
// before the compiled-in ones; the place that speaks most clearly (what was raised, its trace, the last
// lines, the end); the order of the file. A compiled-in rule whose id stands in the user's file is left out.
//
// Time is linear in the evidence, which is bounded here: 64 KiB each of trace and message, 120 lines and 32
// KiB of each stream, 4 KiB of a line. A pattern is searched only when the evidence has all its trigrams, so
// that the rules that do not apply cost next to nothing. Pure; any thread.
#pragma once

#include "task_agent/core/exit_status.hpp"
#include "task_agent/core/failure.hpp"
#include "task_agent/trace/failure_rules.hpp"

#include <optional>
#include <string_view>

namespace task_agent::trace {

// All borrowed, masked plain text. Empty where something is not known.
struct failure_evidence {
    failure_reason reason = failure_reason::exit_code;
    std::optional<exit_status> exit;
    std::string_view known_cause;  // what the agent knows by itself, such as why a start failed
    bool has_exception = false;    // a trace tells the cause: the next eight are its own
    bool is_notice = false;        // it is a line of a tool: the last lines say as much
    bool is_reason = false;        // it follows from nothing else: what others complain of is none of its
    bool is_raised = false;        // by a program, with its stack: what the code alone would say is not so
    std::string_view type;
    std::string_view message;     // may have several lines
    std::string_view cause_line;  // "ValueError: bad thing", as printed
    std::string_view root_line;   // what that was caused by, as printed; empty where it says nothing new
    std::string_view trace;
    std::string_view err_tail;  // whole lines
    std::string_view out_tail;
};

inline constexpr std::size_t ending_lines = 8;  // of each stream, blank ones not counted
inline constexpr std::size_t output_lines = 120;

// Borrowed from the rules, `line` from the evidence.
struct known_failure {
    std::string_view rule;
    std::string_view category;
    std::string_view hint;
    std::string_view retryable;
    std::string_view line;  // of the output, the newest that the rule knows; empty where something else told
};

// `own` are the user's rules, or null.
[[nodiscard]] std::optional<known_failure> find_failure(failure_rules const& builtin,
                                                        failure_evidence const& evidence,
                                                        failure_rules const* own = nullptr);

}  // namespace task_agent::trace

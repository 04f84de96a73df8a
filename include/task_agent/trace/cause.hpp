// Which of the traces ended the process, and the one sentence that says why it failed (contract 3: message).
//
// First by what a trace is (trace/trace_weight): one that ended its process before one that somebody caught,
// before what follows from another's end, before the table of a launcher. In one source the last of the best
// counts, because what came earlier was survived; between sources (ranks) the first, because the others fell
// over it; a launcher that names the rank that failed first is believed. stderr goes before stdout unless
// stdout's is clearly later. A signal that no trace explains (SIGSEGV, SIGKILL) is a cause of its own, and an
// old trace is not blamed for it.
#pragma once

#include "task_agent/core/failure.hpp"
#include "task_agent/trace/trace.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace task_agent::trace {

inline constexpr std::size_t message_limit = 300;     // bytes (contract 3)
inline constexpr std::size_t last_output_limit = 16;  // lines (contract 3)

// All borrowed. Traces are in the order in which they began, tails are plain text of whole lines.
struct end_facts {
    failure_reason reason = failure_reason::exit_code;
    std::optional<exit_status> exit;  // none when it never started, or when nobody knows (an old log)
    std::string_view known_cause;  // what the agent knows by itself, such as why a start failed; else empty
    std::span<found_trace const> err_traces;
    std::span<found_trace const> out_traces;
    std::span<found_trace const>
        rank_traces;  // by files and tables that name their rank, also told elsewhere
    std::string_view err_tail;
    std::string_view out_tail;
    time_point ended_at{};
};

struct cause {
    std::string message;                      // one line, at most message_limit bytes of valid UTF-8
    found_trace const* trace = nullptr;       // the one that tells why, inside end_facts, or none
    std::optional<int> rank;                  // that printed it, as its lines or a launcher say
    std::vector<found_trace const*> related;  // printed shortly before it, oldest first, without it
    std::vector<std::string> last_output;     // stdout's lines before stderr's, each oldest first
    bool ends_well = false;                   // nobody knows how it ended, and its last words are of success
};

[[nodiscard]] cause choose_cause(end_facts const& facts);

// The message where no trace tells why, but a line of the output does.
[[nodiscard]] std::string message_of_line(end_facts const& facts, std::string_view line);

}  // namespace task_agent::trace

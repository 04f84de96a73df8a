// The failure report for people (contract 3): the last thing on stderr, and the termination log.
//
// A headline, as much of the end of the stack as fits, what to do about it, and the cause as the last line,
// because docker's and the subprocess backend's error_stack is the tail of the output. Headline, hint and
// cause carry the prefix of the agent's own messages; the lines of the stack stand as they were printed, so
// that they still read as a trace.
#pragma once

#include "task_agent/core/failure.hpp"

#include <cstddef>
#include <string>
#include <string_view>

namespace task_agent {

inline constexpr std::size_t report_tail_bytes = 2048;  // contract 3 says characters; bytes are never fewer
inline constexpr std::size_t report_tail_lines = 80;
inline constexpr std::size_t termination_log_bytes = 4096;

// Ends with '\n'. Starts with one when the stream is not at the start of a line.
[[nodiscard]] std::string report_tail(failure_report const& report, bool is_at_line_start);

// The same for the termination log, longer and without prefixes. Its first line names the cause too:
// Kubernetes shows the message from its start.
[[nodiscard]] std::string termination_summary(failure_report const& report);

// What a person calls a command: "train.py" for "/usr/bin/python3 -u jobs/train.py --lr 1e-4".
[[nodiscard]] std::string short_command(std::string_view command);

}  // namespace task_agent

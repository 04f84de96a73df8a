// A file that a runtime left, as a trace: trimmed to what a person needs, read by the same grammars as the
// output.
//
// The text of each begins with a line that names the file and says what was left out. Texts that come in are
// masked already. Pure; linear.
#pragma once

#include "task_agent/core/runtime_file.hpp"
#include "task_agent/trace/trace.hpp"

#include <optional>
#include <string_view>

namespace task_agent::trace {

// hs_err_pid.log: command line, thread, signal, Java frames, then what the JVM also prints, and the native
// frames, which hold the Java ones where the stack could be walked. `text` is plain; `is_cut` = it is only
// the head of the file. Nothing when it is no such file.
[[nodiscard]] std::optional<found_trace> read_jvm_crash(std::string_view name, std::string_view text,
                                                        bool is_cut);

// Nothing when the report was asked for (a signal, a call) rather than caused by a failure.
[[nodiscard]] std::optional<found_trace> read_node_report(std::string_view name, node_report const& report);

[[nodiscard]] found_trace read_torch_error(std::string_view name, torch_error const& error);

// Whether two traces tell of the same failure: same language, type and message.
[[nodiscard]] bool is_same_failure(found_trace const& a, found_trace const& b) noexcept;

}  // namespace task_agent::trace

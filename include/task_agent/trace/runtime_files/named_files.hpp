// Which files of a runtime's a text speaks of, and which names such files have. Pure; linear.
#pragma once

#include "task_agent/core/runtime_file.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace task_agent::trace {

struct named_file {
    runtime_file_kind kind = runtime_file_kind::torch_error;
    std::string path;         // absolute, or below a folder that the text does not name
    std::optional<int> rank;  // the one that torchrun's table says it belongs to
};

inline constexpr std::size_t most_named_files = 8;

// Adds what the lines of the text name, each path once; of more than most_named_files the last ones stay:
// torchrun's table has the rank that failed first at its end.
//   the JVM's "# An error report file with more information is saved as:" and the line below it,
//   Node's "Writing Node.js report to file: report.json", torchrun's "error_file: /path/error.json"
void find_named_files(std::string_view text, std::vector<named_file>& named);

// Names that runtimes make up by themselves.
[[nodiscard]] bool is_jvm_crash_name(std::string_view name) noexcept;    // hs_err_pid123.log
[[nodiscard]] bool is_node_report_name(std::string_view name) noexcept;  // report.DATE.TIME.PID.TID.SEQ.json

}  // namespace task_agent::trace

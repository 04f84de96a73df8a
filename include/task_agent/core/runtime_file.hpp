// Files that runtimes leave when they fail: which there are, and what stands in those that are JSON.
//
// Plain values; any thread.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace task_agent {

enum class runtime_file_kind {
    torch_error,  // named by TORCHELASTIC_ERROR_FILE; torchrun gives each rank one, and its table names it
    jvm_crash,    // hs_err_pid123.log
    node_report,  // report.20261126.150939.123.0.001.json
};

// What torch's `record` writes of an exception that it saw pass.
struct torch_error {
    std::string message;    // "ValueError: bad", of one or more lines
    std::string callstack;  // a traceback as Python prints it, or empty
    bool is_cut = false;    // the end of the file is missing, and with it that of the last text
};

// Node's diagnostic report, the part that tells why it was written.
struct node_report {
    std::string event;    // "Exception", "Allocation failed - JavaScript heap out of memory"
    std::string trigger;  // "Exception", "FatalError", "OOMError", "Signal", "API", ...
    std::vector<std::string> command_line;
    std::string message;             // of the JavaScript stack: the thrown value, or where it was thrown
    std::vector<std::string> stack;  // its lines, without their margin
    std::vector<std::string> native_frames;  // innermost first
};

}  // namespace task_agent

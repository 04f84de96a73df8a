// Why a workload failed: the facts of error_details, error_stack and the report on stderr (contract 3).
//
// Built once at the end of a run. Every text is valid UTF-8 and already masked. Plain values; any thread.
#pragma once

#include "task_agent/core/exit_status.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace task_agent {

enum class failure_reason {
    exit_code,           // ended by itself with a code that is not 0
    signal,              // killed by a signal nobody here sent
    oom_killed,          // the kernel's out-of-memory killer, proven by the cgroup's counter
    start_failed,        // never ran
    stopped_externally,  // a signal stopped it, and the platform had not asked for it
    timeout,             // --timeout
    stalled,             // nothing moved for --stall-timeout
    unkillable,          // the tree outlived SIGKILL
    agent_failed,        // this program failed
};

[[nodiscard]] std::string_view to_text(failure_reason reason) noexcept;

struct stack_frame {
    std::string file;
    int line = 0;  // 0 = not known
    std::string function;
    std::uint32_t left_out = 0;                     // frames beside it that there was no room for
    std::optional<bool> is_library = std::nullopt;  // of a runtime or a library, where somebody has looked
};

struct chained_exception {
    std::string type;
    std::string message;
};

// A trace that was found in the output, in the order its runtime printed it.
struct exception_info {
    std::string language;
    std::string type;
    std::string message;
    std::optional<int> rank;
    std::vector<stack_frame> frames;       // outermost first, as Python prints them
    std::vector<chained_exception> chain;  // the other exceptions of the same trace, first raised first
};

struct resource_usage {
    double wall_seconds = 0;
    double user_seconds = 0;
    double system_seconds = 0;
    std::uint64_t max_rss_bytes = 0;
    std::optional<std::uint64_t> memory_peak_bytes;
    std::optional<std::uint64_t> memory_limit_bytes;
};

struct failure_report {
    std::string message;  // the cause in one line, at most 300 bytes
    failure_reason reason = failure_reason::exit_code;
    std::optional<exit_status> exit;  // none when it never started
    std::optional<exception_info> exception;
    std::string category;         // of a known failure, or empty
    std::string hint;             // what to do about it, or empty
    std::string retryable;        // yes, no, unknown, or empty
    std::uint64_t oom_kills = 0;  // processes of the run that the kernel killed for want of memory
    std::optional<resource_usage> usage;
    std::vector<std::string> last_output;  // 16 lines at most, oldest first
    std::string command;
    std::string host;
    std::string agent_version;
    std::map<std::string, std::uint64_t> lost;  // what was dropped or cut, counted; only entries > 0
    std::string stack;                          // what error_stack will be; at most its limit
    std::string cause_line;  // as the stack's last trace holds it; empty where there is no trace
};

}  // namespace task_agent

// Once, at the end: from what was seen to the failure report (contract 3).
//
// Control thread, after both streams were finished.
#pragma once

#include "task_agent/base/clock.hpp"
#include "task_agent/core/failure.hpp"
#include "task_agent/core/memory_facts.hpp"
#include "task_agent/logic/secret_set.hpp"
#include "task_agent/run/output_watch.hpp"
#include "task_agent/run/runtime_files.hpp"
#include "task_agent/trace/failure_rules.hpp"

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace task_agent {

struct end_of_workload {
    failure_reason reason = failure_reason::exit_code;
    std::optional<exit_status> exit;  // none when it never started
    std::string known_cause;  // what the agent knows by itself, such as why a start failed; else empty
    std::string evidence;     // where everything waited, when the workload did not move; masked, or empty
    std::vector<std::string> command;
    std::string host;
    std::optional<resource_usage> usage;
    memory_facts memory;                        // what is known; nothing before the start
    std::map<std::string, std::uint64_t> lost;  // counted by the pumps and the console; zeros are left out
    secret_set const* secrets = nullptr;  // masked where it is not in the output, which is masked already
    trace::failure_rules const* own_rules = nullptr;  // of known failures, before the compiled-in ones
    runtime_files files;                              // what runtimes left beside the output
    std::size_t stack_limit = 0;
    time_point ended_at{};
};

[[nodiscard]] failure_report diagnose(end_of_workload const& end, output_watch const& out,
                                      output_watch const& err);

// The command as a person would type it, without secrets, cut at 1,024 bytes.
[[nodiscard]] std::string command_text(std::vector<std::string> const& argv,
                                       secret_set const* secrets = nullptr);

// Own and reaped children's times of this process are the workload's, as far as they go (getrusage(2)).
[[nodiscard]] resource_usage usage_of_children(duration wall);

}  // namespace task_agent

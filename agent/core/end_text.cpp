#include "task_agent/core/end_text.hpp"

#include <csignal>

namespace task_agent {
namespace {

std::string code_text(int code) {
    std::string text = "exit code " + std::to_string(code);
    // Shells and launchers hand a child's death by signal on as 128 + N (contract 1), the two lowest codes of
    // a program that was not run as 126 and 127.
    if (code == 126) return text + " (found but not runnable)";
    if (code == 127) return text + " (command not found)";
    if (code > 128 && code <= 128 + SIGSYS) return text + " (128 + " + signal_name(code - 128) + ")";
    return text;
}

std::string exit_text(exit_status const& exit) {
    if (exit.signal == 0) return code_text(exit.code);
    return "killed by " + signal_name(exit.signal) + (exit.core_dumped ? " (core dumped)" : "");
}

}  // namespace

std::string end_text(failure_reason reason, std::optional<exit_status> const& exit) {
    std::string const how = exit ? exit_text(*exit) : std::string();
    std::string const behind = how.empty() ? std::string() : " (" + how + ")";
    switch (reason) {
        case failure_reason::exit_code:
        case failure_reason::signal:
            return how.empty() ? "ended in an unknown way" : how;
        case failure_reason::oom_killed:
            return "out of memory, killed by the kernel";
        case failure_reason::start_failed:
            return "could not be started";
        case failure_reason::stopped_externally:
            return "stopped from outside" + behind;
        case failure_reason::timeout:
            return "stopped at its time limit" + behind;
        case failure_reason::stalled:
            return "stopped because nothing moved" + behind;
        case failure_reason::unkillable:
            return "still there after SIGKILL";
        case failure_reason::agent_failed:
            return "task-agent itself failed";
    }
    return how;
}

}  // namespace task_agent

#include "task_agent/logic/agent_death.hpp"

#include "task_agent/core/end_text.hpp"

#include <cstdint>

namespace task_agent {
namespace {

std::uint64_t proven_kills(run_started const& start, machine_facts const& now) {
    if (!start.memory || !now.memory || start.boot_id.empty() || start.boot_id != now.boot_id) return 0;
    auto const& before = *start.memory;
    auto const& after = *now.memory;
    if (before.device != after.device || before.inode != after.inode || after.kills <= before.kills) return 0;
    return after.kills - before.kills;
}

std::string text_of_end(journal_section const& section) {
    if (section.exit) {
        return "the agent was killed after the command had ended (" +
               end_text(failure_reason::exit_code, section.exit) + ")";
    }
    if (!section.has_workload) return "the agent was killed while it started the command";
    std::string text = "the agent was killed";
    if (!section.stop.empty()) text += " while it stopped the command (" + section.stop + ")";
    return text + ": how the command ended is not known";
}

}  // namespace

failure_report report_agent_death(journal_section const& section, machine_facts const& now) {
    failure_report report;
    report.reason = failure_reason::agent_failed;
    report.message = text_of_end(section);
    report.exit = section.exit;
    if (!section.start) return report;
    report.host = section.start->host;
    report.agent_version = section.start->agent_version;
    report.retryable = "unknown";
    auto const kills = proven_kills(*section.start, now);
    if (kills > 0) {
        report.reason = failure_reason::oom_killed;
        report.message = "out of memory: the kernel killed " + std::to_string(kills) +
                         (kills == 1 ? " process" : " processes") + " of the run, and " + report.message;
        report.category = "out_of_memory";
        report.hint = "raise the memory limit, or use less (smaller batches, fewer workers)";
        report.oom_kills = kills;
    }
    // a stack says where to look: whose death it was, and since when nothing is known
    report.stack = report.message + "\nagent " + std::to_string(section.start->agent_pid) + " on " +
                   section.start->host + ", run " + section.run + ", began " + section.began + "\n";
    return report;
}

}  // namespace task_agent

#include "task_agent/logic/unkillable_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

namespace task_agent {
namespace {

constexpr std::size_t most_named = 4;

// proc(5); what each means for somebody who wonders why SIGKILL does nothing.
std::string_view meaning_of(char state) {
    switch (state) {
        case 'D':
            return "waits in the kernel";
        case 't':
            return "held by a debugger";
        case 'T':
            return "stopped";
        case 'R':
            return "running";
        case 'S':
        case 'I':
            return "sleeping";
        default:
            return "in an unusual state";
    }
}

std::string text_of(stuck_process const& p) {
    std::string text = fmt::format("{} ({}) {}, state {}", p.pid, p.name, meaning_of(p.state), p.state);
    if (!p.wait_channel.empty()) text += fmt::format(", at {}", p.wait_channel);
    if (p.system_call) text += fmt::format(", system call {}", *p.system_call);
    return text;
}

}  // namespace

std::string unkillable_text(std::vector<stuck_process> const& processes) {
    if (processes.empty()) return "not ended 5 s after SIGKILL";
    std::string text = "not ended 5 s after SIGKILL: process ";
    auto const named = std::min(processes.size(), most_named);
    for (std::size_t i = 0; i < named; ++i)
        text += (i == 0 ? "" : "; process ") + text_of(processes[i]);
    if (processes.size() > named) text += fmt::format("; and {} more", processes.size() - named);
    return text;
}

}  // namespace task_agent

#include "task_agent/os/stuck_process.hpp"

#include "task_agent/os/process.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <string_view>

namespace task_agent::os {
namespace {

// A tree that forks while it is read must not keep us here.
constexpr std::size_t most_processes = 256;

std::string read(pid_t pid, char const* file) {
    auto text = read_small_file(fmt::format("/proc/{}/{}", pid, file).c_str()).value_or("");
    while (text.ends_with('\n'))
        text.pop_back();
    return text;
}

std::optional<long> system_call(pid_t pid) {
    auto const text = read(pid, "syscall");  // "35 0x7ffd...", "-1 ...", or "running"
    long number = 0;
    auto const [end, ec] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (ec != std::errc() || number < 0) return std::nullopt;
    return number;
}

void add_children(std::vector<pid_t>& pids, pid_t parent) {
    auto const text = read(parent, fmt::format("task/{}/children", parent).c_str());
    for (std::string_view rest = text; !rest.empty();) {
        pid_t pid = 0;
        auto const [end, ec] = std::from_chars(rest.data(), rest.data() + rest.size(), pid);
        if (ec != std::errc()) return;
        if (std::ranges::find(pids, pid) == pids.end()) pids.push_back(pid);
        rest.remove_prefix(static_cast<std::size_t>(end - rest.data()));
        rest.remove_prefix(std::min(rest.find_first_not_of(' '), rest.size()));
    }
}

}  // namespace

std::vector<stuck_process> look_at_stuck(std::vector<pid_t> roots) {
    std::vector<stuck_process> stuck;
    for (std::size_t i = 0; i < roots.size() && i < most_processes; ++i) {
        pid_t const pid = roots[i];
        auto const stat = read_stat(pid);
        if (!stat || stat->state == 'X') continue;
        add_children(roots, pid);
        if (stat->state == 'Z') continue;
        stuck_process p;
        p.pid = pid;
        p.name = read(pid, "comm");
        p.state = stat->state;
        p.wait_channel = read(pid, "wchan");
        if (p.wait_channel == "0") p.wait_channel.clear();
        p.system_call = system_call(pid);
        stuck.push_back(std::move(p));
    }
    return stuck;
}

}  // namespace task_agent::os

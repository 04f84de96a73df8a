#include "task_agent/os/process_tree.hpp"

#include "task_agent/os/pidfd.hpp"
#include "task_agent/os/process.hpp"

#include <fmt/format.h>

#include <dirent.h>
#include <unistd.h>

#include "number_list.hpp"
#include <algorithm>
#include <csignal>
#include <cstdint>
#include <memory>
#include <utility>

namespace task_agent::os {
namespace {

// Each look costs its victims one generation at least; a tree of ordinary depth takes two.
constexpr int most_looks = 100;

bool contains(std::span<pid_t const> pids, pid_t pid) noexcept {
    return std::find(pids.begin(), pids.end(), pid) != pids.end();
}

// Up the line of parents; each step is read anew, so that a line that changes under us ends the walk at
// worst.
bool is_below_self(pid_t pid) {
    pid_t const self = ::getpid();
    // a line of parents cannot be longer than there are processes; a loop is impossible, a race is not
    for (int steps = 0; steps < 1 << 16; ++steps) {
        auto const stat = read_stat(pid);
        if (!stat || stat->parent <= 0) return false;
        if (stat->parent == self) return true;
        pid = stat->parent;
    }
    return false;
}

bool has_ended(process_stat const& stat) noexcept {
    return stat.state == 'Z' || stat.state == 'X';
}

}  // namespace

std::vector<pid_t> children_of(pid_t pid) {
    std::vector<pid_t> children;
    auto const folder = fmt::format("/proc/{}/task", pid);
    std::unique_ptr<DIR, int (*)(DIR*)> const tasks(::opendir(folder.c_str()), ::closedir);
    if (!tasks) return children;
    while (dirent const* entry = ::readdir(tasks.get())) {
        if (entry->d_name[0] == '.') continue;
        auto const text = read_small_file(fmt::format("{}/{}/children", folder, entry->d_name).c_str());
        if (text)
            for_each_number(*text, [&](long long child) { children.push_back(static_cast<pid_t>(child)); });
    }
    return children;
}

std::vector<pid_t> children_of_self() {
    return children_of(::getpid());
}

bool can_list_children() noexcept {
    return ::access("/proc/thread-self/children", R_OK) == 0;
}

std::vector<pid_t> descendants_of_self(std::span<pid_t const> except) {
    auto found = children_of_self();
    std::erase_if(found, [&](pid_t pid) { return contains(except, pid); });
    // the list grows while it is walked: breadth first
    for (std::size_t i = 0; i < found.size(); ++i) {
        for (pid_t const child : children_of(found[i])) {
            // somebody who moved up while we looked would come twice
            if (!contains(found, child) && !contains(except, child)) found.push_back(child);
        }
    }
    return found;
}

bool signal_descendant(pid_t pid, int signal) noexcept {
    auto const opened = open_pidfd(pid);
    return opened && is_below_self(pid) && send_signal(*opened, signal);
}

bool kill_descendants(std::span<pid_t const> except) {
    std::vector<std::pair<pid_t, std::uint64_t>> sent;  // with the start time: a number may come back
    for (int look = 0; look < most_looks; ++look) {
        bool was_quiet = true;
        for (pid_t const pid : descendants_of_self(except)) {
            auto const stat = read_stat(pid);
            if (!stat || has_ended(*stat)) continue;
            std::pair const victim(pid, stat->start_ticks);
            if (std::find(sent.begin(), sent.end(), victim) != sent.end()) continue;
            was_quiet = false;
            // one whose parent ends just now cannot be told from a stranger: the next look can
            if (signal_descendant(pid, SIGKILL)) sent.push_back(victim);
        }
        if (was_quiet) return true;
    }
    return false;
}

}  // namespace task_agent::os

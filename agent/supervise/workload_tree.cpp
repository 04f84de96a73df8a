#include "task_agent/supervise/workload_tree.hpp"

#include "task_agent/os/process.hpp"
#include "task_agent/os/process_tree.hpp"

#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <utility>

namespace task_agent {
namespace {

bool contains(std::vector<pid_t> const& pids, pid_t pid) {
    return std::find(pids.begin(), pids.end(), pid) != pids.end();
}

}  // namespace

workload_tree::workload_tree(child& first, std::optional<os::child_cgroup> cgroup,
                             std::vector<pid_t> not_ours)
    : first_(&first), cgroup_(std::move(cgroup)), not_ours_(std::move(not_ours)) {}

std::vector<pid_t> workload_tree::leftovers() {
    for (;;) {
        auto alive = os::children_of_self();
        bool has_reaped = false;
        std::erase_if(alive, [this, &has_reaped](pid_t pid) {
            if (pid == first_->pid() || contains(not_ours_, pid)) return true;
            bool const has_ended = os::reap(pid).has_value();
            has_reaped = has_reaped || has_ended;
            return has_ended;
        });
        // who ended after the list was read may have left us children that it lacks
        if (!has_reaped || !alive.empty()) return alive;
    }
}

std::vector<pid_t> workload_tree::processes() const {
    auto all = os::descendants_of_self(not_ours_);
    // without a list of children it is all that is known
    if (all.empty()) all.push_back(first_->pid());
    return all;
}

void workload_tree::terminate() {
    if (terminated_.empty()) {
        first_->signal_group(SIGTERM);
        // a stopped process acts on the signal only once it is continued
        first_->signal_group(SIGCONT);
        terminated_.push_back(first_->pid());
    }
    for (pid_t const pid : os::descendants_of_self(not_ours_)) {
        if (contains(terminated_, pid)) continue;
        terminated_.push_back(pid);
        auto const stat = os::read_stat(pid);
        if (!stat || stat->group == first_->pid()) continue;
        os::signal_descendant(pid, SIGTERM);
        os::signal_descendant(pid, SIGCONT);
    }
}

void workload_tree::kill() {
    first_->signal_group(SIGKILL);
    if (cgroup_) cgroup_->kill();
    // also where there is a cgroup: whoever may write cgroups can have left it
    if (os::can_list_children()) {
        os::kill_descendants(not_ours_);
    } else if (::getpid() == 1) {
        ::kill(-1, SIGKILL);  // everybody in our namespace but us (kill(2))
    }
}

void reap_orphans(pid_t first) {
    for (;;) {
        auto const ended = os::peek_ended_child();
        if (!ended) return;
        if (*ended == first) break;
        (void)os::reap(*ended);
    }
    // the first process is a zombie and hides what ended after it: go by the list
    for (pid_t const pid : os::children_of_self()) {
        if (pid != first) (void)os::reap(pid);
    }
}

}  // namespace task_agent

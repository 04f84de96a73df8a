#include "task_agent/logic/stall_text.hpp"

#include "task_agent/base/duration_text.hpp"
#include "task_agent/base/plain_text.hpp"
#include "task_agent/base/utf8.hpp"

#include <fmt/format.h>

#include <sys/syscall.h>

#include <algorithm>
#include <cmath>
#include <utility>

namespace task_agent {
namespace {

constexpr std::size_t command_limit = 256;
// From here on a process is busy rather than waiting.
constexpr double busy_share = 0.5;

// Those that programs wait in; any other is told by its number.
constexpr std::pair<long, std::string_view> waiting_calls[] = {
    {SYS_read, "read"},
    {SYS_write, "write"},
    {SYS_futex, "futex"},
    {SYS_ppoll, "ppoll"},
    {SYS_pselect6, "pselect6"},
    {SYS_epoll_pwait, "epoll_pwait"},
    {SYS_clock_nanosleep, "clock_nanosleep"},
    {SYS_nanosleep, "nanosleep"},
    {SYS_wait4, "wait4"},
    {SYS_waitid, "waitid"},
    {SYS_accept, "accept"},
    {SYS_accept4, "accept4"},
    {SYS_connect, "connect"},
    {SYS_recvfrom, "recvfrom"},
    {SYS_recvmsg, "recvmsg"},
    {SYS_sendto, "sendto"},
    {SYS_sendmsg, "sendmsg"},
    {SYS_flock, "flock"},
    {SYS_fcntl, "fcntl"},
    {SYS_fsync, "fsync"},
    {SYS_fdatasync, "fdatasync"},
    {SYS_openat, "openat"},
    {SYS_newfstatat, "newfstatat"},
    {SYS_ioctl, "ioctl"},
    {SYS_readv, "readv"},
    {SYS_writev, "writev"},
    {SYS_pread64, "pread64"},
    {SYS_pwrite64, "pwrite64"},
    {SYS_rt_sigtimedwait, "rt_sigtimedwait"},
    {SYS_rt_sigsuspend, "rt_sigsuspend"},
    {SYS_io_getevents, "io_getevents"},
    {SYS_msgrcv, "msgrcv"},
    {SYS_semtimedop, "semtimedop"},
#ifdef SYS_poll  // not on arm64
    {SYS_poll, "poll"},
    {SYS_select, "select"},
    {SYS_epoll_wait, "epoll_wait"},
    {SYS_pause, "pause"},
    {SYS_open, "open"},
    {SYS_stat, "stat"},
#endif
};

std::string name_of_call(long number) {
    for (auto const& [call, name] : waiting_calls) {
        if (call == number) return std::string(name);
    }
    return fmt::to_string(number);
}

// proc(5).
std::string_view meaning_of(char state) {
    switch (state) {
        case 'R':
            return "runs";
        case 'S':
        case 'I':
            return "waits";
        case 'D':
            return "waits in the kernel, where no signal reaches it";
        case 'T':
            return "is stopped by a signal";
        case 't':
            return "is held by a debugger";
        default:
            return "is in an unusual state";
    }
}

std::string doing_of(thread_picture const& thread) {
    std::string text(meaning_of(thread.state));
    if (thread.state == 'R') return text;
    if (!thread.wait_channel.empty()) text += ", at " + thread.wait_channel;
    if (thread.system_call) text += ", in the system call " + name_of_call(*thread.system_call);
    return text;
}

bool is_busy(process_picture const& process) noexcept {
    return process.cpu_share >= busy_share;
}

long percent_of(double share) noexcept {
    return std::lround(share * 100);
}

std::string command_of(process_picture const& process) {
    std::string text;
    for (auto const& word : process.command) {
        if (!text.empty()) text += ' ';
        text += word;
        if (text.size() > command_limit) break;
    }
    if (text.empty() && !process.threads.empty()) text = "[" + process.threads.front().name + "]";
    text = to_plain_text(text);
    std::ranges::replace(text, '\n', ' ');
    if (text.size() <= command_limit) return text;
    return std::string(utf8_prefix(text, command_limit)) + " ...";
}

// The first one without children: the others wait for their children, which says nothing.
process_picture const* accused(std::vector<process_picture> const& processes) noexcept {
    for (auto const& one : processes) {
        bool const is_leaf = std::ranges::none_of(
            processes, [&one](process_picture const& other) { return other.parent == one.pid; });
        if (is_leaf) return &one;
    }
    return nullptr;
}

bool wait_alike(thread_picture const& a, thread_picture const& b) noexcept {
    return a.state == b.state && a.wait_channel == b.wait_channel && a.system_call == b.system_call &&
           a.kernel_stack == b.kernel_stack;
}

void add_threads(std::string& text, std::vector<thread_picture> const& threads) {
    std::vector<bool> told(threads.size());
    for (std::size_t i = 0; i < threads.size(); ++i) {
        if (told[i]) continue;
        auto const& thread = threads[i];
        std::size_t alike = 0;
        for (std::size_t k = i + 1; k < threads.size(); ++k) {
            if (told[k] || !wait_alike(thread, threads[k])) continue;
            told[k] = true;
            ++alike;
        }
        text += fmt::format("  thread {} {}{}: {}\n", thread.tid, thread.name,
                            alike > 0 ? fmt::format(" and {} more", alike) : std::string(), doing_of(thread));
        if (!thread.kernel_stack.empty())
            text += fmt::format("    kernel stack: {}\n", fmt::join(thread.kernel_stack, " < "));
    }
}

void add_process(std::string& text, process_picture const& process) {
    text += fmt::format("process {} (parent {}): {}\n", process.pid, process.parent, command_of(process));
    text += fmt::format("  {:.2f} s of CPU in all, {} % of one now\n", process.cpu_seconds,
                        percent_of(process.cpu_share));
    add_threads(text, process.threads);
    if (process.more_threads > 0) text += fmt::format("  {} more threads\n", process.more_threads);
}

}  // namespace

std::string stall_message(stall_facts const& facts) {
    std::string text = fmt::format(
        "{} for {}",
        facts.counts_cpu ? "no output, no report and next to no CPU time" : "no output and no report",
        to_text(facts.limit));
    auto const* one = accused(facts.processes);
    if (!one || one->threads.empty()) return text;
    auto const& main = one->threads.front();
    text += fmt::format(": {} (pid {}) ", main.name, one->pid);
    if (is_busy(*one)) return text + fmt::format("uses {} % of a CPU", percent_of(one->cpu_share));
    return text + doing_of(main);
}

std::string stall_text(stall_facts const& facts) {
    std::string text;
    auto const* const one = accused(facts.processes);
    for (auto const& process : facts.processes) {
        if (&process != one) add_process(text, process);
    }
    if (one) add_process(text, *one);
    return text;
}

}  // namespace task_agent

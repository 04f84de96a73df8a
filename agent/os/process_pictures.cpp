#include "task_agent/os/process_pictures.hpp"

#include "task_agent/base/unique_fd.hpp"
#include "task_agent/os/process.hpp"

#include <fmt/format.h>

#include <dirent.h>
#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <csignal>
#include <memory>
#include <string_view>
#include <thread>

namespace task_agent::os {
namespace {

constexpr std::size_t most_stack_lines = 16;
// The map of a large program has some thousand lines; libraries stand among the first.
constexpr std::size_t most_map_bytes = 4 << 20;
constexpr std::string_view jvm_library = "libjvm.so";
constexpr std::string_view python_library = "libpython";

std::string read(std::string const& path) {
    auto text = read_small_file(path.c_str()).value_or("");
    while (text.ends_with('\n'))
        text.pop_back();
    return text;
}

std::vector<std::string> words_of(std::string_view cmdline) {
    std::vector<std::string> words;
    while (!cmdline.empty()) {
        auto const end = std::min(cmdline.find('\0'), cmdline.size());
        words.emplace_back(cmdline.substr(0, end));
        cmdline.remove_prefix(std::min(end + 1, cmdline.size()));
    }
    return words;
}

// "[<0>] futex_wait_queue+0x6d/0xb0"
std::vector<std::string> functions_of(std::string_view stack) {
    std::vector<std::string> functions;
    while (!stack.empty() && functions.size() < most_stack_lines) {
        auto const end = std::min(stack.find('\n'), stack.size());
        auto line = stack.substr(0, end);
        stack.remove_prefix(std::min(end + 1, stack.size()));
        if (auto const close = line.find("] "); close != std::string_view::npos)
            line.remove_prefix(close + 2);
        line = line.substr(0, line.find('+'));
        if (!line.empty()) functions.emplace_back(line);
    }
    return functions;
}

// "35 0x7ffd...", "-1 ...", or "running"
std::optional<long> number_of_call(std::string_view text) {
    long number = 0;
    auto const [end, ec] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (ec != std::errc() || number < 0) return std::nullopt;
    return number;
}

std::uint64_t caught_signals(std::string_view status) {
    constexpr std::string_view name = "SigCgt:\t";
    auto const at = status.find(name);
    if (at == std::string_view::npos) return 0;
    std::uint64_t mask = 0;
    (void)std::from_chars(status.data() + at + name.size(), status.data() + status.size(), mask, 16);
    return mask;
}

// Whether one of the mapped files has `part` in its name; the map is read piece by piece.
bool maps(pid_t pid, std::string_view part) {
    unique_fd const fd(::open(fmt::format("/proc/{}/maps", pid).c_str(), O_RDONLY | O_CLOEXEC));
    if (!fd) return false;
    std::string seen;  // the end of the piece before, and this one
    std::array<char, 64 * 1024> piece;
    for (std::size_t total = 0; total < most_map_bytes;) {
        auto const n = ::read(fd.get(), piece.data(), piece.size());
        if (n <= 0) return false;
        seen.append(piece.data(), static_cast<std::size_t>(n));
        if (seen.find(part) != std::string::npos) return true;
        seen.erase(0, seen.size() - std::min(seen.size(), part.size()));
        total += static_cast<std::size_t>(n);
    }
    return false;
}

bool is_python(pid_t pid) {
    std::array<char, 4096> path;
    auto const n = ::readlink(fmt::format("/proc/{}/exe", pid).c_str(), path.data(), path.size());
    if (n <= 0) return false;
    std::string_view name(path.data(), static_cast<std::size_t>(n));
    name.remove_prefix(name.rfind('/') + 1);  // npos + 1 = 0
    return name.starts_with("python") || name.starts_with("pypy") || maps(pid, python_library);
}

dump_answer answer_of(process_picture const& process) {
    if (process.catches(SIGQUIT) && maps(process.pid, jvm_library)) return dump_answer::jvm;
    if (process.catches(SIGABRT) && is_python(process.pid)) return dump_answer::python;
    return dump_answer::none;
}

thread_picture picture_thread(std::string const& folder, pid_t tid) {
    thread_picture thread;
    thread.tid = tid;
    thread.name = read(folder + "/comm");
    auto const stat = read(folder + "/stat");
    // the name in brackets may itself hold brackets and blanks
    if (auto const close = stat.rfind(") "); close != std::string::npos && close + 2 < stat.size())
        thread.state = stat[close + 2];
    thread.wait_channel = read(folder + "/wchan");
    if (thread.wait_channel == "0") thread.wait_channel.clear();
    thread.system_call = number_of_call(read(folder + "/syscall"));
    thread.kernel_stack = functions_of(read(folder + "/stack"));
    return thread;
}

std::vector<pid_t> threads_of(pid_t pid) {
    std::vector<pid_t> threads;
    std::unique_ptr<DIR, int (*)(DIR*)> const folder(::opendir(fmt::format("/proc/{}/task", pid).c_str()),
                                                     ::closedir);
    if (!folder) return threads;
    while (dirent const* entry = ::readdir(folder.get())) {
        std::string_view const name(entry->d_name);
        pid_t tid = 0;
        auto const [end, ec] = std::from_chars(name.data(), name.data() + name.size(), tid);
        if (ec == std::errc() && end == name.data() + name.size()) threads.push_back(tid);
    }
    std::ranges::sort(threads);
    // the main thread has the process's number, whatever the others got when numbers began anew
    std::ranges::stable_partition(threads, [pid](pid_t tid) { return tid == pid; });
    return threads;
}

std::optional<process_picture> picture_process(pid_t pid) {
    auto const stat = read_stat(pid);
    if (!stat || stat->state == 'Z' || stat->state == 'X') return std::nullopt;
    process_picture process;
    process.pid = pid;
    process.parent = stat->parent;
    process.start_ticks = stat->start_ticks;
    process.cpu_seconds = stat->cpu_seconds;
    process.command = words_of(read(fmt::format("/proc/{}/cmdline", pid)));
    process.caught = caught_signals(read(fmt::format("/proc/{}/status", pid)));
    process.answers = answer_of(process);
    auto threads = threads_of(pid);
    if (threads.size() > most_pictured_threads) {
        process.more_threads = threads.size() - most_pictured_threads;
        threads.resize(most_pictured_threads);
    }
    for (pid_t const tid : threads)
        process.threads.push_back(picture_thread(fmt::format("/proc/{}/task/{}", pid, tid), tid));
    return process;
}

}  // namespace

std::vector<process_picture> picture_processes(std::vector<pid_t> const& pids, duration sample) {
    std::vector<process_picture> pictures;
    auto const began = steady_clock::now();
    for (pid_t const pid : pids) {
        if (pictures.size() == most_pictured_processes) break;
        if (auto picture = picture_process(pid)) pictures.push_back(std::move(*picture));
    }
    std::this_thread::sleep_until(began + sample);
    for (auto& picture : pictures) {
        auto const stat = read_stat(picture.pid);
        if (!stat || stat->start_ticks != picture.start_ticks) continue;
        auto const passed = in_seconds(steady_clock::now() - began);
        picture.cpu_share = (stat->cpu_seconds - picture.cpu_seconds) / passed;
        picture.cpu_seconds = stat->cpu_seconds;
    }
    return pictures;
}

}  // namespace task_agent::os

#include "task_agent/os/process.hpp"

#include "task_agent/base/unique_fd.hpp"

#include <fmt/format.h>

#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include "number_list.hpp"
#include <array>
#include <cerrno>
#include <csignal>
#include <string_view>

namespace task_agent::os {

void become_subreaper() noexcept {
    ::prctl(PR_SET_CHILD_SUBREAPER, 1);
}

void forbid_dumps() noexcept {
    ::prctl(PR_SET_DUMPABLE, 0);
}

bool kill_group(pid_t group, int signal) noexcept {
    return group > 1 && ::kill(-group, signal) == 0;
}

std::optional<pid_t> peek_ended_child() noexcept {
    ::siginfo_t info{};
    if (::waitid(P_ALL, 0, &info, WEXITED | WNOHANG | WNOWAIT) < 0 || info.si_pid == 0) return std::nullopt;
    return info.si_pid;
}

std::optional<int> reap(pid_t child) noexcept {
    int status = 0;
    pid_t got = 0;
    do {
        got = ::waitpid(child, &status, WNOHANG);
    } while (got < 0 && errno == EINTR);
    if (got != child) return std::nullopt;
    return status;
}

std::optional<int> take_stop(pid_t child) noexcept {
    ::siginfo_t info{};
    if (::waitid(P_PID, static_cast<id_t>(child), &info, WSTOPPED | WNOHANG) < 0 || info.si_pid == 0)
        return std::nullopt;
    return info.si_status;
}

bool has_children() noexcept {
    ::siginfo_t info{};
    return ::waitid(P_ALL, 0, &info, WEXITED | WNOHANG | WNOWAIT) == 0;
}

std::optional<process_stat> read_stat(pid_t pid) {
    auto const text = read_small_file(fmt::format("/proc/{}/stat", pid).c_str());
    if (!text) return std::nullopt;
    // the name in parentheses may hold anything, also ") ": only the last one ends it (proc(5))
    auto const name_end = text->rfind(") ");
    if (name_end == std::string::npos || name_end + 3 >= text->size()) return std::nullopt;
    process_stat s;
    s.state = (*text)[name_end + 2];
    int field = 4;  // parent; numbering of proc(5)
    long long ticks = 0;
    for_each_number(std::string_view(*text).substr(name_end + 3), [&](long long value) {
        if (field == 4) s.parent = static_cast<pid_t>(value);
        if (field == 5) s.group = static_cast<pid_t>(value);
        if (field >= 14 && field <= 17) ticks += value;
        if (field == 22) s.start_ticks = static_cast<std::uint64_t>(value);
        if (field == 24)
            s.rss_bytes =
                static_cast<std::uint64_t>(value) * static_cast<std::uint64_t>(::sysconf(_SC_PAGESIZE));
        ++field;
    });
    s.cpu_seconds = static_cast<double>(ticks) / static_cast<double>(::sysconf(_SC_CLK_TCK));
    return s;
}

std::optional<std::string> read_small_file(char const* path) {
    unique_fd const fd(::open(path, O_RDONLY | O_CLOEXEC));
    if (!fd) return std::nullopt;
    std::string text;
    std::array<char, 4096> buffer;
    for (;;) {
        auto const n = ::read(fd.get(), buffer.data(), buffer.size());
        if (n < 0 && errno == EINTR) continue;
        if (n < 0) return std::nullopt;
        if (n == 0) return text;
        text.append(buffer.data(), static_cast<std::size_t>(n));
    }
}

std::string host_name() {
    std::array<char, 256> name{};
    if (::gethostname(name.data(), name.size() - 1) < 0) return {};
    return name.data();
}

}  // namespace task_agent::os

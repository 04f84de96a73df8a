#include "task_agent/os/given_file.hpp"

#include "task_agent/base/unique_fd.hpp"

#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <string_view>

namespace task_agent::os {
namespace {

bool is_open_already(std::string_view path) noexcept {
    constexpr std::array<std::string_view, 3> places = {"/dev/stdin", "/dev/fd/", "/proc/self/fd/"};
    return std::any_of(places.begin(), places.end(),
                       [path](std::string_view place) { return path.starts_with(place); });
}

// Why it is not read, or nothing.
std::string_view refusal(int fd, std::string_view path) noexcept {
    struct ::stat about {};
    if (::fstat(fd, &about) != 0) return "cannot be looked at";
    if (S_ISDIR(about.st_mode)) return "is a directory";
    if (S_ISFIFO(about.st_mode) && !is_open_already(path)) return "is a named pipe";
    if (S_ISSOCK(about.st_mode) || S_ISBLK(about.st_mode)) return "is no file";
    if (::isatty(fd) != 0) return "is a terminal";
    return {};
}

bool wait_for(int fd, duration patience) noexcept {
    auto const in_ms = std::chrono::ceil<std::chrono::milliseconds>(patience).count();
    ::pollfd waiting{fd, POLLIN, 0};
    int ready = 0;
    do {
        ready = ::poll(&waiting, 1, static_cast<int>(in_ms));
    } while (ready < 0 && errno == EINTR);
    return ready > 0;
}

}  // namespace

result<std::string> read_given_file(char const* path, std::size_t limit, duration patience) {
    std::string const name(path);
    unique_fd const fd(::open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK));
    if (!fd) return system_error(last_errno(), "cannot open " + name);
    if (auto const why = refusal(fd.get(), name); !why.empty())
        return bad_input(name + " " + std::string(why));
    std::string text;
    std::array<char, 16 * 1024> buffer;
    for (;;) {
        auto const n = ::read(fd.get(), buffer.data(), buffer.size());
        if (n < 0 && errno == EINTR) continue;
        if (n < 0 && errno == EAGAIN) {
            if (!wait_for(fd.get(), patience)) return bad_input(name + " is a pipe that brings nothing");
            continue;
        }
        if (n < 0) return system_error(last_errno(), "cannot read " + name);
        if (n == 0) return text;
        text.append(buffer.data(), static_cast<std::size_t>(n));
        if (text.size() > limit)
            return bad_input(name + " is too large: at most " + std::to_string(limit) + " bytes are read");
    }
}

}  // namespace task_agent::os

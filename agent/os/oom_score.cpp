#include "task_agent/os/oom_score.hpp"

#include "task_agent/base/unique_fd.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdio>
#include <optional>

namespace task_agent::os {
namespace {

constexpr int highest = 1000;

std::optional<int> read_score(int fd) noexcept {
    std::array<char, 16> text{};
    auto const n = ::read(fd, text.data(), text.size());
    if (n <= 0) return std::nullopt;
    int score = 0;
    if (std::from_chars(text.data(), text.data() + n, score).ec != std::errc()) return std::nullopt;
    return score;
}

}  // namespace

bool raise_oom_score(pid_t child) noexcept {
    unique_fd const own(::open("/proc/self/oom_score_adj", O_RDONLY | O_CLOEXEC));
    auto const own_score = own ? read_score(own.get()) : std::nullopt;
    if (!own_score) return false;
    int const wanted = std::min(*own_score + workload_oom_margin, highest);

    std::array<char, 48> path{};
    std::snprintf(path.data(), path.size(), "/proc/%d/oom_score_adj", static_cast<int>(child));
    unique_fd const file(::open(path.data(), O_RDWR | O_CLOEXEC));
    auto const score = file ? read_score(file.get()) : std::nullopt;
    if (!score) return false;
    if (*score >= wanted) return true;
    std::array<char, 16> text{};
    int const size = std::snprintf(text.data(), text.size(), "%d", wanted);
    return ::pwrite(file.get(), text.data(), static_cast<std::size_t>(size), 0) == size;
}

}  // namespace task_agent::os

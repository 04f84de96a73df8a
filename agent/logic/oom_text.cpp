#include "task_agent/logic/oom_text.hpp"

#include <array>
#include <cstdio>

namespace task_agent {
namespace {

// The peak stops short of the limit by what was given back or could not be charged at once, a few percent; a
// kill well below it had another reason.
bool is_at_limit(memory_facts const& facts) noexcept {
    if (!facts.limit_bytes) return false;
    return !facts.peak_bytes || *facts.peak_bytes >= *facts.limit_bytes - *facts.limit_bytes / 10;
}

std::string count_text(std::uint64_t kills) {
    return kills == 1 ? "1 process" : std::to_string(kills) + " processes";
}

}  // namespace

std::string bytes_text(std::uint64_t bytes) {
    static constexpr std::array<char const*, 5> units = {"bytes", "KiB", "MiB", "GiB", "TiB"};
    if (bytes < 1024) return std::to_string(bytes) + " " + units[0];
    auto value = static_cast<double>(bytes);
    std::size_t unit = 0;
    // 1,023.7 MiB would be written "1024 MiB"
    while (value >= 1023.5 && unit + 1 < units.size()) {
        value /= 1024;
        ++unit;
    }
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%.1f", value);
    std::string number(text.data());
    if (number.ends_with(".0")) number.resize(number.size() - 2);
    if (value >= 99.95) {
        std::snprintf(text.data(), text.size(), "%.0f", value);
        number = text.data();
    }
    return number + " " + units[unit];
}

std::string oom_message(memory_facts const& facts) {
    std::string text = "out of memory: killed by the kernel";
    if (facts.kills > 1) text += " with " + count_text(facts.kills - 1) + " more";
    if (is_at_limit(facts)) {
        if (!facts.peak_bytes) return text + " at the cgroup limit of " + bytes_text(*facts.limit_bytes);
        return text + " at " + bytes_text(*facts.peak_bytes) + " of " + bytes_text(*facts.limit_bytes) +
               " (cgroup limit)";
    }
    if (facts.peak_bytes) text += " at " + bytes_text(*facts.peak_bytes);
    if (facts.limit_bytes) text += ", below the cgroup limit of " + bytes_text(*facts.limit_bytes);
    return text + ": the machine or a cgroup above ran out";
}

std::string oom_hint(memory_facts const& facts) {
    std::string const what = "the kernel killed " + count_text(facts.kills) + " of this run";
    if (!is_at_limit(facts))
        return what +
               " because the machine or a cgroup above had no memory left: ask for more memory, or use less";
    std::string const limit = bytes_text(*facts.limit_bytes);
    std::string const peak =
        facts.peak_bytes ? "peak " + bytes_text(*facts.peak_bytes) + " of " + limit : limit;
    return what + " at the memory limit (" + peak +
           "): raise the limit, or use less (smaller batches, fewer workers)";
}

}  // namespace task_agent

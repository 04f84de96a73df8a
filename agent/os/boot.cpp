#include "task_agent/os/boot.hpp"

#include "task_agent/os/process.hpp"

#include <charconv>
#include <string_view>

namespace task_agent::os {

std::string boot_id() {
    auto text = read_small_file("/proc/sys/kernel/random/boot_id").value_or(std::string());
    while (!text.empty() && text.back() == '\n')
        text.pop_back();
    return text;
}

std::uint64_t start_ticks_of_self() {
    auto const text = read_small_file("/proc/self/stat").value_or(std::string());
    // the name in parentheses may hold anything: only the last one ends it; field 3 is behind it
    auto at = text.rfind(") ");
    for (int field = 2; field < 22 && at != std::string::npos; ++field)
        at = text.find(' ', at + 1);
    if (at == std::string::npos) return 0;
    std::uint64_t ticks = 0;
    auto const* const first = text.data() + at + 1;
    std::from_chars(first, text.data() + text.size(), ticks);
    return ticks;
}

}  // namespace task_agent::os

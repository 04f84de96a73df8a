#include "task_agent/trace/record_head.hpp"

#include <algorithm>
#include <array>

namespace task_agent::trace {
namespace {

constexpr std::array<std::string_view, 6> levels = {
    "trce: ", "dbug: ", "info: ", "warn: ", "fail: ", "crit: "};

}  // namespace

bool heads_record(std::string_view line) noexcept {
    if (!line.ends_with(']') || line.find(' ', levels[0].size()) != std::string_view::npos) return false;
    return std::any_of(levels.begin(), levels.end(),
                       [&](std::string_view level) { return line.starts_with(level); });
}

}  // namespace task_agent::trace

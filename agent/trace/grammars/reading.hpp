// What the grammars share: bounded copies of what a stranger wrote. Pure.
#pragma once

#include "task_agent/base/plain_text.hpp"
#include "task_agent/base/utf8.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace task_agent::trace {

inline constexpr std::size_t longest_message = 2048;
inline constexpr std::size_t most_frames = 64;
inline constexpr std::size_t most_links = 32;

[[nodiscard]] inline std::string bounded(std::string_view text) {
    return std::string(utf8_prefix(to_plain_text(text.substr(0, longest_message)), longest_message));
}

[[nodiscard]] inline std::string_view trimmed(std::string_view text) noexcept {
    std::size_t const start = text.find_first_not_of(" \t");
    if (start == std::string_view::npos) return {};
    return text.substr(start, text.find_last_not_of(" \t") + 1 - start);
}

// Keeps the first ones and the last ones of a list that grows too long.
template <class T>
void push_bounded(std::vector<T>& list, T item, std::size_t first, std::size_t most) {
    if (list.size() == most) list.erase(list.begin() + static_cast<std::ptrdiff_t>(first));
    list.push_back(std::move(item));
}

}  // namespace task_agent::trace

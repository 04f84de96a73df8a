// What every grammar does with what it reads: cut it, bound it. Pure; no state.
#pragma once

#include "task_agent/base/ascii.hpp"
#include "task_agent/base/plain_text.hpp"
#include "task_agent/base/utf8.hpp"
#include "task_agent/core/failure.hpp"

#include <algorithm>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace task_agent::trace {

inline constexpr std::size_t longest_message = 2048;
inline constexpr std::size_t first_frames = 16;
inline constexpr std::size_t most_frames = 64;
inline constexpr std::size_t most_links = 32;

inline std::string_view trimmed(std::string_view text) noexcept {
    std::size_t const start = std::min(text.find_first_not_of(" \t"), text.size());
    text.remove_prefix(start);
    return text.substr(0, text.find_last_not_of(" \t") + 1);
}

inline bool starts_with_any(std::string_view text, std::span<std::string_view const> starts) noexcept {
    return std::any_of(starts.begin(), starts.end(),
                       [&](std::string_view start) { return text.starts_with(start); });
}

inline std::string bounded(std::string_view text, std::size_t most = longest_message) {
    return std::string(utf8_prefix(to_plain_text(text.substr(0, most)), most));
}

// How many bytes at the start are digits.
inline std::size_t digits_in(std::string_view text) noexcept {
    return std::min(text.find_first_not_of("0123456789"), text.size());
}

// 0 where it is none, or too large to be a line.
inline int number_of(std::string_view digits) noexcept {
    if (digits.empty() || digits.size() > 9) return 0;
    int value = 0;
    for (char const c : digits) {
        if (!is_digit(c)) return 0;
        value = value * 10 + (c - '0');
    }
    return value;
}

// Keeps the outermost and the innermost frames of a deep recursion.
template <class T>
void push_bounded(std::vector<T>& list, T item, std::size_t first, std::size_t most) {
    if (list.size() == most) list.erase(list.begin() + static_cast<std::ptrdiff_t>(first));
    list.push_back(std::move(item));
}

// The same for frames, but those of the user's stay before those of libraries, save for the four that are
// next to what was raised: the last ones, or the first where `first` is most of them. The neighbour of one
// that goes counts it (stack_frame::left_out).
void push_bounded(std::vector<stack_frame>& list, stack_frame item, std::size_t first, std::size_t most);

// What a reader has found out, given to the trace; `frames` are outermost first.
inline void put_exception(exception_info& e, std::string_view language, std::string type, std::string message,
                          std::vector<stack_frame> frames) {
    e.language = language;
    e.type = std::move(type);
    e.message = std::move(message);
    e.frames = std::move(frames);
}

// Most runtimes print the innermost frame first.
inline std::vector<stack_frame> outermost_first(std::vector<stack_frame> frames) {
    std::reverse(frames.begin(), frames.end());
    return frames;
}

inline void make_plain(std::vector<stack_frame>& frames) {
    for (stack_frame& frame : frames) {
        frame.file = to_plain_text(frame.file);
        frame.function = to_plain_text(frame.function);
    }
}

}  // namespace task_agent::trace

// What the grammars of the smaller languages share: words, numbers, and bounded lists. Pure.
#pragma once

#include "task_agent/base/plain_text.hpp"
#include "task_agent/base/utf8.hpp"
#include "task_agent/core/failure.hpp"
#include "task_agent/trace/handling_words.hpp"
#include "task_agent/trace/trace.hpp"

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace task_agent::trace::reading {

inline constexpr std::size_t longest_message = 2048;
inline constexpr std::size_t longest_name = 512;
inline constexpr std::size_t first_frames = 16;
inline constexpr std::size_t most_frames = 64;
inline constexpr std::size_t most_links = 32;

[[nodiscard]] constexpr bool is_digit(char c) noexcept {
    return c >= '0' && c <= '9';
}
[[nodiscard]] constexpr bool is_upper(char c) noexcept {
    return c >= 'A' && c <= 'Z';
}
[[nodiscard]] constexpr bool is_name(char c) noexcept {
    // bytes past ASCII: identifiers may be in any script
    return is_digit(c) || is_upper(c) || (c >= 'a' && c <= 'z') || c == '_' ||
           static_cast<unsigned char>(c) >= 0x80;
}

[[nodiscard]] inline std::string bounded(std::string_view text, std::size_t most = longest_message) {
    return std::string(utf8_prefix(to_plain_text(text.substr(0, most)), most));
}

[[nodiscard]] inline std::string_view trimmed(std::string_view text) noexcept {
    std::size_t const start = std::min(text.find_first_not_of(" \t"), text.size());
    text.remove_prefix(start);
    return text.substr(0, text.find_last_not_of(" \t") + 1);
}

[[nodiscard]] inline bool is_blank(std::string_view line) noexcept {
    return line.find_first_not_of(" \t") == std::string_view::npos;
}

// Takes a number of at most nine digits off the front; -1 when there is none.
inline int take_number(std::string_view& text) noexcept {
    std::size_t n = 0;
    int value = 0;
    for (; n < text.size() && n < 9 && is_digit(text[n]); ++n)
        value = value * 10 + (text[n] - '0');
    if (n == 0 || (n < text.size() && is_digit(text[n]))) return -1;
    text.remove_prefix(n);
    return value;
}

inline bool take(std::string_view& text, std::string_view start) noexcept {
    if (!text.starts_with(start)) return false;
    text.remove_prefix(start.size());
    return true;
}

// Innermost first, as most runtimes print them: of a deep recursion the innermost and the outermost stay.
class frame_list {
public:
    void add(std::string_view file, int line, std::string_view function) {
        if (frames_.size() == most_frames)
            frames_.erase(frames_.begin() + static_cast<std::ptrdiff_t>(most_frames - first_frames));
        frames_.push_back({bounded(file, longest_name), line, bounded(function, longest_name)});
    }
    void clear() noexcept { frames_.clear(); }
    [[nodiscard]] bool empty() const noexcept { return frames_.empty(); }
    [[nodiscard]] std::vector<stack_frame> outermost_first() {
        std::reverse(frames_.begin(), frames_.end());
        return std::move(frames_);
    }

private:
    std::vector<stack_frame> frames_;
};

inline void add_link(std::vector<chained_exception>& chain, std::string_view type, std::string_view message) {
    if (chain.size() == most_links) chain.erase(chain.begin() + 1);
    chain.push_back({bounded(type, longest_name), bounded(message)});
}

// Of a trace that the program printed itself: its own header tells whether it gave up.
[[nodiscard]] inline handling handling_of_header(std::string_view header) noexcept {
    if (says_to_go_on(header)) return handling::survived;
    handling const said = handling_of(header);
    return said == handling::none ? handling::error : said;
}

}  // namespace task_agent::trace::reading

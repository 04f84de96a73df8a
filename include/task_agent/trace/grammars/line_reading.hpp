// What the grammars of the smaller languages share beyond reading.hpp: names, numbers, frames and links.
// Pure.
#pragma once

#include "task_agent/core/failure.hpp"
#include "task_agent/trace/grammars/reading.hpp"
#include "task_agent/trace/handling_words.hpp"
#include "task_agent/trace/trace.hpp"

namespace task_agent::trace::reading {

inline constexpr std::size_t longest_name = 512;

[[nodiscard]] constexpr bool is_name(char c) noexcept {
    // bytes past ASCII: identifiers may be in any script
    return is_digit(c) || is_upper(c) || (c >= 'a' && c <= 'z') || c == '_' ||
           static_cast<unsigned char>(c) >= 0x80;
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
        push_bounded(frames_, stack_frame{bounded(file, longest_name), line, bounded(function, longest_name)},
                     most_frames - first_frames, most_frames);
    }
    void clear() noexcept { frames_.clear(); }
    [[nodiscard]] bool empty() const noexcept { return frames_.empty(); }
    [[nodiscard]] std::vector<stack_frame> outermost_first() {
        return trace::outermost_first(std::move(frames_));
    }

private:
    std::vector<stack_frame> frames_;
};

inline void add_link(std::vector<chained_exception>& chain, std::string_view type, std::string_view message) {
    push_bounded(chain, chained_exception{bounded(type, longest_name), bounded(message)}, 1, most_links);
}

// Of a trace that the program printed itself: its own header tells whether it gave up.
[[nodiscard]] inline handling handling_of_header(std::string_view header) noexcept {
    if (says_to_go_on(header)) return handling::survived;
    handling const said = handling_of(header);
    return said == handling::none ? handling::error : said;
}

}  // namespace task_agent::trace::reading

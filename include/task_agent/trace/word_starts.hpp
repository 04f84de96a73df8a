// How texts and the words in them begin, in either case. Pure; linear in the text for a list of words.
#pragma once

#include "task_agent/base/ascii.hpp"

#include <algorithm>
#include <span>
#include <string_view>

namespace task_agent::trace {

inline constexpr std::size_t longest_word_search = 400;  // bytes of a text that are looked at

// `starts` are in lower case.
[[nodiscard]] inline bool begins_with_any(std::string_view text,
                                          std::span<std::string_view const> starts) noexcept {
    return std::any_of(starts.begin(), starts.end(),
                       [&](std::string_view start) { return begins_alike(text, start); });
}

// Whether a word of the text begins with one of these, or with several words of which it is the first.
[[nodiscard]] inline bool begins_a_word(std::string_view text,
                                        std::span<std::string_view const> words) noexcept {
    text = text.substr(0, longest_word_search);
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (i > 0 && is_letter(text[i - 1])) continue;
        if (begins_with_any(text.substr(i), words)) return true;
    }
    return false;
}

}  // namespace task_agent::trace

// What the parts of trace/prefix share: kinds of bytes, forms, brackets. Pure.
#pragma once

#include "task_agent/base/ascii.hpp"

#include <cstddef>
#include <string_view>

namespace task_agent::trace::prefix {

inline constexpr std::size_t longest_tag = 64;
inline constexpr std::size_t longest_name = 80;

constexpr bool is_word(char c) noexcept {
    return is_letter(c) || is_digit(c) || c == '_';
}
// Of host, container and logger names.
constexpr bool is_name(char c) noexcept {
    return is_word(c) || c == '.' || c == '-' || c == '$' || c == '/';
}

// A '9' of the form stands for any digit.
constexpr bool matches(std::string_view text, std::string_view form) noexcept {
    if (text.size() < form.size()) return false;
    for (std::size_t i = 0; i < form.size(); ++i) {
        if (form[i] == '9' ? !is_digit(text[i]) : text[i] != form[i]) return false;
    }
    return true;
}

template <class Predicate>
constexpr std::size_t run_of(std::string_view text, Predicate is) noexcept {
    std::size_t n = 0;
    while (n < text.size() && is(text[n]))
        ++n;
    return n;
}

// How many blanks the text begins with.
[[nodiscard]] inline std::size_t blanks_in(std::string_view text) noexcept {
    return run_of(text, [](char c) { return c == ' '; });
}

// Between a bracket and its end: "[2026-11-22 12:00:00]" counts as what it holds.
struct bracketed {
    std::size_t open = 0;  // bytes of the bracket itself
    char close = 0;
};
constexpr bracketed bracket_of(std::string_view text) noexcept {
    if (text.starts_with('[')) return {1, ']'};
    if (text.starts_with('(')) return {1, ')'};
    if (text.starts_with('<')) return {1, '>'};
    return {};
}

}  // namespace task_agent::trace::prefix

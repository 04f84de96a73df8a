// Letters, digits and blanks of ASCII. Pure.
#pragma once

#include <algorithm>
#include <string_view>

namespace task_agent {

[[nodiscard]] constexpr bool is_digit(char c) noexcept {
    return c >= '0' && c <= '9';
}

[[nodiscard]] constexpr bool is_upper(char c) noexcept {
    return c >= 'A' && c <= 'Z';
}

[[nodiscard]] constexpr bool is_lower(char c) noexcept {
    return c >= 'a' && c <= 'z';
}

[[nodiscard]] constexpr char lower(char c) noexcept {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
}

[[nodiscard]] constexpr bool is_letter(char c) noexcept {
    return lower(c) >= 'a' && lower(c) <= 'z';
}

// Digits, and at least one.
[[nodiscard]] constexpr bool is_number(std::string_view word) noexcept {
    return !word.empty() && std::all_of(word.begin(), word.end(), is_digit);
}

// Nothing but blanks and tabs, or nothing at all.
[[nodiscard]] constexpr bool is_blank(std::string_view text) noexcept {
    return text.find_first_not_of(" \t") == std::string_view::npos;
}

// `start` is in lower case.
[[nodiscard]] constexpr bool begins_alike(std::string_view text, std::string_view start) noexcept {
    return text.size() >= start.size() &&
           std::equal(start.begin(), start.end(), text.begin(), [](char a, char b) { return a == lower(b); });
}

}  // namespace task_agent

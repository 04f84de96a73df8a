#include "task_agent/base/utf8.hpp"

#include <cstdint>

namespace task_agent {
namespace {

// Length of the valid sequence at the start of `s`, or 0; `bad` is then the length of the maximal bad part
// (Unicode 15, 3.9, table 3-7: overlong forms, surrogates and values past U+10FFFF are invalid).
std::size_t sequence_length(std::string_view s, std::size_t& bad) noexcept {
    auto const at = [&](std::size_t i) { return static_cast<std::uint8_t>(s[i]); };
    std::uint8_t const first = at(0);
    bad = 1;
    if (first < 0x80) return 1;
    std::size_t length = 0;
    std::uint8_t low = 0x80;
    std::uint8_t high = 0xBF;
    if (first >= 0xC2 && first <= 0xDF) {
        length = 2;
    } else if (first >= 0xE0 && first <= 0xEF) {
        length = 3;
        if (first == 0xE0) low = 0xA0;
        if (first == 0xED) high = 0x9F;
    } else if (first >= 0xF0 && first <= 0xF4) {
        length = 4;
        if (first == 0xF0) low = 0x90;
        if (first == 0xF4) high = 0x8F;
    } else {
        return 0;
    }
    for (std::size_t i = 1; i < length; ++i) {
        if (i >= s.size() || at(i) < low || at(i) > high) {
            bad = i;
            return 0;
        }
        low = 0x80;
        high = 0xBF;
    }
    return length;
}

bool is_continuation(char c) noexcept {
    return (static_cast<std::uint8_t>(c) & 0xC0U) == 0x80U;
}

}  // namespace

bool is_valid_utf8(std::string_view text) noexcept {
    std::size_t bad = 0;
    while (!text.empty()) {
        std::size_t const n = sequence_length(text, bad);
        if (n == 0) return false;
        text.remove_prefix(n);
    }
    return true;
}

std::string to_valid_utf8(std::string_view bytes) {
    std::string text;
    text.reserve(bytes.size());
    std::size_t bad = 0;
    while (!bytes.empty()) {
        std::size_t const n = sequence_length(bytes, bad);
        if (n == 0) {
            text.append("\xEF\xBF\xBD");
            bytes.remove_prefix(bad);
        } else {
            text.append(bytes.substr(0, n));
            bytes.remove_prefix(n);
        }
    }
    return text;
}

std::string_view utf8_prefix(std::string_view text, std::size_t limit) noexcept {
    if (text.size() <= limit) return text;
    while (limit > 0 && is_continuation(text[limit]))
        --limit;
    return text.substr(0, limit);
}

std::string_view utf8_suffix(std::string_view text, std::size_t limit) noexcept {
    if (text.size() <= limit) return text;
    std::size_t start = text.size() - limit;
    while (start < text.size() && is_continuation(text[start]))
        ++start;
    return text.substr(start);
}

}  // namespace task_agent

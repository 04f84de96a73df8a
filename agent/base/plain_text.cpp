#include "task_agent/base/plain_text.hpp"

#include "task_agent/base/utf8.hpp"

#include <algorithm>
#include <cstddef>

namespace task_agent {
namespace {

constexpr char escape = '\x1B';
constexpr char bell = '\x07';

constexpr bool is_between(char c, char low, char high) noexcept {
    return c >= low && c <= high;
}

// Where the sequence that starts with the escape at `at` is over (ECMA-48 5.3, 5.4, 5.6; xterm ends OSC with
// BEL too). A string sequence that is never ended would swallow the rest of the log, so it ends before the
// next line.
std::size_t end_of_sequence(std::string_view s, std::size_t at) noexcept {
    std::size_t i = at + 1;
    if (i >= s.size()) return s.size();
    char const kind = s[i++];
    if (kind == '[') {
        while (i < s.size() && is_between(s[i], 0x20, 0x3F))
            ++i;
        return i < s.size() && is_between(s[i], 0x40, 0x7E) ? i + 1 : i;
    }
    if (kind == ']' || kind == 'P' || kind == 'X' || kind == '^' || kind == '_') {
        for (; i < s.size() && s[i] != '\n'; ++i) {
            if (s[i] == bell) return i + 1;
            if (s[i] == escape) return i + 1 < s.size() && s[i + 1] == '\\' ? i + 2 : i;
        }
        return i;
    }
    if (is_between(kind, 0x20, 0x2F)) {
        while (i < s.size() && is_between(s[i], 0x20, 0x2F))
            ++i;
        return i < s.size() && is_between(s[i], 0x30, 0x7E) ? i + 1 : i;
    }
    return is_between(kind, 0x30, 0x7E) ? i : at + 1;
}

constexpr bool is_dropped(char c) noexcept {
    return (is_between(c, 0x00, 0x1F) && c != '\n' && c != '\t' && c != '\r') || c == 0x7F;
}

}  // namespace

std::string without_escapes(std::string_view bytes) {
    std::string text;
    text.reserve(bytes.size());
    for (std::size_t i = 0; i < bytes.size();) {
        if (bytes[i] == escape) {
            i = end_of_sequence(bytes, i);
        } else {
            if (!is_dropped(bytes[i])) text.push_back(bytes[i]);
            ++i;
        }
    }
    return text;
}

std::string to_plain_text(std::string_view bytes) {
    std::string text = without_escapes(bytes);
    text.erase(std::remove(text.begin(), text.end(), '\r'), text.end());
    return is_valid_utf8(text) ? text : to_valid_utf8(text);
}

}  // namespace task_agent

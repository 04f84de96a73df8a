#include "task_agent/trace/json_line.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

namespace task_agent::trace {
namespace {

constexpr std::string_view envelope = "{\"log\":";

void append_code_point(std::string& text, unsigned code) {
    if (code < 0x80) {
        text += static_cast<char>(code);
    } else if (code < 0x800) {
        text += static_cast<char>(0xC0 | (code >> 6));
        text += static_cast<char>(0x80 | (code & 0x3F));
    } else if (code >= 0x10000) {
        text += static_cast<char>(0xF0 | (code >> 18));
        text += static_cast<char>(0x80 | ((code >> 12) & 0x3F));
        text += static_cast<char>(0x80 | ((code >> 6) & 0x3F));
        text += static_cast<char>(0x80 | (code & 0x3F));
    } else {
        text += static_cast<char>(0xE0 | (code >> 12));
        text += static_cast<char>(0x80 | ((code >> 6) & 0x3F));
        text += static_cast<char>(0x80 | (code & 0x3F));
    }
}

// "00fc" at the start.
std::optional<unsigned> hex_digits(std::string_view text) {
    unsigned code = 0;
    std::string_view const digits = text.substr(0, 4);
    auto const [end, ec] = std::from_chars(digits.data(), digits.data() + digits.size(), code, 16);
    if (ec != std::errc() || end != digits.data() + 4) return std::nullopt;
    return code;
}

constexpr bool is_half_of_pair(unsigned code) noexcept {
    return code >= 0xD800 && code < 0xE000;
}

// `at` stands behind "\u".
void read_code_point(std::string_view line, std::size_t& at, std::string& text) {
    constexpr unsigned replacement = 0xFFFD;
    auto code = hex_digits(line.substr(at));
    if (!code) return;
    at += 4;
    if (*code >= 0xD800 && *code < 0xDC00 && line.substr(at).starts_with("\\u")) {
        auto const low = hex_digits(line.substr(at + 2));
        if (low && *low >= 0xDC00 && *low < 0xE000) {
            code = 0x10000 + ((*code - 0xD800) << 10) + (*low - 0xDC00);
            at += 6;
        }
    }
    append_code_point(text, is_half_of_pair(*code) ? replacement : *code);
}

// `at` stands behind the backslash, and there is more.
void read_escape(std::string_view line, std::size_t& at, std::string& text) {
    char const kind = line[at++];
    switch (kind) {
        case 'n':
            text += '\n';
            break;
        case 't':
            text += '\t';
            break;
        case 'r':
        case 'b':
        case 'f':
            break;  // control characters, which no report shows
        case 'u':
            read_code_point(line, at, text);
            break;
        default:
            text += kind;
    }
}

// `at` stands behind the opening quote, and behind the closing one afterwards. False when there is none.
bool read_string(std::string_view line, std::size_t& at, std::string& text) {
    text.clear();
    while (at < line.size()) {
        std::size_t const stop = line.find_first_of("\"\\", at);
        if (stop == std::string_view::npos) return false;
        text.append(line, at, stop - at);
        at = stop + 1;
        if (line[stop] == '"') return true;
        if (at == line.size()) return false;
        read_escape(line, at, text);
    }
    return false;
}

}  // namespace

std::string unescaped_text(std::string_view raw, std::size_t most) {
    std::string text;
    text.reserve(std::min(raw.size(), most));
    for (std::size_t at = 0; at < raw.size() && text.size() < most;) {
        char const next = raw[at++];
        if (next != '\\' || at == raw.size()) {
            text += next;
        } else {
            read_escape(raw, at, text);
        }
    }
    return text;
}

bool unwrap_container_line(std::string_view line, std::string& buffer) {
    if (!line.starts_with(envelope)) return false;
    // some collectors put blanks behind the colons
    std::size_t at = line.find_first_not_of(' ', envelope.size());
    if (at == std::string_view::npos || line[at++] != '"') return false;
    if (!read_string(line, at, buffer)) return false;
    bool const has_stream = line.find("\"stream\":\"std", at) != std::string_view::npos ||
                            line.find("\"stream\": \"std", at) != std::string_view::npos;
    if (!has_stream) return false;
    while (buffer.ends_with('\n') || buffer.ends_with('\r'))
        buffer.pop_back();
    return true;
}

bool next_text_of_lines(std::string_view line, std::size_t& at, std::string& buffer) {
    while ((at = line.find('"', at)) != std::string_view::npos) {
        ++at;
        if (!read_string(line, at, buffer)) break;
        if (buffer.find('\n') != std::string::npos) return true;
    }
    at = line.size();
    return false;
}

bool is_error_record(std::string_view line) noexcept {
    constexpr std::array<std::string_view, 8> levels = {"\"ERROR\"",    "\"error\"",   "\"CRITICAL\"",
                                                        "\"critical\"", "\"FATAL\"",   "\"fatal\"",
                                                        "\"level\":50", "\"level\":60"};
    return std::any_of(levels.begin(), levels.end(), [&](std::string_view level) {
        std::size_t const at = line.find(level);
        // a key may be "error"
        return at != std::string_view::npos && !line.substr(at + level.size()).starts_with(':');
    });
}

bool is_calm_record(std::string_view line) noexcept {
    constexpr std::array<std::string_view, 3> levels = {"\"INFO\"", "\"info\"", "\"level\":30"};
    return line.find('{') != std::string_view::npos &&
           std::any_of(levels.begin(), levels.end(),
                       [&](std::string_view level) { return line.find(level) != std::string_view::npos; });
}

std::string_view words_of_record(std::string_view line) noexcept {
    if (line.find('{') == std::string_view::npos || !line.ends_with('}')) return line;
    for (std::string_view const key : {"\"msg\":", "\"message\":", "\"event\":"}) {
        std::size_t const at = line.find(key);
        if (at == std::string_view::npos) continue;
        std::string_view value = line.substr(at + key.size());
        value.remove_prefix(std::min(value.find_first_not_of(' '), value.size()));
        if (!value.starts_with('"')) continue;
        value.remove_prefix(1);
        std::size_t end = 0;
        while (end < value.size() && value[end] != '"')
            end += value[end] == '\\' ? 2 : 1;
        return value.substr(0, std::min(end, value.size()));
    }
    return line;
}

}  // namespace task_agent::trace

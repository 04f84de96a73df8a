#include "task_agent/logic/secret_forms.hpp"

#include "task_agent/base/plain_text.hpp"
#include "task_agent/base/utf8.hpp"

#include <fmt/format.h>

#include <array>
#include <cstdint>

namespace task_agent {
namespace {

// What a writer of JSON, or of literals of a language, escapes beside control characters.
struct escape_style {
    std::string_view as_number;     // these characters become \uXXXX
    std::string_view by_backslash;  // these stand behind a backslash
    bool is_ascii;                  // all others too become \uXXXX
    bool is_upper;                  // "\u00FC", not "\u00fc"
};

constexpr std::array<escape_style, 9> styles = {{
    {"", "\"\\", false, false},       // most
    {"", "\"\\", true, false},        // Python
    {"", "\"\\/", false, false},      // org.json and its like
    {"", "\"\\/", true, false},       // PHP
    {"<>&", "\"\\", false, false},    // Go
    {"<>&='", "\"\\", false, false},  // Gson
    {"\"<>&'+`", "\\", true, true},   // .NET
    {"", "\\", false, false},         // repr() of Python, within the quotes that need no more
    {"", "\\'", false, false},        // within single quotes: Node.js too
}};

// The character at the start of valid UTF-8, taken off it.
std::uint32_t take_character(std::string_view& text) noexcept {
    auto const first = static_cast<std::uint8_t>(text.front());
    std::size_t const length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
    std::uint32_t code = length == 1 ? first : first & (0x7FU >> length);
    for (std::size_t i = 1; i < length; ++i)
        code = code << 6U | (static_cast<std::uint8_t>(text[i]) & 0x3FU);
    text.remove_prefix(length);
    return code;
}

void add_number(std::string& text, std::uint32_t code, bool is_upper) {
    if (code >= 0x10000) {
        add_number(text, 0xD800 + ((code - 0x10000) >> 10U), is_upper);
        add_number(text, 0xDC00 + ((code - 0x10000) & 0x3FFU), is_upper);
        return;
    }
    text += is_upper ? fmt::format("\\u{:04X}", code) : fmt::format("\\u{:04x}", code);
}

std::string escaped(std::string_view value, escape_style const& style) {
    constexpr std::string_view short_ones = "\b\f\n\r\t";
    constexpr std::string_view letters = "bfnrt";
    std::string text;
    while (!value.empty()) {
        std::string_view const before = value;
        std::uint32_t const code = take_character(value);
        auto const own = before.substr(0, before.size() - value.size());
        bool const is_ascii = code < 0x80;
        if (auto const at = short_ones.find(own); is_ascii && at != std::string_view::npos) {
            (text += '\\') += letters[at];
        } else if (code < 0x20 || (is_ascii && style.as_number.find(own) != std::string_view::npos) ||
                   (!is_ascii && style.is_ascii)) {
            add_number(text, code, style.is_upper);
        } else {
            if (is_ascii && style.by_backslash.find(own) != std::string_view::npos) text += '\\';
            text += own;
        }
    }
    return text;
}

}  // namespace

std::vector<std::string> forms_of_secret(std::string_view value) {
    std::vector<std::string> forms = {std::string(value), without_escapes(value), to_plain_text(value)};
    if (!is_valid_utf8(value)) return forms;
    for (auto const& style : styles)
        forms.push_back(escaped(value, style));
    return forms;
}

}  // namespace task_agent

// Single lines of what R says of an error. Pure; no state.
#pragma once

#include "task_agent/trace/grammars/line_reading.hpp"

#include <optional>
#include <string_view>

namespace task_agent::trace::r {

using reading::take;
using reading::take_number;

// "Error in f(x) : no nut", "Error: no nut", "Error in `f()`:" of rlang, whose message is below it.
inline bool is_error(std::string_view line) noexcept {
    return line.starts_with("Error: ") || line.starts_with("Error in ") || line.starts_with("Error : ") ||
           line == "Error:";
}

// "2: f(x)", of traceback(); 0 = none.
inline int call_number(std::string_view line) noexcept {
    line = trimmed(line);
    int const number = take_number(line);
    return number > 0 && line.starts_with(": ") ? number : 0;
}

inline std::string_view without_ticks(std::string_view call) noexcept {
    bool const is_ticked = call.size() > 2 && call.front() == '`' && call.back() == '`';
    return is_ticked ? call.substr(1, call.size() - 2) : call;
}

// Where the call ends and the message begins, " : ", which may stand in quotes or brackets of the call too.
inline std::size_t end_of_call(std::string_view text) noexcept {
    constexpr std::string_view mark = " : ";
    int depth = 0;
    char quote = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        char const c = text[i];
        if (quote != 0) {
            if (c == '\\') ++i;
            if (c == quote) quote = 0;
        } else if (c == '"' || c == '`') {
            quote = c;
        } else if (c == '(' || c == '[' || c == '{') {
            ++depth;
        } else if (c == ')' || c == ']' || c == '}') {
            --depth;
        } else if (depth <= 0 && text.substr(i).starts_with(mark)) {
            return i;
        }
    }
    // of a call that was cut
    return text.find(mark);
}

// Of rlang's messages: "! no nut", "✖ no nut", "ℹ In index: 3."
inline std::string_view without_bullet(std::string_view text) noexcept {
    for (std::string_view const bullet : {"! ", "\xE2\x9C\x96 ", "\xE2\x84\xB9 ", "* "}) {
        if (take(text, bullet)) break;
    }
    return text;
}

struct condition {
    std::string_view call;
    std::string_view message;
};

// "<simpleError in f(): no nut>", as print() shows what was caught.
inline std::optional<condition> parse_condition(std::string_view line) noexcept {
    if (!take(line, "<simpleError") || !line.ends_with('>')) return std::nullopt;
    line.remove_suffix(1);
    if (take(line, ": ")) return condition{{}, line};
    std::size_t const end = line.find("): ");
    if (!take(line, " in ") || end == std::string_view::npos) return std::nullopt;
    return condition{line.substr(0, end - 3), line.substr(end - 1)};
}

// "Error in f() : no nut", of try(), and the last word of a program.
inline bool is_last_word(std::string_view line) noexcept {
    if (parse_condition(line)) return true;
    std::size_t const end = line.starts_with("Error in ") ? end_of_call(line) : std::string_view::npos;
    return end != std::string_view::npos && line[end - 1] == ')' && end + 3 < line.size();
}

}  // namespace task_agent::trace::r

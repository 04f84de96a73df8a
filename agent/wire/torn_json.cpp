#include "torn_json.hpp"

#include "task_agent/base/utf8.hpp"

#include <algorithm>

namespace task_agent::wire {
namespace {

constexpr std::size_t unicode_escape = 6;  // backslash, u and four digits

// The first half of a pair of surrogates, to which a second one belongs.
bool ends_in_half_pair(std::string_view text) noexcept {
    if (text.size() < unicode_escape) return false;
    std::string_view const last = text.substr(text.size() - unicode_escape);
    return (last.starts_with("\\ud") || last.starts_with("\\uD")) &&
           std::string_view("89abAB").find(last[3]) != std::string_view::npos;
}

// Without the last character or escape, of which there may be only a part.
std::string_view without_last(std::string_view text, std::size_t last_escape) noexcept {
    if (last_escape != std::string_view::npos) {
        bool const is_unicode = text.substr(last_escape + 1).starts_with('u');
        if (last_escape + (is_unicode ? unicode_escape : 2) >= text.size()) {
            text = text.substr(0, last_escape);
            return ends_in_half_pair(text) ? text.substr(0, text.size() - unicode_escape) : text;
        }
    }
    return text.ends_with('"') ? text : utf8_prefix(text, text.size() - 1);
}

}  // namespace

std::string closed_json(std::string_view torn) {
    std::string open;  // what closes it, innermost last
    bool in_string = false;
    std::size_t last_escape = std::string_view::npos;
    // behind the last whole member or element
    std::size_t whole = 0;
    std::size_t open_at_whole = 0;
    bool has_value = false;
    for (std::size_t i = 0; i < torn.size(); ++i) {
        char const c = torn[i];
        if (in_string) {
            if (c == '\\') {
                last_escape = i++;
            } else if (c == '"') {
                in_string = false;
                if (has_value || open.ends_with(']')) {
                    whole = i + 1;
                    open_at_whole = open.size();
                }
            }
            continue;
        }
        if (c == '"') {
            in_string = true;
            last_escape = std::string_view::npos;
        } else if (c == '{' || c == '[') {
            open += c == '{' ? '}' : ']';
            has_value = false;
            whole = i + 1;
            open_at_whole = open.size();
        } else if (c == '}' || c == ']') {
            if (open.empty()) break;
            open.pop_back();
            whole = i + 1;
            open_at_whole = open.size();
        } else if (c == ',') {
            has_value = false;
            whole = i;
            open_at_whole = open.size();
        } else if (c == ':') {
            has_value = true;
        }
    }
    bool const is_of_list = open.ends_with(']');
    if (in_string && (has_value || is_of_list)) {
        std::string text(without_last(torn, last_escape));
        text += '"';
        return text + std::string(open.rbegin(), open.rend());
    }
    std::string text(torn.substr(0, whole));
    open.resize(std::min(open.size(), open_at_whole));
    return text + std::string(open.rbegin(), open.rend());
}

}  // namespace task_agent::wire

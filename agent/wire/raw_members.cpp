#include "raw_members.hpp"

#include <algorithm>

namespace task_agent::wire {
namespace {

constexpr std::string_view blanks = " \t\r\n";

std::size_t end_of_string(std::string_view text, std::size_t at) noexcept {
    for (++at; at < text.size() && text[at] != '"'; ++at) {
        if (text[at] == '\\') ++at;
    }
    return std::min(at + 1, text.size());
}

// A scalar ends before what separates it, an array or object behind its last bracket.
std::size_t end_of_value(std::string_view text, std::size_t at) noexcept {
    if (text[at] == '"') return end_of_string(text, at);
    if (text[at] != '{' && text[at] != '[')
        return std::min(text.find_first_of(" \t\r\n,}]", at), text.size());
    for (int depth = 0; at < text.size();) {
        char const c = text[at];
        at = c == '"' ? end_of_string(text, at) : at + 1;
        if (c == '{' || c == '[') ++depth;
        if ((c == '}' || c == ']') && --depth == 0) break;
    }
    return at;
}

}  // namespace

std::vector<raw_member> raw_members(std::string_view object) {
    std::vector<raw_member> found;
    std::size_t at = object.find('{');
    for (;;) {
        at = object.find_first_not_of(" \t\r\n,{", at);
        if (at == std::string_view::npos || object[at] != '"') return found;
        auto const key_end = end_of_string(object, at);
        auto const colon = object.find(':', key_end);
        auto const value =
            colon == std::string_view::npos ? colon : object.find_first_not_of(blanks, colon + 1);
        if (value == std::string_view::npos) return found;
        auto const value_end = end_of_value(object, value);
        found.push_back({object.substr(at, key_end - at), object.substr(value, value_end - value)});
        at = value_end;
    }
}

}  // namespace task_agent::wire

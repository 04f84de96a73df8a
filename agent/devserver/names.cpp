#include "task_agent/devserver/names.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace task_agent::devserver {
namespace {

bool is_lower(char c) noexcept {
    return c >= 'a' && c <= 'z';
}

bool is_name_char(char c) noexcept {
    return is_lower(c) || (c >= '0' && c <= '9') ||
           std::string_view("-@.+_").find(c) != std::string_view::npos;
}

}  // namespace

bool is_entity_name(std::string_view name) noexcept {
    return name.size() >= 2 && name.size() <= 63 && is_lower(name.front()) && !name.ends_with('-') &&
           name.find("--") == std::string_view::npos && std::all_of(name.begin(), name.end(), is_name_char);
}

std::string bad_name_text(std::string_view what, std::string_view name) {
    return fmt::format(
        "Invalid {} name '{}': it must begin with a lowercase letter, have 2 to 63 of a-z 0-9 - @ . + _, no "
        "double "
        "dash and no dash at the end.",
        what, name);
}

std::string name_prefix(std::string_view text) {
    std::string prefix;
    for (char c : text.substr(0, 20)) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
        if (!is_name_char(c)) c = '-';
        // neither a dash in front nor two in a row
        if (c == '-' && (prefix.empty() || prefix.back() == '-')) continue;
        if (prefix.empty() && !is_lower(c)) continue;
        prefix += c;
    }
    while (prefix.ends_with('-'))
        prefix.pop_back();
    return prefix.empty() ? "job" : prefix;
}

}  // namespace task_agent::devserver

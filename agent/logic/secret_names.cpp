#include "task_agent/logic/secret_names.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

namespace task_agent {
namespace {

constexpr std::size_t shortest_secret = 6;

char upper(char c) noexcept {
    return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
}

// `word` is in capitals.
bool is_same(std::string_view text, std::string_view word) noexcept {
    return std::equal(text.begin(), text.end(), word.begin(), word.end(),
                      [](char a, char b) { return upper(a) == b; });
}

bool ends_in(std::string_view text, std::string_view word) noexcept {
    return text.size() >= word.size() && is_same(text.substr(text.size() - word.size()), word);
}

bool is_number(std::string_view text) noexcept {
    bool const is_signed = text.front() == '-' || text.front() == '+';
    text.remove_prefix(is_signed ? 1 : 0);
    return !text.empty() && text.find_first_not_of("0123456789._,eE+-") == std::string_view::npos &&
           text.find_first_of("0123456789") == 0;
}

bool is_path(std::string_view text) noexcept {
    return text.front() == '/' && text.find_first_of("+=\n") == std::string_view::npos;
}

}  // namespace

bool is_secret_name(std::string_view name) noexcept {
    constexpr std::array<std::string_view, 6> words = {"TOKEN",  "SECRET",     "PASSWORD",
                                                       "PASSWD", "CREDENTIAL", "CREDENTIALS"};
    if (ends_in(name, "API_KEY") || ends_in(name, "PRIVATE_KEY")) return true;
    while (!name.empty()) {
        auto const end = name.find('_');
        auto const segment = name.substr(0, end);
        if (std::any_of(words.begin(), words.end(), [&](auto word) { return is_same(segment, word); }))
            return true;
        name.remove_prefix(end == std::string_view::npos ? name.size() : end + 1);
    }
    return false;
}

bool is_maskable(std::string_view value) noexcept {
    if (value.size() < shortest_secret || is_number(value) || is_path(value)) return false;
    // "true" is too short anyway
    return !is_same(value, "ENABLED") && !is_same(value, "DISABLED");
}

}  // namespace task_agent

#include "task_agent/trace/handling_words.hpp"

#include "task_agent/trace/prefix.hpp"

#include <array>

namespace task_agent::trace {
namespace {

constexpr std::size_t longest_look = 400;

// Beginnings of words, in lower case.
constexpr std::array<std::string_view, 14> words = {
    "retry",        "recover",   "ignor",   "skipp",      "falling back", "fallback", "will try again",
    "trying again", "non-fatal", "handled", "continuing", "expected",     "tolerat",  "attempt "};

char lower(char c) noexcept {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
}

bool is_letter(char c) noexcept {
    return lower(c) >= 'a' && lower(c) <= 'z';
}

}  // namespace

bool says_to_go_on(std::string_view line) noexcept {
    line = line.substr(0, longest_look);
    for (std::size_t i = 0; i < line.size(); ++i) {
        if (i > 0 && is_letter(line[i - 1])) continue;
        for (std::string_view const word : words) {
            if (line.size() - i < word.size()) continue;
            std::size_t n = 0;
            while (n < word.size() && lower(line[i + n]) == word[n])
                ++n;
            if (n == word.size()) return true;
        }
    }
    return false;
}

handling handling_of(std::string_view record) noexcept {
    log_level const level = find_prefix(record).level;
    if (level != log_level::none && level < log_level::warning) return handling::none;
    if (says_to_go_on(record)) return handling::survived;
    if (level == log_level::none) return handling::none;
    return level == log_level::warning ? handling::survived : handling::error;
}

}  // namespace task_agent::trace

#include "task_agent/trace/handling_words.hpp"

#include "task_agent/trace/prefix.hpp"

#include <array>
#include <span>

namespace task_agent::trace {
namespace {

constexpr std::size_t longest_look = 400;

// Beginnings of words, in lower case.
constexpr std::array<std::string_view, 15> words_of_going_on = {
    "retry",      "recover",        "ignor",        "skipp",     "falling back",
    "fallback",   "will try again", "trying again", "non-fatal", "handled",
    "continuing", "going on",       "expected",     "tolerat",   "attempt "};

constexpr std::array<std::string_view, 9> words_of_success = {
    "done", "complete", "finish", "success", "succeeded", "all good", "ended well", "exit code 0", "saved"};
constexpr std::array<std::string_view, 8> words_of_failure = {
    "not ", "fail", "error", "unsuccess", "incomplete", "without success", "abort", "exception"};

char lower(char c) noexcept {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
}

bool is_letter(char c) noexcept {
    return lower(c) >= 'a' && lower(c) <= 'z';
}

// Whether a word of the line begins with one of these.
bool begins_a_word(std::string_view line, std::span<std::string_view const> words) noexcept {
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

}  // namespace

bool says_to_go_on(std::string_view line) noexcept {
    return begins_a_word(line, words_of_going_on);
}

bool says_success(std::string_view line) noexcept {
    if (!begins_a_word(line, words_of_success)) return false;
    // "0 errors" is no failure
    for (std::string_view const none : {"0 error", "no error", "without error", "0 fail", "no fail"}) {
        if (line.find(none) != std::string_view::npos) return true;
    }
    return !begins_a_word(line, words_of_failure);
}

handling handling_of(std::string_view record) noexcept {
    log_level const level = find_prefix(record).level;
    if (level != log_level::none && level < log_level::warning) return handling::none;
    if (says_to_go_on(record)) return handling::survived;
    if (level == log_level::none) return handling::none;
    return level == log_level::warning ? handling::survived : handling::error;
}

bool is_quotation(std::string_view prefix) noexcept {
    std::string_view const rest = prefix.substr(find_prefix(prefix).end());
    return rest.size() > 1 && rest.find_first_not_of(" \t>|#*") == std::string_view::npos;
}

handling handling_of_prefix(std::string_view prefix) noexcept {
    if (is_quotation(prefix)) return handling::aside;
    log_level const level = find_prefix(prefix).level;
    if (level != log_level::none && level < log_level::warning) return handling::aside;
    return handling_of(prefix);
}

bool says_expected(std::string_view line) noexcept {
    if (line == "ok" || line == "OK" || line.starts_with("ok ")) return true;
    for (std::string_view const word : {"as expected", "(expected", "expected failure", "as intended"}) {
        if (line.substr(0, longest_look).find(word) != std::string_view::npos) return true;
    }
    return false;
}

}  // namespace task_agent::trace

#include "task_agent/trace/grammars/words/error_form.hpp"

#include "task_agent/base/ascii.hpp"
#include "task_agent/trace/grammars/reading.hpp"
#include "task_agent/trace/word_starts.hpp"

#include <array>

namespace task_agent::trace {
namespace {

constexpr std::size_t longest_form = 60;
constexpr std::array<std::string_view, 6> words = {"error", "fatal", "critical", "panic", "severe", "fail"};

// "m.c:12:3: " and what it stands behind; 0 where there is none.
std::size_t place_length(std::string_view text) noexcept {
    for (std::size_t at = text.find(": "); at != std::string_view::npos; at = text.find(": ", at + 1)) {
        std::string_view const before = text.substr(0, at);
        std::size_t const colon = before.rfind(':');
        if (colon != before.npos && number_of(before.substr(colon + 1)) > 0) return at + 2;
    }
    return 0;
}

}  // namespace

std::string_view error_form(std::string_view said) noexcept {
    std::string_view text = trimmed(said);
    std::string_view const head = text.substr(0, longest_form);
    for (std::size_t i = 0; i < head.size(); ++i) {
        bool const is_start = is_letter(head[i]) && (i == 0 || !is_letter(head[i - 1]));
        if (!is_start || !begins_with_any(text.substr(i), words)) continue;
        std::size_t end = i;
        while (end < text.size() && is_letter(text[end]))
            ++end;
        std::string_view const form = text.substr(0, end);
        return form.substr(place_length(form));
    }
    return {};
}

bool is_same_form(std::string_view a, std::string_view b) noexcept {
    if (a.empty() || b.empty()) return false;
    std::size_t i = 0;
    std::size_t j = 0;
    for (;;) {
        while (i < a.size() && is_digit(a[i]))
            ++i;
        while (j < b.size() && is_digit(b[j]))
            ++j;
        if (i == a.size() || j == b.size()) return i == a.size() && j == b.size();
        if (a[i++] != b[j++]) return false;
    }
}

}  // namespace task_agent::trace

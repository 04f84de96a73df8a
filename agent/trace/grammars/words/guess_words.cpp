#include "task_agent/trace/grammars/words/guess_words.hpp"

#include "task_agent/base/ascii.hpp"
#include "task_agent/trace/grammars/native/cpp_lines.hpp"
#include "task_agent/trace/grammars/reading.hpp"
#include "task_agent/trace/grammars/tools/server_head.hpp"
#include "task_agent/trace/json_line.hpp"

#include <algorithm>
#include <array>

namespace task_agent::trace::closing {
namespace {

using namespace std::string_view_literals;

constexpr int most_marks = 6;
constexpr std::size_t longest_mark = 6;  // bytes
constexpr std::size_t longest_class = 120;

constexpr std::array levels = {"error"sv,    "err"sv,  "fatal error"sv, "fatal"sv,
                               "critical"sv, "crit"sv, "failed"sv,      "e"sv};

// "[ERROR] ", "<crit> ", "error: ", "ERROR - ": how long, 0 where there is none. "error" alone is the first
// word of what is said.
std::size_t level_length(std::string_view text) noexcept {
    bool const is_open = text.starts_with('[') || text.starts_with('<') || text.starts_with('(');
    std::string_view const inner = text.substr(is_open ? 1 : 0);
    for (std::string_view const level : levels) {
        if (!begins_alike(inner, level)) continue;
        std::string_view const behind = inner.substr(level.size());
        for (std::string_view const end : {"] "sv, "> "sv, ") "sv, "]: "sv}) {
            if (is_open && behind.starts_with(end)) return 1 + level.size() + end.size();
        }
        for (std::string_view const end : {": "sv, " - "sv, " | "sv, "  "sv}) {
            if (!is_open && behind.starts_with(end)) return level.size() + end.size();
        }
    }
    return 0;
}

// Drawings, arrows, bullets and pictures: U+00A1 to U+00BF, U+2000 to U+2FFF, U+1F000 and above.
bool is_drawn(std::string_view word) noexcept {
    return word.starts_with('\xC2') || word.starts_with('\xE2') || word.starts_with("\xF0\x9F");
}

// "! ", "* ", "^-- ", and what is drawn.
std::size_t mark_length(std::string_view text) noexcept {
    std::size_t const end = text.find(' ');
    if (end == text.npos || end == 0 || end > longest_mark) return 0;
    std::string_view const word = text.substr(0, end);
    bool const is_mark = is_drawn(word) || word.find_first_not_of("!*^-+|>#?") == word.npos;
    return is_mark ? end + 1 : 0;
}

bool is_class(std::string_view word) noexcept {
    if (word.empty() || word.size() > longest_class || !is_letter(word[0])) return false;
    bool const is_name = std::all_of(word.begin(), word.end(), [](char c) {
        return is_letter(c) || is_digit(c) || c == '_' || c == '.' || c == ':' || c == '$' || c == '\\';
    });
    if (!is_name) return false;
    std::string_view const last = word.substr(word.find_last_of(".:\\$") + 1);  // npos + 1 = 0
    if (last.empty() || !is_upper(last[0])) return false;
    constexpr std::array ends = {"Error"sv, "Exception"sv, "Failure"sv, "Fault"sv, "Timeout"sv};
    return std::any_of(ends.begin(), ends.end(),
                       [&](auto end) { return last.ends_with(end) && last.size() > end.size(); });
}

// "load", "load.py": says the rest.
bool is_program(std::string_view word) noexcept {
    constexpr std::array scripts = {".py"sv,  ".pl"sv, ".rb"sv,  ".sh"sv,
                                    ".php"sv, ".js"sv, ".lua"sv, ".exe"sv};
    for (std::string_view const end : scripts) {
        if (word.size() > end.size() && word.ends_with(end)) word.remove_suffix(end.size());
    }
    return !word.empty() && is_lower(word[0]) && std::all_of(word.begin(), word.end(), [](char c) {
        return is_lower(c) || is_digit(c) || c == '-' || c == '_';
    });
}

// No time ("12:30"), host ("localhost:5432") or address.
std::optional<stack_frame> place_of(std::string_view word) {
    auto const found = cpp::parse_place(word);
    if (!found || std::none_of(found->file.begin(), found->file.end(), is_letter) ||
        found->file.find_first_of("./") == std::string_view::npos ||
        found->file.find("://") != std::string_view::npos)
        return std::nullopt;
    return stack_frame{bounded(found->file), found->line, {}};
}

// "sshd_config: line 7: ": how long, 0 where there is none.
std::size_t take_named_line(std::string_view text, std::optional<stack_frame>& where) {
    constexpr std::string_view mark = ": line ";
    std::size_t const at = text.find(mark);
    std::string_view const file = text.substr(0, std::min(at, text.size()));
    bool const is_file = at != text.npos && !file.empty() && file.find(' ') == file.npos &&
                         file.find_first_of("./_") != file.npos;
    if (!is_file) return 0;
    std::string_view const rest = text.substr(at + mark.size());
    std::size_t const digits = digits_in(rest);
    if (digits == 0 || !rest.substr(digits).starts_with(": ")) return 0;
    where = stack_frame{bounded(file), number_of(rest.substr(0, digits)), {}};
    return at + mark.size() + digits + 2;
}

}  // namespace

guess_words words_of_guess(std::string_view said) {
    guess_words words;
    std::string_view text = behind_server_head(trimmed(words_of_record(trimmed(said))));
    for (int marks = 0; marks < most_marks; ++marks) {
        std::size_t length = mark_length(text);
        if (length == 0) length = level_length(text);
        if (length == 0 && !words.where) {
            std::size_t const end = text.find(": ");
            if (end != text.npos && end > 0) words.where = place_of(text.substr(0, end));
            if (words.where) length = end + 2;
            if (!words.where) length = take_named_line(text, words.where);
        }
        // "load: error: x": who says it
        if (std::size_t const name = text.find(": ");
            length == 0 && name != text.npos && text.find(' ') > name) {
            std::size_t const level = level_length(text.substr(name + 2));
            if (level > 0) length = name + 2 + level;
        }
        if (length == 0) break;
        text = trimmed(text.substr(length));
    }
    if (std::size_t const end = text.find(": "); end != text.npos && is_program(text.substr(0, end)))
        text = trimmed(text.substr(end + 2));
    if (std::size_t const end = text.find(": "); end != text.npos && is_class(text.substr(0, end))) {
        words.type = text.substr(0, end);
        text = trimmed(text.substr(end + 2));
    } else if (std::size_t const open = text.rfind(" ("); open != text.npos && text.ends_with(')')) {
        // as Ruby's tools write it
        std::string_view const name = text.substr(open + 2, text.size() - open - 3);
        if (is_class(name)) {
            words.type = name;
            text = text.substr(0, open);
        }
    }
    words.message = text;
    return words;
}

std::optional<stack_frame> place_below(std::string_view line) {
    line = trimmed(line);
    for (std::string_view const lead : {"--> "sv, "at "sv, "in "sv, "from "sv, "("sv, "@ "sv}) {
        if (!line.starts_with(lead)) continue;
        std::string_view word = line.substr(lead.size());
        word = word.substr(0, word.find(' '));
        bool const has_open = word.find('(') != word.npos;
        while ((word.ends_with(')') && !has_open) || word.ends_with(',') || word.ends_with(':') ||
               word.ends_with('.'))
            word.remove_suffix(1);
        return place_of(word);
    }
    return std::nullopt;
}

}  // namespace task_agent::trace::closing

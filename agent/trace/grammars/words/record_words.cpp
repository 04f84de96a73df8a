#include "record_words.hpp"

#include "task_agent/base/ascii.hpp"
#include "task_agent/trace/grammars/reading.hpp"

#include <algorithm>
#include <array>

namespace task_agent::trace::closing {
namespace {

constexpr std::size_t longest_place = 128;

// The value of `key="..."` or `key=word`; empty where there is none.
std::string_view value_of(std::string_view line, std::string_view key) noexcept {
    std::size_t at = line.find(key);
    while (at != std::string_view::npos && at > 0 && line[at - 1] != ' ')
        at = line.find(key, at + 1);
    if (at == std::string_view::npos) return {};
    std::string_view const rest = line.substr(at + key.size());
    bool const is_quoted = rest.starts_with('"') || rest.starts_with('\'');
    return is_quoted ? rest.substr(1, rest.find(rest.front(), 1) - 1) : rest.substr(0, rest.find(' '));
}

std::string_view first_of(std::string_view line, std::span<std::string_view const> keys) noexcept {
    for (std::string_view const key : keys) {
        if (std::string_view const value = value_of(line, key); !value.empty()) return value;
    }
    return {};
}

bool is_one_of(std::string_view word, std::span<std::string_view const> words) noexcept {
    return std::any_of(words.begin(), words.end(), [&](std::string_view one) {
        return word.size() == one.size() && begins_alike(word, one);
    });
}

// "sell.pl:12"
bool is_place(std::string_view word) noexcept {
    std::size_t const colon = word.rfind(':');
    std::size_t const dot = word.rfind('.', colon);
    if (colon == std::string_view::npos || dot == std::string_view::npos || dot == 0) return false;
    std::string_view const digits = word.substr(colon + 1);
    return !digits.empty() && digits_in(digits) == digits.size();
}

}  // namespace

std::optional<logfmt_record> parse_logfmt(std::string_view line) noexcept {
    using namespace std::string_view_literals;
    constexpr std::array level_keys = {"level="sv, "lvl="sv, "severity="sv};
    constexpr std::array message_keys = {"msg="sv, "message="sv, "event="sv};
    constexpr std::array reason_keys = {"error="sv, "err="sv};
    constexpr std::array fatal = {"fatal"sv, "critical"sv, "crit"sv, "panic"sv, "emerg"sv, "alert"sv};
    constexpr std::array errors = {"error"sv, "err"sv, "eror"sv};
    constexpr std::array warnings = {"warning"sv, "warn"sv};
    std::string_view const level = first_of(line, level_keys);
    if (level.empty()) return std::nullopt;
    logfmt_record found;
    found.message = first_of(line, message_keys);
    if (found.message.empty()) return std::nullopt;
    found.reason = first_of(line, reason_keys);
    found.is_fatal = is_one_of(level, fatal);
    found.level = found.is_fatal || is_one_of(level, errors) ? log_level::error
                  : is_one_of(level, warnings)               ? log_level::warning
                                                             : log_level::info;
    return found;
}

std::string_view behind_place(std::string_view text) noexcept {
    constexpr std::string_view dash = " - ";
    constexpr std::string_view bracket = "): ";
    constexpr int most_words = 3;  // the category, the place and the function
    // "ERROR 4: no such file": GDAL's number of its kind; those of HTTP are longer, and tell
    if (std::size_t const digits = digits_in(text);
        digits > 0 && digits <= 2 && text.substr(digits).starts_with(": "))
        return trimmed(text.substr(digits + 2));
    std::size_t const end = std::min(text.find(dash), text.find(bracket));
    if (end > longest_place) return text;
    bool const is_closed = text.substr(end).starts_with(bracket);
    std::string_view const said = trimmed(text.substr(end + dash.size()));
    std::string_view head = text.substr(0, end);
    bool has_place = false;
    for (int words = 0; !head.empty(); ++words) {
        if (words == most_words) return text;
        std::string_view word = head.substr(0, head.find(' '));
        head.remove_prefix(std::min(word.size() + 1, head.size()));
        // "(sell.pl:12): ", and "(sell.pl:12) - "
        bool const is_open = word.starts_with('(');
        if (is_closed && head.empty() && !is_open) return text;
        if (is_open) word.remove_prefix(1);
        if (is_open && word.ends_with(')')) word.remove_suffix(1);
        has_place = has_place || is_place(word);
    }
    return has_place && !said.empty() ? said : text;
}

}  // namespace task_agent::trace::closing
